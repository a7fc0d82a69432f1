/** Which whole-number columns are counts, and so never too large for JavaScript to read. */
import type { Expr, Output, Rows } from '../ir';

const counting: ReadonlySet<string> = new Set([
  'count',
  'countif',
  'dcount',
  'dcountif',
  'count_distinct',
  'count_distinctif',
]);

/** The ids of columns that hold counts, or pass one on as it is. */
export function countIds(rows: Rows): ReadonlySet<string> {
  switch (rows.op) {
    case 'summarize':
      return idsWhere([...rows.keys, ...rows.aggregates], rows.input);
    case 'project':
      return idsWhere(rows.outputs, rows.input);
    case 'join':
      return idsWhere(rows.outputs, rows.left, rows.right);
    case 'where':
    case 'sort':
    case 'take':
      return countIds(rows.input);
    default:
      return new Set();
  }
}

function idsWhere(outputs: readonly Output[], ...inputs: readonly Rows[]): ReadonlySet<string> {
  const passed = new Set(inputs.flatMap((input) => [...countIds(input)]));
  const isCount = (expr: Expr): boolean =>
    expr.kind === 'column' ? passed.has(expr.column.id) : expr.kind === 'aggregate' && counting.has(expr.name);
  return new Set(outputs.filter(({ expr }) => isCount(expr)).map(({ column }) => column.id));
}
