/**
 * Leaves out the columns nobody reads. A log table has up to several hundred of them, and each one named in each
 * subquery costs the database time to plan, long before a row is read.
 */
import type { Column, Expr, Output, Rows } from '../ir';
import { columnIds } from './column-ids';

type Needed = ReadonlySet<string>;

const allOf = (rows: Rows): Needed => new Set(rows.columns.map((column) => column.id));
const kept = (columns: readonly Column[], needed: Needed): Column[] => columns.filter(({ id }) => needed.has(id));

/** The ids that were needed, and those that the expressions read. */
function plus(needed: Needed, exprs: readonly (Expr | undefined)[]): Set<string> {
  const all = new Set(needed);
  for (const expr of exprs) if (expr) columnIds(expr, all);
  return all;
}

const read = (exprs: readonly Expr[]): Set<string> => plus(new Set(), exprs);

/** The same rows with at most the columns asked for, some more where an operation cannot do without. */
export function prune(rows: Rows, needed: Needed): Rows {
  switch (rows.op) {
    case 'table':
      return { ...rows, columns: kept(rows.columns, needed) };
    case 'values':
      return pruneValues(rows, needed);
    case 'where': {
      const condition = pruneExpr(rows.condition);
      const input = prune(rows.input, plus(needed, [condition]));
      return { ...rows, input, condition, columns: kept(rows.columns, needed) };
    }
    case 'project': {
      const outputs = pruneOutputs(rows.outputs, needed);
      return {
        ...rows,
        outputs,
        input: prune(rows.input, read(outputs.map((output) => output.expr))),
        columns: kept(rows.columns, needed),
      };
    }
    case 'summarize':
      return pruneSummarize(rows, needed);
    case 'sort': {
      const keys = rows.keys.map((key) => ({ ...key, expr: pruneExpr(key.expr) }));
      const wanted = plus(
        needed,
        keys.map((key) => key.expr),
      );
      return { ...rows, keys, input: prune(rows.input, wanted), columns: kept(rows.columns, wanted) };
    }
    case 'take':
      return { ...rows, input: prune(rows.input, needed), columns: kept(rows.columns, needed) };
    case 'join':
      return pruneJoin(rows, needed);
    case 'union':
      return pruneUnion(rows, needed);
    case 'expand': {
      const expansions = rows.expansions.map((expansion) => ({ ...expansion, of: pruneExpr(expansion.of) }));
      const own = new Set([...expansions.map(({ column }) => column.id), ...(rows.index ? [rows.index.id] : [])]);
      const wanted = plus(
        needed,
        expansions.map((expansion) => expansion.of),
      );
      const columns = rows.columns.filter(({ id }) => needed.has(id) || own.has(id));
      return { ...rows, expansions, columns, input: prune(rows.input, wanted) };
    }
    // What is read by position, or from inside, keeps its columns.
    case 'apply':
      return { ...rows, input: prune(rows.input, allOf(rows.input)) };
    case 'shared':
      return { ...rows, input: prunedShared(rows.input) };
    case 'stage':
      return { ...rows, inputs: rows.inputs.map((input) => prune(input, allOf(input))) };
    case 'range':
    case 'outer':
      return rows;
  }
}

const pruned = new WeakMap<Rows, Rows>();

/** Once, however often they are read: rows that read others twice would else double the work with each let. */
function prunedShared(rows: Rows): Rows {
  const known = pruned.get(rows) ?? prune(rows, allOf(rows));
  pruned.set(rows, known);
  return known;
}

type RowsOf<Op extends Rows['op']> = Extract<Rows, { op: Op }>;

/** Rows of literals need a column to be rows at all. */
function pruneValues(rows: RowsOf<'values'>, needed: Needed): Rows {
  const places = rows.columns.flatMap((column, index) => (needed.has(column.id) ? [index] : []));
  const chosen = places.length > 0 ? places : rows.columns.length > 0 ? [0] : [];
  const pick = <Item>(items: readonly Item[]): Item[] => chosen.flatMap((index) => items.slice(index, index + 1));
  return { ...rows, columns: pick(rows.columns), rows: rows.rows.map((row) => pick(row).map(pruneExpr)) };
}

/** Without keys there is one row whatever is aggregated, which takes an aggregate to say. */
function pruneSummarize(rows: RowsOf<'summarize'>, needed: Needed): Rows {
  const asked = pruneOutputs(rows.aggregates, needed);
  const aggregates = rows.keys.length + asked.length > 0 ? asked : rows.aggregates.slice(0, 1);
  const keys = rows.keys.map((key) => ({ ...key, expr: pruneExpr(key.expr) }));
  const outputs = [...keys, ...aggregates];
  const ids = new Set(outputs.map((output) => output.column.id));
  return {
    ...rows,
    keys,
    aggregates,
    columns: kept(rows.columns, ids),
    input: prune(rows.input, read(outputs.map((output) => output.expr))),
  };
}

function pruneJoin(rows: RowsOf<'join'>, needed: Needed): Rows {
  const outputs = pruneOutputs(rows.outputs, needed);
  const on = rows.on.map(({ left, right }) => ({ left: pruneExpr(left), right: pruneExpr(right) }));
  const wanted = read([...outputs.map((output) => output.expr), ...on.flatMap(({ left, right }) => [left, right])]);
  return {
    ...rows,
    on,
    outputs,
    left: prune(rows.left, wanted),
    right: prune(rows.right, wanted),
    columns: kept(rows.columns, needed),
  };
}

function pruneUnion(rows: RowsOf<'union'>, needed: Needed): Rows {
  const inputs = rows.inputs.map((input) => {
    const outputs = input.outputs.filter((_, index) => needed.has(rows.columns[index]?.id ?? '')).map(pruneExpr);
    return { outputs, rows: prune(input.rows, read(outputs)) };
  });
  return { ...rows, inputs, columns: kept(rows.columns, needed) };
}

const pruneOutputs = (outputs: readonly Output[], needed: Needed): Output[] =>
  outputs
    .filter((output) => needed.has(output.column.id))
    .map((output) => ({ ...output, expr: pruneExpr(output.expr) }));

/** Tables inside expressions are read for their first column alone. */
function pruneExpr(expr: Expr): Expr {
  switch (expr.kind) {
    case 'call':
    case 'aggregate':
    case 'window':
      return expr.args.some(holdsRows) ? { ...expr, args: expr.args.map(pruneExpr) } : expr;
    case 'scalar-rows':
      return { ...expr, rows: firstColumn(expr.rows) };
    case 'in-rows':
      return { ...expr, subject: pruneExpr(expr.subject), rows: firstColumn(expr.rows) };
    case 'column':
    case 'literal':
      return expr;
  }
}

function firstColumn(rows: Rows): Rows {
  const [first] = rows.columns;
  return first ? prune(rows, new Set([first.id])) : rows;
}

function holdsRows(expr: Expr): boolean {
  if (expr.kind === 'scalar-rows' || expr.kind === 'in-rows') return true;
  return 'args' in expr && expr.args.some(holdsRows);
}
