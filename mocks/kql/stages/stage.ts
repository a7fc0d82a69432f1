/**
 * A stage is a step of a query in JavaScript, where SQL cannot say it: it gets whole tables and gives one. It runs inside
 * the query's one SQL statement (sql/stage.ts), also in a subquery of partition or mv-apply.
 */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';

export type StageColumn = { readonly name: string; readonly type: ScalarType };

/**
 * Cells by column type: string and guid text; long and int number, or bigint beyond 2^53; real and decimal number, NaN
 * and infinities included; bool boolean; datetime and timespan ticks (100 ns) as bigint; dynamic any JSON value. Null is
 * the null of the type; text is never null. Rows stand in the input's order.
 */
export type StageTable = { readonly columns: readonly StageColumn[]; readonly rows: readonly (readonly unknown[])[] };

export type StageOptions<Settings> = {
  /** What the operator's lowering put into the plan: JSON. */
  readonly settings: Settings;
  /** The tables after the first one, of stages that read several. */
  readonly others: readonly StageTable[];
  /** The columns that the result must have, in this order, with these types. */
  readonly output: readonly StageColumn[];
  /** To be called about once per row of work: ends a stage that takes too long. */
  readonly checkpoint: () => void;
};

export type Stage = {
  readonly name: string;
  /** Dynamic cells come and go as their JSON text, unread: for stages that only pass them on. */
  readonly dynamicAsText: boolean;
  readonly run: (input: StageTable, options: StageOptions<unknown>) => StageTable;
};

/**
 * A stage with typed settings. The settings come from the lowering of the same operator, which builds them with the
 * same type; nothing else writes them.
 */
export function defineStage<Settings>(
  name: string,
  run: (input: StageTable, options: StageOptions<Settings>) => StageTable,
  form: { readonly dynamicAsText?: boolean } = {},
): Stage {
  return {
    name,
    dynamicAsText: form.dynamicAsText ?? false,
    run: (input, options) => run(input, options as StageOptions<Settings>),
  };
}
