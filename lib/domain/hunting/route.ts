/**
 * Which API a query goes to. Graph's advanced hunting knows both worlds once the workspace is connected, Log Analytics
 * knows only the workspace but keeps it longer than 30 days and answers more rows.
 */
import type { TableWorld } from '@/lib/domain/hunting/hunting-schema';
import type { HuntingApi } from '@/lib/domain/hunting/result-table';

/** Graph's advanced hunting looks back 30 days. https://learn.microsoft.com/graph/api/resources/security-api-overview */
const graphReachDays = 30;

const unitDays: Record<string, number> = { Y: 365, M: 30, W: 7, D: 1 };

/** Whole days of an ISO 8601 duration's date part; 0 for hours and for intervals, which name their own bounds. */
function daysOf(timespan: string | null): number {
  const date = /^P([^T]*)/u.exec(timespan ?? '')?.[1] ?? '';
  return [...date.matchAll(/(\d+)([YMWD])/gu)].reduce(
    (days, [, count, unit]) => days + Number(count) * (unitDays[unit ?? ''] ?? 0),
    0,
  );
}

/** Where a query goes; `reason` is for people. */
export type HuntingRoute = { api: HuntingApi; reason: string };

/**
 * `tables` are the names the query reads; `worldOf` is the catalogue (undefined: not in it, so it may be a custom
 * table or a function, which Graph also resolves).
 */
export function routeQuery(
  tables: readonly string[],
  worldOf: (table: string) => TableWorld | undefined,
  timespan: string | null,
): HuntingRoute {
  const worlds = tables.map((table) => ({ table, world: /_CL$/u.test(table) ? 'sentinel' : worldOf(table) }));
  const defender = worlds.filter(({ world }) => world === 'defender').map(({ table }) => table);
  const sentinel = worlds.filter(({ world }) => world === 'sentinel').map(({ table }) => table);
  if (defender.length === 0 && sentinel.length > 0) {
    return { api: 'logAnalytics', reason: `${sentinel.join(', ')}: workspace tables` };
  }
  if (defender.length === 0 && worlds.some(({ world }) => world === 'both') && daysOf(timespan) > graphReachDays) {
    return { api: 'logAnalytics', reason: `more than ${graphReachDays} days: only the workspace keeps them` };
  }
  if (defender.length > 0 && sentinel.length > 0) {
    return { api: 'graph', reason: `${defender.join(', ')} with ${sentinel.join(', ')}: only Graph knows both` };
  }
  return {
    api: 'graph',
    reason: defender.length > 0 ? `${defender.join(', ')}: Defender tables` : 'Graph knows both worlds',
  };
}
