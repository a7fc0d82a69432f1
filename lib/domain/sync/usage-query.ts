/** The workspace's own account of what the incidents and alerts of both systems cost: free tables, says Microsoft, and `Usage` knows. */

/** What Microsoft brings to the workspace free of charge to keep the two systems in step. */
export const syncedTables = ['SecurityAlert', 'SecurityIncident'] as const;

/** ISO 8601: a month and a day, as bills are. */
export const usageTimespan = 'P31D';

/** MB by table, and whether they are billed. */
export const usageQuery = `Usage
| where DataType in (${syncedTables.map((table) => `"${table}"`).join(', ')})
| summarize Megabytes = sum(Quantity) by DataType, IsBillable`;
