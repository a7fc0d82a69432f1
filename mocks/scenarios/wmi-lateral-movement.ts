/**
 * From a laptop over WMI to servers. The intruder's tools pose as Windows programs: a `services.exe` that `svchost.exe`
 * starts, which starts a `wmiprvse.exe` with a `-n` switch. Real ones stand the other way round, and have no such switch.
 */
import type { Device } from '@/mocks/company/devices';
import { binaries, binary } from '@/mocks/company/telemetry/binaries';
import { accountOf, deviceLogonRow, type RunningProgram, systemAccount } from '@/mocks/company/telemetry/device';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, serverOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import {
  deviceEvidence,
  ipEvidence,
  type Part,
  processEvidence,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { connectionLine, onDevice, processLine, program } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

const folder = 'C:\\ProgramData\\WinSvc';
const impostor = binary('services.exe', folder, '');
const tool = binary('wmiprvse.exe', folder, '');
const realHost = 'C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding';

type Run = { readonly server: Device; readonly run: RunningProgram };

function cast(scene: Scene) {
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const servers = [...new Set([serverOf(scene), serverOf(scene), serverOf(scene), serverOf(scene)])];
  const parent = program(impostor, `"${impostor.folderPath}" -k`, at(1), 'svchost.exe', 'System');
  const runs = servers.map((server, index): Run => {
    const commandLine = `wmiprvse.exe -n ${server.ip} -c "cmd /c whoami > C:\\Windows\\Temp\\o${index}.txt"`;
    return { server, run: program(tool, commandLine, at(4 + index * 4), 'services.exe', 'System') };
  });
  return { random: scene.random, at, person, laptop, parent, runs };
}
type Cast = ReturnType<typeof cast>;

function alertsOf({ random, at, person, laptop, parent, runs }: Cast): AlertSeed[] {
  const part = (minutes: number, role: 'source' | 'destination'): Part => ({
    at: at(minutes),
    verdict: 'malicious',
    roles: [role],
    remediation: 'active',
  });
  const seen = { firstAt: at(4), lastAt: at(18), category: 'LateralMovement' } as const;
  const processes = runs.slice(0, 1).map(({ run }) => {
    const { commandLine, pid, startedAt } = run;
    const running = {
      binary: tool,
      commandLine,
      pid,
      startedAt,
      parent: impostor,
      parentPid: parent.pid,
      person: null,
    };
    return processEvidence(running, laptop, { at: at(22), verdict: 'malicious', remediation: 'active' });
  });
  return [
    raiseAlert({
      ...seen,
      product: 'endpoint',
      key: random.guid(),
      title: 'Suspicious WMI process creation',
      description:
        'A process with the name of a Windows component started from an unusual folder and ran remote commands.',
      severity: 'high',
      techniques: ['T1047', 'T1036.005'],
      createdAt: at(22),
      investigationState: 'pendingApproval',
      evidence: [
        deviceEvidence(laptop, part(22, 'source')),
        ...processes,
        ...runs.map(({ server }) => deviceEvidence(server, part(22, 'destination'))),
      ],
    }),
    raiseAlert({
      ...seen,
      product: 'identity',
      key: random.guid(),
      title: 'Remote code execution attempt',
      description: `${person.displayName} tried to run commands on servers over WMI.`,
      severity: 'medium',
      techniques: ['T1047'],
      createdAt: at(24),
      evidence: [
        userEvidence(person, { at: at(24), roles: ['compromised'], verdict: 'suspicious' }),
        deviceEvidence(laptop, part(24, 'source')),
        ipEvidence(laptop.ip, null, { at: at(24), roles: ['source'] }),
      ],
    }),
  ];
}

/** One server: the tool on the laptop, the connection, the logon, and what the real WMI host then starts. */
function attackOn({ person, laptop, parent }: Cast, { server, run }: Run): Line[] {
  const when = run.startedAt;
  const landing = program(binaries.wmiprvse, realHost, when + 1_000, 'svchost.exe', 'System');
  const logon = deviceLogonRow({
    at: when + 900,
    device: server,
    account: accountOf(person),
    success: true,
    logonType: 'Network',
    remoteIp: laptop.ip,
    remoteDeviceName: laptop.hostName,
    isLocalAdmin: true,
    reportId: onDevice(when, server, person, landing).reportId,
  });
  const to = { remoteIp: server.ip, remotePort: 135, remoteUrl: server.dnsName };
  return [
    processLine(laptop, systemAccount, parent, run),
    connectionLine(when + 400, laptop, systemAccount, run, to),
    ['DeviceLogonEvents', logon],
    processLine(server, person, landing, program(binaries.cmd, 'cmd /c whoami', when + 1_500, 'WmiPrvSE.exe', 'High')),
  ];
}

function stepsOf(on: Cast): Step[] {
  const { at, laptop, parent, runs } = on;
  const svchost = program(binaries.svchost, 'svchost.exe -k netsvcs', at(0), 'services.exe', 'System');
  return [
    {
      at: at(1),
      what: 'A false services.exe starts on the laptop',
      technique: 'T1036.005',
      rows: () => batches([processLine(laptop, systemAccount, svchost, parent)]),
    },
    {
      at: at(4),
      what: `It runs its wmiprvse.exe against ${runs.length} servers`,
      technique: 'T1047',
      rows: () => batches(runs.flatMap((run) => attackOn(on, run))),
    },
  ];
}

function tell(scene: Scene): Telling {
  const on = cast(scene);
  return {
    title: `Lateral movement over WMI from ${on.laptop.hostName} to ${on.runs.length} servers`,
    description: 'A program posing as the WMI host started commands on several servers.',
    severity: 'high',
    tags: ['Lateral movement'],
    alerts: alertsOf(on),
    steps: stepsOf(on),
  };
}

export const wmiLateralMovement: Story = {
  name: 'wmi-lateral-movement',
  weight: 3,
  verdicts: [verdicts.multiStage, verdicts.testing],
  tell,
};
