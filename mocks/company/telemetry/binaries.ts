/** Programs that run at Contoso, with the hashes they'd have. The hashes are made up; the paths are where Windows keeps them. */
import { hexOf } from '@/lib/base/random';

export type Binary = {
  readonly fileName: string;
  readonly folderPath: string;
  readonly vendor: string;
  /** The name its maker gave it, where somebody has renamed it. */
  readonly originalName?: string;
  readonly size: number;
  readonly sha256: string;
  readonly sha1: string;
  readonly md5: string;
};

const system32 = 'C:\\Windows\\System32';

export function binary(fileName: string, folder: string, vendor: string): Binary {
  const key = `contoso/binary/${folder}/${fileName}`;
  return {
    fileName,
    folderPath: folder.startsWith('/') ? `${folder}/${fileName}` : `${folder}\\${fileName}`,
    vendor,
    size: 20_000 + Number.parseInt(hexOf(`${key}/size`, 5), 16),
    sha256: hexOf(key, 64),
    sha1: hexOf(`${key}/1`, 40),
    md5: hexOf(`${key}/5`, 32),
  };
}

const microsoft = (fileName: string, folder = system32): Binary => binary(fileName, folder, 'Microsoft Corporation');

export const binaries = {
  wininit: microsoft('wininit.exe'),
  services: microsoft('services.exe'),
  svchost: microsoft('svchost.exe'),
  explorer: microsoft('explorer.exe', 'C:\\Windows'),
  userinit: microsoft('userinit.exe'),
  cmd: microsoft('cmd.exe'),
  conhost: microsoft('conhost.exe'),
  powershell: microsoft('powershell.exe', `${system32}\\WindowsPowerShell\\v1.0`),
  whoami: microsoft('whoami.exe'),
  nltest: microsoft('nltest.exe'),
  net: microsoft('net.exe'),
  net1: microsoft('net1.exe'),
  ipconfig: microsoft('ipconfig.exe'),
  tasklist: microsoft('tasklist.exe'),
  schtasks: microsoft('schtasks.exe'),
  wmiprvse: microsoft('WmiPrvSE.exe', `${system32}\\wbem`),
  taskhostw: microsoft('taskhostw.exe'),
  rundll32: microsoft('rundll32.exe'),
  mshta: microsoft('mshta.exe'),
  gpupdate: microsoft('gpupdate.exe'),
  msiexec: microsoft('msiexec.exe'),
  outlook: microsoft('OUTLOOK.EXE', 'C:\\Program Files\\Microsoft Office\\root\\Office16'),
  excel: microsoft('EXCEL.EXE', 'C:\\Program Files\\Microsoft Office\\root\\Office16'),
  word: microsoft('WINWORD.EXE', 'C:\\Program Files\\Microsoft Office\\root\\Office16'),
  teams: microsoft('ms-teams.exe', 'C:\\Program Files\\WindowsApps\\MSTeams'),
  edge: microsoft('msedge.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application'),
  edgeUpdate: microsoft('MicrosoftEdgeUpdate.exe', 'C:\\Program Files (x86)\\Microsoft\\EdgeUpdate'),
  oneDrive: microsoft('OneDrive.exe', 'C:\\Program Files\\Microsoft OneDrive'),
  senseIr: microsoft('SenseIR.exe', 'C:\\Program Files\\Windows Defender Advanced Threat Protection'),
  code: microsoft('Code.exe', 'C:\\Program Files\\Microsoft VS Code'),
  git: binary('git.exe', 'C:\\Program Files\\Git\\cmd', 'The Git Development Community'),
  node: binary('node.exe', 'C:\\Program Files\\nodejs', 'OpenJS Foundation'),
  erp: binary('ContosoErp.exe', 'C:\\Program Files\\Contoso\\ERP', 'Contoso Ltd'),
  backup: binary('ContosoBackup.exe', 'C:\\Program Files\\Contoso\\Backup', 'Contoso Ltd'),
  launchd: binary('launchd', '/sbin', 'Apple Inc.'),
  zsh: binary('zsh', '/bin', 'Apple Inc.'),
  systemd: binary('systemd', '/usr/lib/systemd', 'Canonical'),
  bash: binary('bash', '/usr/bin', 'Canonical'),
  curl: binary('curl', '/usr/bin', 'Canonical'),
  cron: binary('cron', '/usr/sbin', 'Canonical'),
} as const;
