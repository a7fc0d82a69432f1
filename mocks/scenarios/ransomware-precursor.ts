/** Credential dumping on a server and shadow copies deleted: Defender disrupts the attack before files are touched. */
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import { clockOf, serverOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { deviceEvidence, fileEvidence, ipEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

const dumper = binary('procdumq.exe', 'C:\\PerfLogs', '');
const vssadmin = binary('vssadmin.exe', 'C:\\Windows\\System32', 'Microsoft Corporation');

function cast(scene: Scene) {
  const { random } = scene;
  const at = clockOf(scene);
  const { person } = windowsVictimOf(scene);
  const server = serverOf(scene);
  const c2 = carpathia.commandAndControl;
  const shell = program(binaries.cmd, 'cmd.exe', at(1), 'WmiPrvSE.exe', 'High');
  const device = { at: at(14), verdict: 'malicious', roles: ['attacked'], remediation: 'active' } as const;
  const user = { at: at(14), verdict: 'malicious', roles: ['compromised'], remediation: 'remediated' } as const;
  const alert = { severity: 'high', firstAt: at(2), lastAt: at(9), investigationState: 'running' } as const;
  return { random, at, person, server, c2, shell, device, user, alert };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, server, c2, device, user, alert }: Cast): AlertSeed[] {
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

function stepsOf({ at, person, server, c2, shell }: Cast): Step[] {
  return [
    {
      at: at(2),
      what: 'A renamed dumper reads LSASS',
      technique: 'T1003.001',
      rows: () =>
        batches([
          processLine(
            server,
            person,
            shell,
            program(dumper, 'procdumq.exe -accepteula -ma lsass.exe C:\\PerfLogs\\l.dmp', at(2), 'cmd.exe', 'High'),
          ),
        ]),
    },
    {
      at: at(6),
      what: 'It calls home',
      technique: 'T1071.001',
      rows: () =>
        batches([
          connectionLine(at(6), server, person, shell, {
            remoteIp: c2.ip,
            remotePort: 443,
            remoteUrl: 'cdn-7f3a.example',
          }),
        ]),
    },
    {
      at: at(9),
      what: 'Shadow copies are deleted',
      technique: 'T1490',
      rows: () =>
        batches([
          processLine(
            server,
            person,
            shell,
            program(vssadmin, 'vssadmin.exe delete shadows /all /quiet', at(9), 'cmd.exe', 'High'),
          ),
        ]),
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
