/**
 * The parser's first query takes most of a second, and so does the first one that meets each world's tables: they are
 * asked before anybody waits for an answer.
 */
import type { Engine } from '../engine';

const usual = [
  'print 1',
  'SecurityIncident | where TimeGenerated > ago(7d) | summarize arg_max(TimeGenerated, *) by IncidentNumber | project IncidentNumber, Title, Status | top 5 by IncidentNumber desc',
  'let suspects = SigninLogs | where ResultType != "0" | summarize Failures = count() by UserPrincipalName | where Failures > 3; DeviceProcessEvents | where FileName in~ ("powershell.exe", "cmd.exe") and ProcessCommandLine has_any ("hidden", "encoded") | extend Host = tostring(split(DeviceName, ".")[0]), Tool = tostring(AdditionalFields.Tool) | join kind=inner (suspects | project AccountUpn = UserPrincipalName, Failures) on AccountUpn | summarize Runs = count(), Tools = make_set(Tool), Last = max(Timestamp) by Host, bin(Timestamp, 1h) | sort by Runs desc | take 10',
];

export async function warmUp(engine: Engine): Promise<void> {
  for (const world of ['workspace', 'hunting'] as const) {
    for (const text of usual) await engine.run(text, { now: new Date(0), world });
  }
}
