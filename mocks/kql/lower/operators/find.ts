/** `find`: rows of many tables that meet a predicate, their common columns and the rest in a bag. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumns, spanOf, toScalarType } from '../context';
import { parameter } from '../parameters';
import { lowerTerm, type SearchInput, searched } from './search';

export function lowerFind(node: SyntaxNode, context: Context): Rows {
  const span = spanOf(node);
  const condition = node.child('Condition');
  const sourceColumn = parameter(node, 'withsource')?.simpleName ?? 'source_';
  const bound = boundColumns(node);
  const used = columnsUsed(condition);
  const all = searched(node, context);
  const inputs = all.filter(({ rows }) => used.size === 0 || rows.columns.some((column) => used.has(column.name)));
  const absent = [...new Set([...used, ...all.flatMap(({ rows }) => rows.columns.map((column) => column.name))])];
  const columns = freshColumns(context, bound);
  const named = new Set(columns.map((column) => column.name));
  const rows = inputs.map((input) => {
    const scope = { columns: input.rows.columns, absent };
    const test = lowerTerm(condition, { ...context, scope }, false);
    const where: Rows = { op: 'where', input: input.rows, condition: test, columns: input.rows.columns, span };
    return { rows: where, outputs: columns.map((column) => cell(column, input, named, sourceColumn, node)) };
  });
  return { op: 'union', inputs: rows, columns, span };
}

function columnsUsed(condition: SyntaxNode): Set<string> {
  const used = new Set<string>();
  for (const node of condition.descendants()) {
    // A bare term looks into every column.
    if (node.kind === 'StarExpression' || (node === condition && node.kind.endsWith('LiteralExpression')))
      return new Set();
    if (node.symbol?.kind === 'Column') used.add(node.symbol.name);
  }
  return used;
}

function cell(
  column: Column,
  { rows, source }: SearchInput,
  named: ReadonlySet<string>,
  sourceColumn: string,
  node: SyntaxNode,
): Expr {
  const span = spanOf(node);
  if (column.name === sourceColumn) return { kind: 'literal', type: 'string', value: source, span };
  if (column.name === 'pack_') return packed(rows, named, span);
  const own = rows.columns.find((candidate) => candidate.name === column.name);
  if (!own) return { kind: 'literal', type: column.type, value: column.type === 'string' ? '' : null, span };
  if (own.type !== column.type && !isTyped(node, column.name))
    throw new Refusal(`find over the column ${column.name}, which has different types in different tables,`, span);
  return columnExpr(own, span);
}

/** Whether `project name: type` says the column's type. */
const isTyped = (node: SyntaxNode, name: string): boolean =>
  (node.optional('Project')?.list('Columns') ?? []).some(
    (each) =>
      each.kind === 'TypedColumnReference' &&
      each.child('Column').simpleName === name &&
      toScalarType(each.child('Type').text) !== 'dynamic',
  );

/** What the result has no column of its own for. */
function packed(rows: Rows, named: ReadonlySet<string>, span: Span): Expr {
  const args = rows.columns
    .filter((column) => !named.has(column.name))
    .flatMap((column): Expr[] => [
      { kind: 'literal', type: 'string', value: column.name, span },
      columnExpr(column, span),
    ]);
  return { kind: 'call', name: 'bag_pack', args, type: 'dynamic', span };
}
