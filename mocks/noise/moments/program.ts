/** Process trees that make sense: what starts what on laptops, servers, Macs and Linux machines. */
import { type Random, weigh } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import { type Binary, binaries } from '@/mocks/company/telemetry/binaries';
import {
  type Account,
  accountOf,
  type DeviceMoment,
  type RunningProgram,
  running,
  systemAccount,
} from '@/mocks/company/telemetry/device';
import { longCommandLine, seasoned } from '@/mocks/noise/hostile';
import type { Moment } from '@/mocks/noise/table';

type Start = {
  readonly parent: Binary;
  readonly grandparent: string;
  readonly parentLine: string;
  readonly child: Binary;
  /** Command lines to choose from; `#` becomes a number. */
  readonly lines: readonly string[];
  readonly asSystem?: boolean;
};

function start(parent: Binary, grandparent: Binary, child: Binary, lines: readonly string[], asSystem = false): Start {
  const parentLine = parent === binaries.svchost ? 'svchost.exe -k netsvcs -p -s Schedule' : `"${parent.folderPath}"`;
  return { parent, grandparent: grandparent.fileName, parentLine, child, lines, asSystem };
}

const b = binaries;

const laptopStarts = weigh<Start>([
  [
    start(b.explorer, b.userinit, b.edge, [
      '"msedge.exe" --profile-directory=Default',
      '"msedge.exe" --single-argument https://contoso.sharepoint.com/',
    ]),
    16,
  ],
  [
    start(b.edge, b.explorer, b.edge, [
      '"msedge.exe" --type=renderer --lang=en-GB --renderer-client-id=#',
      '"msedge.exe" --type=utility --utility-sub-type=network.mojom.NetworkService',
    ]),
    22,
  ],
  [start(b.explorer, b.userinit, b.outlook, ['"OUTLOOK.EXE"', '"OUTLOOK.EXE" /recycle']), 6],
  [
    start(b.outlook, b.explorer, b.word, ['"WINWORD.EXE" /n "C:\\Users\\Public\\Downloads\\Statement of work.docx"']),
    4,
  ],
  [start(b.outlook, b.explorer, b.edge, ['"msedge.exe" --single-argument https://fabrikam.example/doc/#']), 5],
  [start(b.explorer, b.userinit, b.excel, ['"EXCEL.EXE" "\\\\srv-files\\finance\\Forecast #.xlsx"']), 6],
  [start(b.explorer, b.userinit, b.teams, ['"ms-teams.exe" msteams:system-initiated']), 7],
  [start(b.explorer, b.userinit, b.oneDrive, ['"OneDrive.exe" /background']), 3],
  [
    start(b.explorer, b.userinit, b.erp, ['"ContosoErp.exe" /module:orders', '"ContosoErp.exe" /module:stock /site:#']),
    5,
  ],
  [start(b.svchost, b.services, b.taskhostw, ['taskhostw.exe Install $(Arg0)', 'taskhostw.exe SYSTEM'], true), 7],
  [start(b.svchost, b.services, b.edgeUpdate, ['MicrosoftEdgeUpdate.exe /ua /installsource scheduler'], true), 3],
  [
    start(b.svchost, b.services, b.wmiprvse, ['C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding'], true),
    5,
  ],
  [
    start(
      b.services,
      b.wininit,
      b.svchost,
      [
        'C:\\Windows\\system32\\svchost.exe -k LocalService -p',
        'C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s wuauserv',
      ],
      true,
    ),
    7,
  ],
  [start(b.svchost, b.services, b.gpupdate, ['gpupdate.exe /target:computer'], true), 2],
  [
    start(
      b.senseIr,
      b.services,
      b.powershell,
      ['powershell.exe -ExecutionPolicy AllSigned -NoProfile -NonInteractive -Command "& {. .\\SenseCheck#.ps1}"'],
      true,
    ),
    2,
  ],
]);

/** Engineers and administrators also use the command line: the near misses of the reconnaissance hunts. */
const technicalStarts = weigh<Start>([
  [start(b.explorer, b.userinit, b.code, ['"Code.exe" --folder-uri file:///c%3A/src/portal']), 20],
  [
    start(b.code, b.explorer, b.git, [
      'git.exe status -z -u',
      'git.exe fetch --prune origin',
      'git.exe log --format=%H -n #',
    ]),
    34,
  ],
  [
    start(b.code, b.explorer, b.node, [
      'node.exe node_modules/typescript/bin/tsc --noEmit',
      'node.exe server.js --port #',
    ]),
    16,
  ],
  [
    start(b.explorer, b.userinit, b.powershell, [
      'powershell.exe',
      'powershell.exe -NoLogo -File C:\\src\\tools\\deploy.ps1 -Ring #',
    ]),
    12,
  ],
  [start(b.powershell, b.explorer, b.ipconfig, ['ipconfig /all', 'ipconfig /flushdns']), 7],
  [start(b.cmd, b.explorer, b.whoami, ['whoami', 'whoami /upn']), 2],
  [start(b.cmd, b.explorer, b.tasklist, ['tasklist /svc']), 4],
  [start(b.cmd, b.explorer, b.net, ['net use Z: \\\\srv-files\\builds /persistent:no']), 4],
  [start(b.net, b.cmd, b.net1, ['C:\\Windows\\system32\\net1 use Z: \\\\srv-files\\builds']), 1],
]);

