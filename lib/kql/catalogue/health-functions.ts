/**
 * Sentinel's functions over its own health and audit tables.
 * https://learn.microsoft.com/azure/sentinel/monitor-sentinel-health
 */
import type { SavedFunction } from './saved-function';

export const healthFunctions: readonly SavedFunction[] = ['SentinelHealth', 'SentinelAudit'].map((table) => ({
  name: `_${table}`,
  parameters: '()',
  body: table,
}));
