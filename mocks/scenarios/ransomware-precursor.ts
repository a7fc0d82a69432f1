/** Credential dumping on a server and shadow copies deleted: Defender disrupts the attack before files are touched. */
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { systemAccount } from '@/mocks/company/telemetry/device';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import { clockOf, serverOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, deviceEventLine, fileLine, imageLine, program } from '@/mocks/scenarios/kernel/device-lines';
import { disruptionLines } from '@/mocks/scenarios/kernel/disruption-lines';
import {
  deviceEvidence,
  fileEvidence,
  ipEvidence,
  processEvidence,
  seenAs,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { resolverOf, visitLines } from '@/mocks/scenarios/kernel/network-lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { networkLogonLines, networkSessionOf, startLines } from '@/mocks/scenarios/kernel/windows-log';

/** A tool of administrators under another name. */
const dumper = { ...binary('procdumq.exe', 'C:\\PerfLogs', ''), originalName: 'procdump' };
const dump = binary('l.dmp', 'C:\\PerfLogs', '');
const debugHelp = binary('dbgcore.dll', 'C:\\Windows\\System32', 'Microsoft Corporation');
const lsass = binary('lsass.exe', 'C:\\Windows\\System32', 'Microsoft Corporation');
const vssadmin = binary('vssadmin.exe', 'C:\\Windows\\System32', 'Microsoft Corporation');

function cast(scene: Scene) {
  const { company, random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const server = serverOf(scene);
  const c2 = carpathia.commandAndControl;
  const logon = { at: at(0, 30), server, person, from: laptop, isAdmin: true };
  const launcher = program(binaries.svchost, 'svchost.exe -k DcomLaunch -p', at(-2_000), 'services.exe', 'System');
  const host = child(launcher, binaries.wmiprvse, 'C:\\Windows\\system32\\wbem\\wmiprvse.exe -Embedding', at(0, 40));
  const asPerson = { ...host, logonId: networkSessionOf(logon) };
  const shell = child(asPerson, binaries.cmd, 'cmd.exe', at(1), 'High');
  const dumping = child(shell, dumper, `procdumq.exe -accepteula -ma lsass.exe ${dump.folderPath}`, at(2));
  const deleting = child(shell, vssadmin, 'vssadmin.exe delete shadows /all /quiet', at(9));
  const programs = { launcher, host, asPerson, shell, dumping, deleting };
  const controller = resolverOf(company.devices, server.site);
  const device = { at: at(14), verdict: 'malicious', roles: ['attacked'], remediation: 'active' } as const;
  const user = { at: at(14), verdict: 'malicious', roles: ['compromised'], remediation: 'remediated' } as const;
  const alert = { severity: 'high', firstAt: at(2), lastAt: at(9), investigationState: 'running' } as const;
  return { random, at, person, laptop, server, c2, logon, programs, controller, device, user, alert };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, server, c2, programs, device, user, alert }: Cast): AlertSeed[] {
  return [
    raiseAlert({
      ...alert,
      product: 'endpoint',
      key: random.guid(),
      title: 'Possible LSASS memory access',
      description: 'A renamed tool read the memory of LSASS.',
      category: 'CredentialAccess',
      techniques: ['T1003.001'],
      createdAt: at(10),
      evidence: [
        deviceEvidence(server, device),
        fileEvidence(dumper, server, { at: at(10), verdict: 'malicious', remediation: 'blocked' }),
        processEvidence(seenAs(programs.dumping, programs.shell, person), server, { at: at(10), verdict: 'malicious' }),
        userEvidence(person, user),
      ],
    }),
    raiseAlert({
      ...alert,
      product: 'endpoint',
      key: random.guid(),
      title: 'File backups were deleted',
      description: 'vssadmin removed every shadow copy.',
      category: 'Impact',
      techniques: ['T1490'],
      createdAt: at(12),
      evidence: [
        deviceEvidence(server, device),
        processEvidence(seenAs(programs.deleting, programs.shell, person), server, {
          at: at(12),
          verdict: 'malicious',
        }),
        ipEvidence(c2.ip, c2.place, {
          at: at(12),
          verdict: 'malicious',
          roles: ['commandAndControl'],
          remediation: 'blocked',
        }),
      ],
    }),
    raiseAlert({
      ...alert,
      product: 'xdr',
      key: random.guid(),
      title: 'Ransomware attack disrupted',
      description: 'The account was disabled and the device contained automatically.',
      category: 'Impact',
      techniques: ['T1486'],
      createdAt: at(14),
      evidence: [userEvidence(person, user), deviceEvidence(server, device)],
    }),
  ];
}

function stepsOf(on: Cast): Step[] {
  const { at, person, laptop, server, c2, logon, programs, controller } = on;
  const { launcher, host, asPerson, shell, dumping, deleting } = programs;
  const read = { FileName: lsass.fileName, DesiredAccess: 2_097_151 };
  return [
    {
      at: at(0, 30),
      what: 'Stolen credentials open a session on the server, and WMI starts a shell in it',
      technique: 'T1047',
      rows: () =>
        batches([
          ...networkLogonLines({ ...logon, controller }),
          ...startLines(server, systemAccount, launcher, host),
          ...startLines(server, person, asPerson, shell),
        ]),
    },
    {
      at: at(1, 30),
      what: 'A renamed dumper reads LSASS',
      technique: 'T1003.001',
      rows: () =>
        batches([
          fileLine(at(1, 30), server, person, shell, dumper),
          ...startLines(server, person, shell, dumping),
          imageLine(at(2, 1), server, person, dumping, debugHelp),
          deviceEventLine(at(2, 2), server, person, dumping, 'OpenProcessApiCall', read, { file: lsass }),
          fileLine(at(2, 6), server, person, dumping, dump),
        ]),
    },
    {
      at: at(6),
      what: 'It calls home',
      technique: 'T1071.001',
      rows: () =>
        batches(
          visitLines({
            at: at(6),
            device: server,
            who: person,
            person,
            by: shell,
            remoteIp: c2.ip,
            host: 'cdn-7f3a.example',
            resolver: controller,
          }),
        ),
    },
    {
      at: at(9),
      what: 'Shadow copies are deleted',
      technique: 'T1490',
      rows: () => batches(startLines(server, person, shell, deleting)),
    },
    {
      at: at(14),
      what: 'Attack disruption disables the account and contains the device; two more tries are stopped',
      technique: null,
      rows: () => batches(disruptionLines({ at: at(14), server, person, laptop })),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  const { server } = on;
  return {
    title: `Human-operated ransomware attack on ${server.hostName} (attack disruption)`,
    description:
      'Credentials were dumped and shadow copies deleted. Attack disruption contained the account and the device.',
    severity: 'high',
    priorityScore: 95,
    tags: ['Ransomware'],
    alerts: alertsOf(on),
    steps: stepsOf(on),
  };
}

export const ransomwarePrecursor: Story = {
  name: 'ransomware-precursor',
  weight: 2,
  verdicts: [verdicts.multiStage, verdicts.testing],
  tell,
};
