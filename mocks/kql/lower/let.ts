/** Statements before the query's expression: let in all its forms; set and the like change nothing the engine does. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Binding, type Context, spanOf, withName } from './context';
import { lowerExpr } from './expressions/expression';
import { isGraph, lowerGraph } from './operators/graph';
import { refreshed } from './refreshed';
import { isTabular, lowerRows } from './rows';

export function lowerLet(statement: SyntaxNode, context: Context): Context {
  switch (statement.kind) {
    case 'LetStatement':
      return withName(context, statement.child('Name').simpleName, bind(statement.child('Expression'), context));
    case 'SetOptionStatement':
    case 'ExpressionStatement':
      return context;
    case 'QueryParametersStatement':
      return declareParameters(statement, context);
    case 'PatternStatement': {
      const matches = statement.optional('Pattern')?.list('Patterns') ?? [];
      return withName(context, statement.child('Name').simpleName, { kind: 'pattern', matches, context });
    }
    default:
      throw new Refusal(`The statement ${statement.kind.replace('Statement', '').toLowerCase()}`, spanOf(statement));
  }
}

function bind(value: SyntaxNode, context: Context): Binding {
  if (value.kind === 'FunctionDeclaration') return { kind: 'function', declaration: value, context };
  if (value.kind === 'MaterializeExpression') return bindShared(value, context);
  if (isGraph(value)) return { kind: 'graph', lower: () => lowerGraph(value, context) };
  if (isTabular(value)) return { kind: 'rows', lower: () => lowerRows(value, context) };
  return { kind: 'scalar', expr: lowerExpr(value, context) };
}

/** materialize(): lowered once, so that every use reads the same computed rows. */
function bindShared(value: SyntaxNode, context: Context): Binding {
  const inner = value.child('Expression');
  if (!isTabular(inner)) return { kind: 'scalar', expr: lowerExpr(inner, context) };
  let once: Rows | undefined;
  return {
    kind: 'rows',
    lower: () => {
      once ??= lowerRows(value, context);
      return refreshed(once, context);
    },
  };
}

function declareParameters(statement: SyntaxNode, context: Context): Context {
  return statement.list('Parameters').reduce((inside, parameter) => {
    const fallback = parameter.optional('DefaultValue')?.optional('Value');
    if (!fallback) throw new Refusal('A query parameter without a default value', spanOf(parameter));
    const name = parameter.child('NameAndType').child('Name').simpleName;
    return withName(inside, name, { kind: 'scalar', expr: lowerExpr(fallback, inside) });
  }, context);
}
