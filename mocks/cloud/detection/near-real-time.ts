/**
 * What is new to a near-real-time rule. Sentinel goes by the time an event was ingested; here a row counts as ingested
 * when a run first finds it. And a minute in which none of the query's tables grew has nothing new to find: it is
 * known without asking.
 */
import type { AnswerRow } from '@/mocks/cloud/detection/answer-rows';
import { namedTables } from '@/mocks/cloud/detection/named-tables';
import { nrtDelayMs } from '@/mocks/cloud/detection/query-rule-run';

const rememberMs = 2 * 3_600_000;

export type NearRealTime = {
  /** False when the run cannot find anything. */
  worthAsking(rule: string, query: string, counts: Readonly<Record<string, number>>, atMs: number): boolean;
  /** The rows that no earlier run of the rule found. */
  unseen(rule: string, rows: readonly AnswerRow[], atMs: number): AnswerRow[];
};

type Growth = { rows: number; atMs: number };

export function createNearRealTime(): NearRealTime {
  const seen = new Map<string, Map<string, number>>();
  const growth = new Map<string, Growth>();
  return {
    worthAsking: (rule, query, counts, atMs) => {
      const named = namedTables([query]);
      if (named.all) return true;
      const tables = Object.entries(counts).filter(([table]) => named.has(table));
      const rows = tables.reduce((sum, [, count]) => sum + count, 0);
      const last = growth.get(rule);
      if (last?.rows !== rows) growth.set(rule, { rows, atMs });
      // What arrived is looked at only after the delay.
      return last === undefined || last.rows !== rows || atMs - last.atMs <= nrtDelayMs + 60_000;
    },
    unseen: (rule, rows, atMs) => {
      const known = seen.get(rule) ?? new Map<string, number>();
      seen.set(rule, known);
      for (const [row, foundMs] of known) if (foundMs < atMs - rememberMs) known.delete(row);
      return rows.filter((row) => {
        const key = JSON.stringify(row);
        const isNew = !known.has(key);
        known.set(key, atMs);
        return isNew;
      });
    },
  };
}
