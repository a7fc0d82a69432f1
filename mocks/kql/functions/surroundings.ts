// Where and for whom a query runs. The engine is in process and asks for no identity, so these are what a Kusto without one answers.
import type { FunctionRow } from './function-row';

/** The data shard of values that were computed, which all values of this engine are. */
const noShard = "'00000000-0000-0000-0000-000000000000'";

export const surroundingFunctions: readonly FunctionRow[] = [
  { kql: 'current_cluster_endpoint(): string', sql: "'localhost'" },
  { kql: 'current_database(): string', sql: "'NetDefaultDB'" },
  { kql: 'current_principal(): string', sql: "'<null identity>'" },
  { kql: 'extent_id(): guid', sql: noShard },
  { kql: 'extentid(): guid', sql: noShard },
];
