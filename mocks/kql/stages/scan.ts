/**
 * scan: walks the rows in their order through the steps, last step first. https://learn.microsoft.com/kusto/query/scan-operator
 */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { stableJson } from '../functions/js/json';
import { compileFormula, type Evaluate, type Formula, fromText } from './formula';
import { defineStage, type StageColumn } from './stage';

export type ScanOutput = 'all' | 'last' | 'none';

/**
 * A row of values has the declared columns first, then the input's, then what the database computed for the formulas.
 * The result has the first `kept` input columns, the declared ones and, if asked for, the match.
 */
export type ScanSettings = {
  readonly kept: number;
  readonly declared: readonly { readonly type: ScalarType; readonly text: string | null }[];
  readonly steps: readonly {
    readonly output: ScanOutput;
    readonly condition: Formula;
    readonly assignments: readonly { readonly at: number; readonly value: Formula }[];
  }[];
  readonly withMatchId: boolean;
};

type Row = readonly unknown[];
/** Beside its values a row keeps its cells as they came, to be passed on unread. */
type Extended = { readonly values: Row; readonly cells: Row; readonly match: number };
/** The last rows of the steps up to this one. */
type Sequence = { readonly rows: readonly Extended[]; readonly match: number };

type Step = {
  readonly output: ScanOutput;
  readonly condition: Evaluate;
  readonly assignments: readonly { readonly at: number; readonly value: Evaluate }[];
};

export const scan = defineStage<ScanSettings>(
  'scan',
  (input, { settings, output, checkpoint }) => {
    const walk = createWalk(settings, input.columns);
    for (const cells of input.rows) {
      checkpoint();
      walk.visit(cells);
    }
    return { columns: output, rows: walk.finish() };
  },
  { dynamicAsText: true },
);

function createWalk(settings: ScanSettings, columns: readonly StageColumn[]) {
  const { kept, declared, withMatchId } = settings;
  const defaults = declared.map(({ text, type }) => fromText(text, type));
  const empty = { defaults: [...defaults, ...columns.map(({ type }) => (type === 'string' ? '' : null))] };
  const steps = settings.steps.map(
    (step): Step => ({
      output: step.output,
      condition: compileFormula(step.condition, empty),
      assignments: step.assignments.map(({ at, value }) => ({ at, value: compileFormula(value, empty) })),
    }),
  );
  const sequences: (Sequence | undefined)[] = steps.map(() => undefined);
  const result: unknown[][] = [];
  let matches = 0;

  const emit = ({ values, cells, match }: Extended): void => {
    const extra = declared.map(({ type }, index) => toCell(values[index], type));
    result.push([...cells.slice(0, kept), ...extra, ...(withMatchId ? [match] : [])]);
  };

  /** A series of matches of a step ends: only now is it known which row is its last. */
  const close = (at: number, sequence: Sequence | undefined): void => {
    const last = sequence?.rows[at];
    if (last && steps[at]?.output === 'last') emit(last);
  };

  const extend = (step: Step, values: Row, cells: Row, rows: readonly Extended[], match: number): Extended => {
    const state = rows.map((row) => row.values);
    const assigned = [...values];
    for (const { at, value } of step.assignments) assigned[at] = value(values, state);
    return { values: assigned, cells, match };
  };

  const holds = (step: Step, values: Row, rows: readonly Extended[]): boolean =>
    step.condition(
      values,
      rows.map((row) => row.values),
    ) === true;

  const enter = (at: number, step: Step, values: Row, cells: Row): boolean => {
    const before = at > 0 ? sequences[at - 1] : undefined;
    if (!before || !holds(step, values, before.rows)) return false;
    close(at, sequences[at]);
    close(at - 1, before);
    const row = extend(step, values, cells, before.rows, before.match);
    sequences[at - 1] = undefined;
    sequences[at] = { rows: [...before.rows, row], match: before.match };
    if (step.output === 'all') emit(row);
    return true;
  };

  const stay = (at: number, step: Step, values: Row, cells: Row): void => {
    const own = sequences[at];
    if ((!own && at > 0) || !holds(step, values, own?.rows ?? [])) return;
    const match = own?.match ?? matches++;
    const row = extend(step, values, cells, own?.rows ?? [], match);
    sequences[at] = { rows: [...(own?.rows.slice(0, at) ?? []), row], match };
    if (step.output === 'all') emit(row);
  };

  return {
    visit(cells: Row): void {
      const values = [...defaults, ...cells.map((cell, index) => toValue(cell, columns[index]?.type ?? 'string'))];
      for (let at = steps.length - 1; at >= 0; at--) {
        const step = steps[at];
        if (step && !enter(at, step, values, cells)) stay(at, step, values, cells);
      }
    },
    finish(): unknown[][] {
      for (let at = steps.length - 1; at >= 0; at--) close(at, sequences[at]);
      return result;
    },
  };
}

function toValue(cell: unknown, type: ScalarType): unknown {
  if (cell === null) return null;
  if (type === 'long' || type === 'int') return BigInt(cell as number | bigint);
  return type === 'dynamic' ? (JSON.parse(String(cell)) as unknown) : cell;
}

function toCell(value: unknown, type: ScalarType): unknown {
  if (type !== 'dynamic' || value === null || value === undefined) return value;
  return stableJson(value);
}
