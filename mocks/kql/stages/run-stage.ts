/** Runs a stage for the database: tables and settings as text in, a table as text out. */
import { QueryFault } from '../functions/js/query-fault';
import { readCell, writeCell } from './cells';
import { stages } from './registry';
import type { StageColumn, StageTable } from './stage';

/** What sql/stage.ts writes into the statement beside the tables. */
export type StageCall = {
  readonly stage: string;
  readonly settings: unknown;
  readonly inputs: readonly (readonly StageColumn[])[];
  readonly output: readonly StageColumn[];
};

/** How long one stage may keep the thread: nothing can interrupt JavaScript from outside. */
const longestMs = 10_000;
const rowsBetweenLooks = 256;

export function runStage(call: string, ...tables: readonly (string | null)[]): string {
  const { stage: name, settings, inputs, output } = readCall(call);
  const stage = stages.get(name);
  if (!stage) throw new Error(`no stage ${name}`);
  const checkpoint = stopwatch(longestMs);
  const [first, ...others] = inputs.map((columns, index): StageTable => readTable(columns, tables[index] ?? '[]'));
  if (!first) throw new Error(`the stage ${name} has no input`);
  const result = stage.run(first, { settings, others, output, checkpoint });
  const rows = result.rows.map((row) => {
    checkpoint();
    return output.map((column, index) => writeCell(row[index], column.type, stage.dynamicAsText));
  });
  return JSON.stringify(rows);
}

/** Throws once the time is over, looking at the clock now and then. */
export function stopwatch(mostMs: number, now: () => number = () => performance.now()): () => void {
  const end = now() + mostMs;
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % rowsBetweenLooks === 0 && now() > end) {
      throw new QueryFault('E_RUNAWAY_QUERY', 'Query execution has exceeded the time a step of it may take.');
    }
  };
}

/** The text is what sql/stage.ts printed from a StageCall. */
function readCall(text: string): StageCall {
  return JSON.parse(text) as StageCall;
}

function readTable(columns: readonly StageColumn[], text: string): StageTable {
  const rows = JSON.parse(text) as unknown[][];
  return { columns, rows: rows.map((row) => columns.map((column, index) => readCell(row[index], column.type))) };
}