const serverStarts = weigh<Start>([
  [start(b.svchost, b.services, b.taskhostw, ['taskhostw.exe SYSTEM'], true), 22],
  [start(b.services, b.wininit, b.backup, ['ContosoBackup.exe --job nightly --shard #'], true), 14],
  [start(b.svchost, b.services, b.schtasks, ['schtasks.exe /query /fo csv'], true), 10],
  [start(b.svchost, b.services, b.wmiprvse, ['C:\\Windows\\system32\\wbem\\wmiprvse.exe -Embedding'], true), 18],
  [
    start(
      b.svchost,
      b.services,
      b.powershell,
      ['powershell.exe -NonInteractive -File C:\\Ops\\health-check.ps1 -Id #'],
      true,
    ),
    16,
  ],
  [
    start(
      b.cmd,
      b.svchost,
      b.rundll32,
      ['rundll32.exe C:\\Windows\\system32\\davclnt.dll,DavSetCookie srv-files'],
      true,
    ),
    4,
  ],
  [start(b.services, b.wininit, b.msiexec, ['C:\\Windows\\system32\\msiexec.exe /V'], true), 5],
]);

const macStarts = weigh<Start>([
  [start(b.launchd, b.launchd, b.zsh, ['-zsh', 'zsh -l']), 30],
  [start(b.zsh, b.launchd, b.git, ['git pull --ff-only', 'git commit -m "wip #"']), 40],
  [start(b.zsh, b.launchd, b.node, ['node --watch server.js']), 30],
]);

const linuxStarts = weigh<Start>([
  [start(b.systemd, b.systemd, b.cron, ['/usr/sbin/cron -f -P'], true), 20],
  [
    start(
      b.cron,
      b.systemd,
      b.bash,
      ['/bin/sh -c /opt/contoso/bin/rotate.sh #', '/bin/sh -c test -x /usr/sbin/anacron'],
      true,
    ),
    40,
  ],
  [
    start(
      b.bash,
      b.cron,
      b.curl,
      ['curl -fsS http://10.20.8.12:8080/healthz', 'curl -s http://127.0.0.1:9100/metrics'],
      true,
    ),
    40,
  ],
]);

const technicalDepartments = new Set(['Engineering', 'IT Operations', 'Research', 'Security Operations']);

function startsFor(device: Device, person: Person | null, random: Random) {
  if (device.role === 'linuxServer') return linuxStarts;
  if (device.role === 'server' || device.role === 'domainController') return serverStarts;
  if (device.osPlatform === 'macOS') return macStarts;
  return person && technicalDepartments.has(person.department) && random.chance(0.35) ? technicalStarts : laptopStarts;
}

/** A device, who uses it, and one program starting another. */
export function programMoment(moment: Moment): { by: DeviceMoment; started: RunningProgram } {
  const { at, staff, random } = moment;
  const onServer = random.chance(0.24);
  const person = onServer ? null : staff.someone(at, random);
  const device = person
    ? staff.laptop(person)
    : random.pick(
        random.chance(0.25) ? staff.linuxServers : random.chance(0.1) ? staff.domainControllers : staff.servers,
      );
  const chosen = random.draw(startsFor(device, person, random));
  const account: Account = chosen.asSystem || !person ? systemAccount : accountOf(person);
  const startedAt = at - 1_000 - random.int(5_400_000);
  const parent = running(
    random,
    chosen.parent,
    chosen.parentLine,
    startedAt,
    { fileName: chosen.grandparent },
    chosen.asSystem ? 'System' : 'Medium',
  );
  const line = random.pick(chosen.lines).replace('#', String(random.int(9_000)));
  const commandLine = random.chance(0.00015) ? longCommandLine : seasoned(line, random);
  const started = running(
    random,
    chosen.child,
    commandLine,
    at,
    { fileName: chosen.parent.fileName, pid: parent.pid },
    parent.integrity,
  );
  return { by: { at, device, account, by: parent, reportId: 1 + random.int(2_000_000) }, started };
}
