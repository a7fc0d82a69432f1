/**
 * From a laptop over WMI to servers. The intruder's tools pose as Windows programs: a `services.exe` that `svchost.exe`
 * starts, which starts a `wmiprvse.exe` with a `-n` switch. Real ones stand the other way round, and have no such switch.
 */
import type { Device } from '@/mocks/company/devices';
import { type Binary, binaries, binary } from '@/mocks/company/telemetry/binaries';
import { type RunningProgram, systemAccount } from '@/mocks/company/telemetry/device';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, serverOf, windowsVictimOf } from '@/mocks/scenarios/kernel/cast';
import { child, connectionLine, fileLine, processLine, program } from '@/mocks/scenarios/kernel/device-lines';
import {
  deviceEvidence,
  ipEvidence,
  type Part,
  processEvidence,
  seenAs,
  userEvidence,
} from '@/mocks/scenarios/kernel/evidence';
import { resolverOf } from '@/mocks/scenarios/kernel/network-lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { AlertSeed, Scene, Step, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';
import { networkLogonLines, networkSessionOf, startLines } from '@/mocks/scenarios/kernel/windows-log';

const folder = 'C:\\ProgramData\\WinSvc';
const impostor = binary('services.exe', folder, '');
const tool = binary('wmiprvse.exe', folder, '');
const realHost = 'C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding';

type Run = { readonly server: Device; readonly run: RunningProgram; readonly output: Binary };

function cast(scene: Scene) {
  const { company } = scene;
  const at = clockOf(scene);
  const { person, laptop } = windowsVictimOf(scene);
  const servers = [...new Set([serverOf(scene), serverOf(scene), serverOf(scene), serverOf(scene)])];
  const services = program(binaries.services, 'C:\\Windows\\system32\\services.exe', at(-300), 'wininit.exe', 'System');
  const svchost = child(services, binaries.svchost, 'svchost.exe -k netsvcs', at(-299));
  const parent = child(svchost, impostor, `"${impostor.folderPath}" -k`, at(1));
  const runs = servers.map((server, index): Run => {
    const output = binary(`o${index}.txt`, 'C:\\Windows\\Temp', '');
    const commandLine = `wmiprvse.exe -n ${server.ip} -c "cmd /c whoami > ${output.folderPath}"`;
    return { server, output, run: child(parent, tool, commandLine, at(4 + index * 4)) };
  });
  return { company, random: scene.random, at, person, laptop, svchost, parent, runs };
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
  const processes = runs
    .slice(0, 1)
    .map(({ run }) =>
      processEvidence(seenAs(run, parent, null), laptop, { at: at(22), verdict: 'malicious', remediation: 'active' }),
    );
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

/** One server: the tool on the laptop, the connections, the logon, and what the real WMI host then starts there. */
function attackOn({ company, person, laptop, parent }: Cast, { server, run, output }: Run): Line[] {
  const when = run.startedAt;
  const logon = { at: when + 900, server, person, from: laptop, isAdmin: true };
  const session = networkSessionOf(logon);
  const launcher = program(
    binaries.svchost,
    'svchost.exe -k DcomLaunch -p',
    when - 86_400_000,
    'services.exe',
    'System',
  );
  const host = child(launcher, binaries.wmiprvse, realHost, when + 1_000);
  const asPerson = { ...host, logonId: session };
  const shell = child(asPerson, binaries.cmd, `cmd /c whoami > ${output.folderPath}`, when + 1_500, 'High');
  const whoami = child(shell, binaries.whoami, 'whoami', when + 1_560);
  const to = { remoteIp: server.ip, remoteUrl: server.dnsName };
  return [
    processLine(laptop, systemAccount, parent, run),
    connectionLine(when + 400, laptop, systemAccount, run, { ...to, remotePort: 135 }),
    connectionLine(when + 700, laptop, systemAccount, run, { ...to, remotePort: 49_667 }),
    ...networkLogonLines({ ...logon, controller: resolverOf(company.devices, server.site) }),
    ...startLines(server, systemAccount, launcher, host),
    ...startLines(server, person, asPerson, shell),
    ...startLines(server, person, shell, whoami),
    fileLine(when + 1_580, server, person, shell, output),
  ];
}

function stepsOf(on: Cast): Step[] {
  const { at, laptop, svchost, parent, runs } = on;
  return [
    {
      at: at(0, 30),
      what: 'Two programs with the names of Windows components are put into ProgramData',
      technique: 'T1036.005',
      rows: () =>
        batches(
          [impostor, tool].map((file, index) => fileLine(at(0, 30 + index), laptop, systemAccount, svchost, file)),
        ),
    },
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
