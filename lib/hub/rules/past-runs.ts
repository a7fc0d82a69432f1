/**
 * What a rule's query would have found in its runs of the last week. The answers are kept for a while: an analyst who
 * tries other mappings and groupings of the same query asks nobody anew.
 */
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { planRuns, type RunWindow } from '@/lib/domain/rule/plan-runs';
import type { PastRun } from '@/lib/domain/rule/raise-alerts';
import type { RuleLogic } from '@/lib/domain/rule/rule';
import type { RefusedQuery } from '@/lib/domain/rule/rule-preview';
import { type AskOptions, askWindow, mostRowsPerRun } from '@/lib/hub/rules/ask-window';

export type PastRuns = {
  kind: 'asked';
  /** Oldest first. */
  runs: PastRun[];
  /** How far back they go, in ms. */
  spanMs: number;
  limitedBy: 'runs' | 'rows' | null;
  /** Runs whose rows were not all answered. */
  cutRuns: number;
};

/** Rejects with an ApiError when the service could not be asked, and when `signal` aborts. */
export type AskPastRuns = (
  logic: Pick<RuleLogic, 'query' | 'schedule'>,
  signal: AbortSignal,
) => Promise<PastRuns | RefusedQuery>;

/** Log Analytics runs five queries of a user at once. https://learn.microsoft.com/azure/azure-monitor/service-limits */
const lanes = 4;
/** All runs together: the older ones are left out beyond it. */
const mostRows = 100_000;
const keptMs = 2 * 60_000;
const mostKept = 6;

type Answered = { window: RunWindow; table: ResultTable };

function runOf({ window, table: { columns, rows } }: Answered): PastRun {
  return {
    at: window.at,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
  };
}

const isCut = ({ table: { status, rows } }: Answered): boolean => status === 'partial' || rows.length >= mostRowsPerRun;

/** The newest runs whose rows fit, without a gap between them. */
function fitting(answered: readonly Answered[]): Answered[] {
  let rows = 0;
  const end = answered.findIndex(({ table }) => {
    rows += table.rows.length;
    return rows > mostRows;
  });
  // The newest is there however large it is.
  return end === -1 ? [...answered] : answered.slice(0, Math.max(1, end));
}

async function askAll(
  options: AskOptions,
  query: string,
  windows: readonly RunWindow[],
  signal: AbortSignal,
): Promise<Answered[] | RefusedQuery> {
  const [newest, ...older] = windows;
  if (newest === undefined) return [];
  // One alone first: a query that is wrong is wrong a hundred times.
  const first = await askWindow(options, query, newest, signal);
  if (first.kind === 'refused') return first;
  const answered: Answered[] = [{ window: newest, table: first.table }];
  let refused: RefusedQuery | null = null;
  let rows = first.table.rows.length;
  let next = 0;
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const lane = async (): Promise<void> => {
    while (next < older.length && rows <= mostRows && refused === null) {
      const at = next;
      next += 1;
      const window = older[at];
      if (window === undefined) return;
      const answer = await askWindow(options, query, window, either);
      if (answer.kind === 'refused') {
        refused = answer;
        return;
      }
      rows += answer.table.rows.length;
      answered[at + 1] = { window, table: answer.table };
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    // The other lanes have nobody to ask for any more.
    failed.abort();
    throw error;
  }
  return refused ?? fitting(answered);
}

/** Keeps the answers of the last few queries for two minutes. */
export function createPastRuns(options: AskOptions & { now: () => Date }): AskPastRuns {
  const kept = new Map<string, { atMs: number; runs: PastRuns }>();

  return async ({ query, schedule }, signal) => {
    const key = JSON.stringify([query, schedule?.frequency, schedule?.period]);
    const known = kept.get(key);
    if (known !== undefined && options.nowMs() - known.atMs < keptMs) return known.runs;
    const { windows, spanOf, limited } = planRuns(schedule, options.now());
    const answered = await askAll(options, query, windows, signal);
    if ('kind' in answered) return answered;
    const runs: PastRuns = {
      kind: 'asked',
      runs: answered.map(runOf).reverse(),
      spanMs: spanOf(answered.length),
      limitedBy: answered.length < windows.length ? 'rows' : limited ? 'runs' : null,
      cutRuns: answered.filter(isCut).length,
    };
    kept.delete(key);
    kept.set(key, { atMs: options.nowMs(), runs });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return runs;
  };
}
