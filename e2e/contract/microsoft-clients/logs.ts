/** `@azure/monitor-query-logs`: rows with their types, an answer that was cut, and a query that makes no sense. */
import { LogsQueryResultStatus } from '@azure/monitor-query-logs';
import { credential, logsAs, refused, workspaceId } from '@/e2e/contract/microsoft-clients/connection';

const month = { duration: 'P30D' };

export async function logs() {
  const client = logsAs(credential);
  const query =
    'SecurityIncident | where ProviderIncidentId == "12345" | take 1 | project TimeGenerated, IncidentNumber, Labels, Severity';
  const whole = await client.queryWorkspace(workspaceId, query, month, { includeQueryStatistics: true });
  if (whole.status !== LogsQueryResultStatus.Success) throw new Error('the answer is not whole');
  const [table] = whole.tables;
  const [time, number, labels] = table?.rows[0] ?? [];
  const cut = await client.queryWorkspace(workspaceId, 'range n from 1 to 500001 step 1', month);
  if (cut.status !== LogsQueryResultStatus.PartialFailure) throw new Error('the answer was not cut');
  return {
    columns: table?.columnDescriptors.map(({ name, type }) => `${name}: ${type}`),
    time: time instanceof Date,
    number: typeof number,
    labels: Array.isArray(labels),
    statistics: whole.statistics !== undefined,
    cut: { code: cut.partialError.code, rows: cut.partialTables[0]?.rows.length },
    broken: await refused(client.queryWorkspace(workspaceId, 'SecurityIncident | wher 1', month)),
  };
}
