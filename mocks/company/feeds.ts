/** Files behind URLs that queries may read with `externaldata`: lists a SOC would keep on its own web server. */
import { attackerIp, internetIp } from '@/mocks/company/sites';

const root = 'https://intel.contoso.com/feeds';

const addresses = [
  ['ip', 'threat', 'confidence', 'first_seen'],
  [attackerIp(44), 'Token theft', '95', '2025-01-13'],
  [attackerIp(45), 'Token theft', '90', '2025-01-14'],
  [attackerIp(77), 'Password spray', '85', '2025-01-02'],
  [attackerIp(112), 'Command and control', '99', '2024-12-20'],
  [internetIp(66), 'Scanner', '40', '2024-11-01'],
];

const domains = ['login-contoso.example', 'contoso-invoices.example', 'cdn-updates.example'];

const tools = [
  { name: 'procdumq.exe', technique: 'T1003.001', note: 'Reads the memory of lsass' },
  { name: 'psexec.exe', technique: 'T1569.002', note: 'Runs programs on other machines' },
  { name: 'rclone.exe', technique: 'T1567.002', note: 'Copies files to cloud storage' },
];

/** By exact URL; the names of the formats are those of `externaldata`. */
export const feeds: ReadonlyMap<string, string> = new Map([
  [`${root}/malicious-ips.csv`, `${addresses.map((row) => row.join(',')).join('\n')}\n`],
  [`${root}/phishing-domains.txt`, `${domains.join('\n')}\n`],
  [`${root}/dual-use-tools.json`, JSON.stringify(tools, null, 2)],
]);
