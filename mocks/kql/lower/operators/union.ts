import type { BoundColumn } from '@/lib/kql/parser/bound-type';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumns, spanOf } from '../context';
import { parameter, parameterWord } from '../parameters';
import { lowerRows } from '../rows';
import { isUnserialized, withoutOrder } from '../serialized';
import { tableRows } from '../sources/table';

type Input = { readonly rows: Rows; readonly source: string; readonly isListed?: true };

/** `union`: rows of all inputs; a column that an input lacks is empty there, one with two types is two columns. */
export function lowerUnion(node: SyntaxNode, piped: Rows | undefined, context: Context): Rows {
  const inputs: Input[] = piped ? [{ rows: piped, source: sourceOf(piped, 0) }] : [];
  for (const expression of node.list('Expressions')) inputs.push(...lowerInput(expression, inputs.length, context));
  const sourceColumn = parameter(node, 'withsource')?.simpleName;
  const bound = boundColumns(node);
  const kept = parameterWord(node, 'kind') === 'inner' ? common(bound, inputs, sourceColumn) : bound;
  const columns = freshColumns(context, kept);
  refuseMixedTypes(inputs, columns, spanOf(node));
  const union = unionOf(inputs, columns, sourceColumn, spanOf(node));
  return inputs.some(({ rows }) => isUnserialized(rows)) ? withoutOrder(union) : union;
}

function lowerInput(node: SyntaxNode, position: number, context: Context): Input[] {
  const { symbol } = node;
  if (symbol?.kind === 'Group') {
    return symbol.members.map((name) => ({ rows: namedRows(name, spanOf(node), context), source: name }));
  }
  const rows = lowerRows(node, context);
  return [{ rows, source: sourceName(node) ?? sourceOf(rows, position), isListed: true }];
}

/** What every input has: the binder gives kind=inner the columns of kind=outer. */
const common = (bound: readonly BoundColumn[], inputs: readonly Input[], sourceColumn: string | undefined) =>
  bound.filter(
    ({ name }) =>
      name === sourceColumn || inputs.every(({ rows }) => rows.columns.some((column) => column.name === name)),
  );

/**
 * The binder splits a column of different types into one per type, but misses a clash after two inputs that agree. Among
 * tables that the query lists that is refused; a wildcard's take the first type.
 */
function refuseMixedTypes(inputs: readonly Input[], columns: readonly Column[], span: Span): void {
  const types = new Map(columns.map((column) => [column.name, column.type]));
  for (const { rows, isListed } of inputs) {
    const mixed = rows.columns.find(({ name, type }) => {
      const bound = types.get(name);
      return bound !== undefined && bound !== type && bound !== 'dynamic' && type !== 'dynamic';
    });
    if (isListed && mixed) throw new Refusal(`A union in which the column ${mixed.name} has different types`, span);
  }
}

/** Tables and views have names; any other expression is known by its place. */
export function sourceName(node: SyntaxNode): string | undefined {
  if (node.kind === 'ParenthesizedExpression') return undefined;
  const { symbol } = node;
  return symbol?.kind === 'Table' || symbol?.kind === 'Function' ? symbol.name : undefined;
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
