import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows, Span } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, freshColumns, spanOf } from './context';
import { parameter } from './parameters';
import { lowerRows } from './rows';
import { tableRows } from './table';

type Input = { readonly rows: Rows; readonly source: string };

/** `union`: rows of all inputs; a column that an input lacks is empty there, one with two types is two columns. */
export function lowerUnion(node: SyntaxNode, piped: Rows | undefined, context: Context): Rows {
  const inputs: Input[] = piped ? [{ rows: piped, source: sourceOf(piped, 0) }] : [];
  for (const expression of node.list('Expressions')) inputs.push(...lowerInput(expression, inputs.length, context));
  const sourceColumn = parameter(node, 'withsource')?.simpleName;
  return unionOf(inputs, freshColumns(context, boundColumns(node)), sourceColumn, spanOf(node));
}

function lowerInput(node: SyntaxNode, position: number, context: Context): Input[] {
  const { symbol } = node;
  if (symbol?.kind === 'Group') {
    return symbol.members.map((name) => ({ rows: namedRows(name, spanOf(node), context), source: name }));
  }
  const rows = lowerRows(node, context);
  return [{ rows, source: symbol?.kind === 'Table' ? symbol.name : sourceOf(rows, position) }];
}

function namedRows(name: string, span: Span, context: Context): Rows {
  const binding = context.names.get(name);
  return binding?.kind === 'rows' ? binding.lower() : tableRows(name, span, context);
}

const sourceOf = (rows: Rows, position: number): string => (rows.op === 'table' ? rows.table : `union_arg${position}`);

/** Each pair of input and column is written out: a bound on the SQL's size. */
const mostCells = 400_000;

export function unionOf(
  inputs: readonly Input[],
  columns: readonly Column[],
  sourceColumn: string | undefined,
  span: Span,
): Rows {
  if (inputs.length * columns.length > mostCells) throw new Refusal('A union of so many tables and columns', span);
  const mapped = inputs.map(({ rows, source }) => ({
    rows,
    outputs: columns.map(
      (column): Expr =>
        column.name === sourceColumn
          ? { kind: 'literal', type: 'string', value: source, span }
          : cellOf(column, rows, span),
    ),
  }));
  return { op: 'union', inputs: mapped, columns, span };
}

/** The binder names columns whose types clash `x_long` and `x_string`. */
function cellOf(column: Column, rows: Rows, span: Span): Expr {
  const named = (name: string) => rows.columns.find((candidate) => candidate.name === name);
  const same = named(column.name);
  if (same && same.type === column.type) return columnExpr(same, span);
  const suffix = `_${column.type}`;
  const typed = column.name.endsWith(suffix) ? named(column.name.slice(0, -suffix.length)) : undefined;
  if (typed && typed.type === column.type) return columnExpr(typed, span);
  if (same) return columnExpr(same, span);
  return { kind: 'literal', type: column.type, value: column.type === 'string' ? '' : null, span };
}
