/** Somebody who has handed in their notice downloads a great deal and copies it to a stick. */
import { hexOf } from '@/lib/base/random';
import { binaries } from '@/mocks/company/telemetry/binaries';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { deviceEventRow, fileRow } from '@/mocks/company/telemetry/device';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { cloudAppEvidence, deviceEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { cloudLine, onDevice, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function cast(scene: Scene) {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const files = Array.from({ length: 14 }, (_, index) => `Design ${String.fromCharCode(65 + index)}.dwg`);
  const explorer = program(binaries.explorer, 'explorer.exe', at(-90), 'userinit.exe');
  const from = { ip: person.site.egressIp, place: person.site };
  const part = { at: at(35), roles: ['policyViolator'], verdict: 'suspicious' } as const;
  return { random, at, person, laptop, files, explorer, from, part };
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

function stepsOf({ at, person, laptop, files, explorer, from }: Cast): Step[] {
  return [
    {
      at: at(0),
      what: `${files.length} drawings are downloaded`,
      technique: 'T1530',
      rows: () =>
        batches(
          files.map((file, index) =>
            cloudLine({
              at: at(0, index * 40),
              person,
              from,
              app: cloudApps.sharePoint,
              action: 'FileDownloaded',
              object: file,
              objectType: 'File',
            }),
          ),
        ),
    },
    {
      at: at(20),
      what: 'A USB drive is mounted and the drawings are copied',
      technique: 'T1052.001',
      rows: () =>
        batches([
          [
            'DeviceEvents',
            deviceEventRow(onDevice(at(20), laptop, person, explorer), 'UsbDriveMounted', {
              DriveLetter: 'E:',
              BusType: 'USB',
              ProductName: 'Transit Stick 256GB',
            }),
          ],
          ...files.map(
            (fileName, index): Line => [
              'DeviceFileEvents',
              fileRow(onDevice(at(21, index * 9), laptop, person, explorer), {
                action: 'FileCreated',
                fileName,
                folderPath: 'E:',
                size: 3_000_000 + index * 70_000,
                sha256: hexOf(fileName, 64),
              }),
            ],
          ),
        ]),
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
