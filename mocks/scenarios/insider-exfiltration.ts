/** Somebody who has handed in their notice downloads a great deal and copies it to a stick. */
import { apps } from '@/mocks/company/apps';
import { type Binary, binaries, binary } from '@/mocks/company/telemetry/binaries';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { behaviorLines } from '@/mocks/scenarios/kernel/behavior-lines';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, deviceEventLine, fileLine } from '@/mocks/scenarios/kernel/device-lines';
import { cloudAppEvidence, deviceEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { fileActivityLine } from '@/mocks/scenarios/kernel/file-activity';
import { cloudLine, signInLines } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { desktopOf } from '@/mocks/scenarios/kernel/web-lines';

/** The same drawing on SharePoint, in the download folder and on the stick: one content, one hash. */
const copyIn = (folder: string, fileName: string): Binary => ({
  ...binary(fileName, 'drawing', ''),
  folderPath: `${folder}\\${fileName}`,
});

function cast(scene: Scene) {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const files = Array.from({ length: 14 }, (_, index) => `Design ${String.fromCharCode(65 + index)}.dwg`);
  const explorer = desktopOf(at(0));
  const browser = child(explorer, binaries.edge, '"msedge.exe" --profile-directory=Default', at(-40));
  const from = { ip: person.site.egressIp, place: person.site };
  const part = { at: at(35), roles: ['policyViolator'], verdict: 'suspicious' } as const;
  return { random, at, person, laptop, files, explorer, browser, from, part };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, laptop, files, part }: Cast): AlertSeed[] {
  return [
    raiseAlert({
      product: 'cloudApps',
      key: random.guid(),
      title: 'Mass download by a single user',
      description: `${files.length} files within ten minutes.`,
      severity: 'medium',
      category: 'Exfiltration',
      techniques: ['T1530'],
      firstAt: at(0),
      lastAt: at(10),
      createdAt: at(18),
      evidence: [
        userEvidence(person, part),
        cloudAppEvidence(cloudApps.sharePoint, { at: at(18), roles: ['contextual'] }),
      ],
    }),
    raiseAlert({
      product: 'insiderRisk',
      key: random.guid(),
      title: 'Data theft by departing users',
      description: 'Risk score 91. A resignation date is set in the HR connector.',
      severity: 'high',
      category: 'Exfiltration',
      techniques: ['T1052.001'],
      firstAt: at(0),
      lastAt: at(30),
      createdAt: at(35),
      evidence: [userEvidence(person, part), deviceEvidence(laptop, { at: at(35), roles: ['contextual'] })],
    }),
  ];
}

const library = 'https://contoso.sharepoint.com/sites/Engineering/Shared Documents';

/** One drawing leaves SharePoint: its own log, Cloud Apps, and the laptop it arrives on. */
function downloadOf({ person, laptop, browser, from }: Cast, file: string, at: number): Line[] {
  return [
    cloudLine({
      at,
      person,
      from,
      app: cloudApps.sharePoint,
      action: 'FileDownloaded',
      object: file,
      objectType: 'File',
      raw: { ObjectId: `${library}/${file}`, SourceFileName: file },
    }),
    fileActivityLine({ at, person, ip: from.ip, operation: 'FileDownloaded', library, file }),
    fileLine(at + 2_000, laptop, person, browser, copyIn(`C:\\Users\\${person.accountName}\\Downloads`, file), {
      action: 'FileCreated',
      originUrl: `${library}/${file}`,
    }),
  ];
}

const stick = { DriveLetter: 'E:', BusType: 'USB', ProductName: 'Transit Stick 256GB', SerialNumber: 'TS256-00417' };
const plugged = { ClassName: 'DiskDrive', DeviceId: `USBSTOR\\DISK&VEN_TRANSIT\\${stick.SerialNumber}`, VendorIds: [] };

function stepsOf(cast: Cast): Step[] {
  const { at, person, laptop, files, explorer, from } = cast;
  return [
    {
      at: at(-2),
      what: 'A sign-in to SharePoint from the office, like every morning',
      technique: null,
      rows: () => batches(signInLines({ at: at(-2), person, from, app: apps.sharePoint, device: laptop })),
    },
    {
      at: at(0),
      what: `${files.length} drawings are downloaded`,
      technique: 'T1530',
      rows: () =>
        batches([
          ...files.flatMap((file, index) => downloadOf(cast, file, at(0, index * 40))),
          ...behaviorLines({
            at: at(18),
            startAt: at(0),
            endAt: at(0, files.length * 40),
            actionType: 'MassDownload',
            description: `${person.displayName} downloaded ${files.length} files within ten minutes.`,
            category: 'Exfiltration',
            techniques: ['Data from Cloud Storage (T1530)'],
            person,
            app: cloudApps.sharePoint,
            ips: [from.ip],
          }),
        ]),
    },
    {
      at: at(19, 55),
      what: 'A USB drive is mounted and the drawings are copied',
      technique: 'T1052.001',
      rows: () =>
        batches([
          deviceEventLine(at(19, 55), laptop, person, explorer, 'PnpDeviceConnected', plugged),
          deviceEventLine(at(20), laptop, person, explorer, 'UsbDriveMounted', stick),
          ...files.map((file, index) => fileLine(at(21, index * 9), laptop, person, explorer, copyIn('E:', file))),
        ]),
    },
    {
      at: at(31),
      what: 'The download folder is tidied',
      technique: 'T1070.004',
      rows: () =>
        batches(
          files.map((file, index) =>
            fileLine(
              at(31, index),
              laptop,
              person,
              explorer,
              copyIn(`C:\\Users\\${person.accountName}\\Downloads`, file),
              { action: 'FileDeleted' },
            ),
          ),
        ),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  const { person } = on;
  return {
    title: `Data theft by departing user: ${person.displayName}`,
    description: 'Mass download from SharePoint followed by a copy to a USB drive, by somebody who leaves this month.',
    severity: 'high',
    tags: ['Insider', 'Need to know'],
    alerts: alertsOf(on),
    steps: stepsOf(on),
  };
}

export const insiderExfiltration: Story = {
  name: 'insider-exfiltration',
  weight: 3,
  verdicts: [verdicts.malicious, verdicts.confirmed],
  tell,
};
