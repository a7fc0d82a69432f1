import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import type { SchemaMergeSettings } from '../../stages/schema-merge';
import { namedOutput, projectOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { pluginArguments } from './plugin-arguments';

/** `schema_merge([PreserveOrder])` over rows as getschema gives them. */
export function lowerSchemaMerge(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const { positional, named } = pluginArguments(node);
  const flag = positional[0] ?? named.get('PreserveOrder');
  const preserves = flag && lowerExpr(flag, context);
  if (preserves && preserves.kind !== 'literal') throw new Refusal('This PreserveOrder of schema_merge()', span);
  const outputs = ['ColumnName', 'ColumnOrdinal', 'ColumnType'].map((name) =>
    namedOutput(context, name, columnNamed(input, name)),
  );
  const settings: SchemaMergeSettings = { preservesOrder: preserves?.value !== false };
  const columns = freshColumns(context, boundColumns(node));
  return { op: 'stage', stage: 'schema_merge', inputs: [projectOf(input, outputs)], settings, columns, span };
}

function columnNamed(input: Rows, name: string): Expr {
  const column = input.columns.find((each) => each.name === name);
  if (!column)
    throw new SemanticError('SEM0100', `schema_merge() reads a column '${name}', as getschema gives it.`, input.span);
  return columnExpr(column, input.span);
}
