/** The columns of pivot(): those that make a row, then one per value. https://learn.microsoft.com/kusto/query/pivot-plugin */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../ir';
import { type Context, spanOf } from '../lower/context';
import { pivotParts } from '../lower/plugins/pivot';
import { Refusal } from '../refusal';
import { type Ask, type Discovered, single } from './discovered';

export async function pivotColumns(
  plugin: SyntaxNode,
  input: Rows,
  context: Context,
  ask: Ask,
  mostColumns: number,
): Promise<Discovered> {
  const { subject, aggregate, keys } = pivotParts(plugin, input, context);
  const text: Expr = { kind: 'call', name: 'tostring', args: [subject], type: 'string', span: subject.span };
  const order = hasOwnOrder(input) ? 'min(n)' : 'v';
  const values = await ask(
    single(input, text, context),
    (inner, id) =>
      `SELECT v FROM (SELECT ${id} AS v, row_number() OVER () AS n FROM (${inner})) WHERE v <> '' GROUP BY v ORDER BY ${order} LIMIT ${mostColumns + 1}`,
  );
  const rows = keys.flatMap((key) => (key.kind === 'column' ? [{ name: key.column.name, type: key.type }] : []));
  const taken = new Set(rows.map((row) => row.name));
  const clash = values.find(([name = '']) => taken.has(name));
  if (clash) throw new Refusal(`A pivoted value that is called like the column ${clash[0]}`, spanOf(plugin));
  return { columns: [...rows, ...values.map(([name = '']) => ({ name, type: aggregate.type }))], dropped: [] };
}

/** Kusto takes the values as they come. Where rows have no order of their own, the alphabet gives the same columns every time. */
function hasOwnOrder(rows: Rows): boolean {
  switch (rows.op) {
    case 'values':
    case 'range':
    case 'sort':
      return true;
    case 'where':
    case 'project':
    case 'take':
    case 'expand':
      return hasOwnOrder(rows.input);
    default:
      return false;
  }
}
