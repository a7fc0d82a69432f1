/**
 * From a laptop over WMI to servers. The intruder's tools pose as Windows programs: a `services.exe` that `svchost.exe`
 * starts, which starts a `wmiprvse.exe` with a `-n` switch. Real ones stand the other way round, and have no such switch.
 */
import type { Device } from '@/mocks/company/devices';
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { accountOf, deviceLogonRow, systemAccount } from '@/mocks/company/telemetry/device';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, serverOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { deviceEvidence, ipEvidence, processEvidence, userEvidence } from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, onDevice, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

const folder = 'C:\\ProgramData\\WinSvc';
const impostor = binary('services.exe', folder, '');
const tool = binary('wmiprvse.exe', folder, '');

function tell(scene: Scene): Telling {
  const { random } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const servers = [serverOf(scene), serverOf(scene), serverOf(scene)];
  const parent = program(impostor, `"${impostor.folderPath}" -k`, at(1), 'svchost.exe', 'System');
  const runs = servers.map((server, index) =>
    program(
      tool,
      `wmiprvse.exe -n ${server.ip} -c "cmd /c whoami > C:\\Windows\\Temp\\o${index}.txt"`,
      at(4 + index * 4),
      'services.exe',
      'System',
    ),
  );
  const part = (role: 'source' | 'destination') =>
    ({ at: at(24), verdict: 'malicious', roles: [role], remediation: 'active' }) as const;
  const [first] = runs;
  return {
    title: `Lateral movement over WMI from ${laptop.hostName} to ${servers.length} servers`,
    description: 'A program posing as the WMI host started commands on several servers.',
    severity: 'high',
    tags: ['Lateral movement'],
    alerts: [
      raiseAlert({
        product: 'endpoint',
        key: random.guid(),
        title: 'Suspicious WMI process creation',
        description:
          'A process that carries the name of a Windows component was started from an unusual folder and ran remote commands.',
        severity: 'high',
        category: 'LateralMovement',
        techniques: ['T1047', 'T1036.005'],
        firstAt: at(4),
        lastAt: at(14),
        createdAt: at(22),
        investigationState: 'pendingApproval',
        evidence: [
          deviceEvidence(laptop, part('source')),
          ...(first
            ? [
                processEvidence(
                  {
                    binary: tool,
                    commandLine: first.commandLine,
                    pid: first.pid,
                    startedAt: at(4),
                    parent: impostor,
                    parentPid: parent.pid,
                    person: null,
                  },
                  laptop,
                  { at: at(24), verdict: 'malicious', remediation: 'active' },
                ),
              ]
            : []),
          ...servers.map((server) => deviceEvidence(server, part('destination'))),
        ],
      }),
      raiseAlert({
        product: 'identity',
        key: random.guid(),
        title: 'Remote code execution attempt',
        description: `${person.displayName} tried to run commands on servers over WMI.`,
        severity: 'medium',
        category: 'LateralMovement',
        techniques: ['T1047'],
        firstAt: at(4),
        lastAt: at(14),
        createdAt: at(24),
        evidence: [
          userEvidence(person, { at: at(24), roles: ['compromised'], verdict: 'suspicious' }),
          deviceEvidence(laptop, part('source')),
          ipEvidence(laptop.ip, null, { at: at(24), roles: ['source'] }),
        ],
      }),
    ],
    steps: [
      {
        at: at(1),
        what: 'A false services.exe starts on the laptop',
        technique: 'T1036.005',
        rows: () =>
          batches([
            processLine(
              laptop,
              systemAccount,
              program(binaries.svchost, 'svchost.exe -k netsvcs', at(0), 'services.exe', 'System'),
              parent,
            ),
          ]),
      },
      {
        at: at(4),
        what: 'It runs its wmiprvse.exe against three servers',
        technique: 'T1047',
        rows: () =>
          batches(
            servers.flatMap((server, index): Line[] => {
              const run = runs[index];
              return run ? attackOn(server, run.startedAt) : [];
            }),
          ),
      },
    ],
  };

  function attackOn(server: Device, when: number): Line[] {
    const run = runs.find((candidate) => candidate.startedAt === when) ?? parent;
    const landing = program(
      binaries.wmiprvse,
      'C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding',
      when,
      'svchost.exe',
      'System',
    );
    return [
      processLine(laptop, systemAccount, parent, run),
      connectionLine(when + 400, laptop, systemAccount, run, {
        remoteIp: server.ip,
        remotePort: 135,
        remoteUrl: server.dnsName,
      }),
      [
        'DeviceLogonEvents',
        deviceLogonRow({
          at: when + 900,
          device: server,
          account: accountOf(person),
          success: true,
          logonType: 'Network',
          remoteIp: laptop.ip,
          remoteDeviceName: laptop.hostName,
          isLocalAdmin: true,
          reportId: onDevice(when, server, person, landing).reportId,
        }),
      ],
      processLine(
        server,
        person,
        landing,
        program(binaries.cmd, 'cmd /c whoami', when + 1_500, 'WmiPrvSE.exe', 'High'),
      ),
    ];
  }
}

export const wmiLateralMovement: Story = {
  name: 'wmi-lateral-movement',
  weight: 3,
  verdicts: [verdicts.multiStage, verdicts.testing],
  tell,
};
