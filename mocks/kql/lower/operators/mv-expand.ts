import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, namesOf, outputFor, unnamed } from '../expressions/outputs';
import { parameter, parameterWord } from '../parameters';

/** `mv-expand`: a row per element, several columns side by side; the shorter ones are filled with nulls. */
export function lowerMvExpand(node: SyntaxNode, input: Rows, context: Context): Rows {
  return expand(
    node,
    input,
    context,
    boundColumns(node).map((column) => column.name),
  );
}

type Expansion = { readonly name: string; readonly column: Column; readonly of: Expr; readonly asPairs: boolean };

/** `names`: the result's column names in order, among which those of the expansions that say no name. */
export function expand(node: SyntaxNode, input: Rows, context: Context, names: readonly string[]): Rows {
  const span = spanOf(node);
  const asPairs = [parameterWord(node, 'bagexpansion'), parameterWord(node, 'kind')].includes('array');
  const existing = new Set(input.columns.map((column) => column.name));
  const nodes = node.list('Expressions');
  const explicit = new Set(nodes.flatMap((expansion) => expansionNames(expansion.child('Expression'))));
  const indexName = parameter(node, 'with_itemindex')?.simpleName;
  const unnamedLeft = names.filter((name) => !existing.has(name) && !explicit.has(name) && name !== indexName);
  const expansions = nodes.map((expansion): Expansion => {
    const value = expansion.child('Expression');
    const name = expansionNames(value)[0] ?? unnamedLeft.shift() ?? 'Column1';
    const of = lowerExpr(unnamed(value), context);
    return { name, column: freshColumn(context, name, 'dynamic'), of, asPairs };
  });
  const index = indexName === undefined ? undefined : freshColumn(context, indexName, 'long');
  const limitNode = node.optional('RowLimitClause')?.child('RowLimit');
  const expanded: Rows = {
    op: 'expand',
    input,
    expansions,
    index,
    limit: limitNode && lowerExpr(limitNode, context),
    columns: [...input.columns, ...expansions.map((expansion) => expansion.column), ...(index ? [index] : [])],
    span,
  };
  return converted(node, expanded, expansions, index, context, names);
}

const expansionNames = (value: SyntaxNode): string[] =>
  value.kind === 'NameReference' ? [value.simpleName] : namesOf(value);

/** Puts the elements in their columns' places, in the types that `to typeof()` or the binder gives them. */
function converted(
  node: SyntaxNode,
  expanded: Rows,
  expansions: readonly Expansion[],
  index: Column | undefined,
  context: Context,
  names: readonly string[],
): Rows {
  const span = spanOf(node);
  const nodes = node.list('Expressions');
  const outputs = names.map((name): Output => {
    const at = expansions.findIndex((expansion) => expansion.name === name);
    const expansion = expansions[at];
    if (!expansion) {
      const source = index?.name === name ? index : expanded.columns.find((column) => column.name === name);
      return outputFor({ name, type: source?.type ?? 'dynamic' }, columnExpr(source ?? missing(name), span), context);
    }
    const type = nodes[at]?.optional('ToTypeOf')?.child('TypeOf').list('Types')[0]?.text ?? 'dynamic';
    return outputFor({ name, type }, columnExpr(expansion.column, span), context);
  });
  return { op: 'project', input: expanded, outputs, columns: columnsOf(outputs), span };
}

function missing(name: string): never {
  throw new Error(`mv-expand has lost the column ${name}`);
}
