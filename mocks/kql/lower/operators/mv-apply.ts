/** `mv-apply`: expands arrays and runs a subquery over the elements of each row. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Output, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from '../context';
import { columnsOf, namesOf } from '../expressions/outputs';
import { parameter } from '../parameters';
import { lowerRows } from '../rows';
import { expand } from './mv-expand';

export function lowerMvApply(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const copies = input.columns.map((column) => freshColumn(context, column.name, column.type));
  const outer: Rows = { op: 'outer', source: input.columns, columns: copies, span };
  const inside: Context = { ...context, scope: { columns: copies } };
  const expanded = expand(node, outer, inside, expandedNames(node, copies));
  const subquery = node.child('Subquery').child('Expression');
  const body = lowerRows(subquery, { ...inside, implicitInput: expanded, perRow: true });
  const own = body.columns.filter((column) => !copies.includes(column));
  const outputs = boundColumns(node).map((bound): Output => {
    const found =
      own.find((column) => column.name === bound.name) ?? input.columns.find((column) => column.name === bound.name);
    if (!found) throw new Refusal('This form of mv-apply', span);
    return { column: found, expr: columnExpr(found, span) };
  });
  const applied: Rows = { op: 'apply', input, body, columns: [...input.columns, ...own], span };
  return { op: 'project', input: applied, outputs, columns: columnsOf(outputs), span };
}

/** The subquery's columns: the row's, with the expanded ones in their places or after them. */
function expandedNames(node: SyntaxNode, columns: readonly Column[]): string[] {
  const existing = columns.map((column) => column.name);
  const added = node.list('Expressions').map((expansion, index) => {
    const value = expansion.child('Expression');
    const [name] = value.kind === 'NameReference' ? [value.simpleName] : namesOf(value);
    return name ?? `Column${index + 1}`;
  });
  const indexName = parameter(node, 'with_itemindex')?.simpleName;
  return [...new Set([...existing, ...added, ...(indexName ? [indexName] : [])])];
}
