/** `declare pattern`: texts that stand for tables. https://learn.microsoft.com/kusto/query/pattern-statement */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { SemanticError } from '../refusal';
import { type Binding, type Context, spanOf } from './context';
import { argumentsOf } from './expressions/call';
import { lowerExpr } from './expressions/expression';
import { lowerLet } from './let';
import { lowerRows } from './rows';

type PatternBinding = Extract<Binding, { kind: 'pattern' }>;

/** The pattern that `name("a")` or `name("a").path` calls. */
export function patternCalled(node: SyntaxNode, context: Context): PatternBinding | undefined {
  const call = callOf(node);
  const binding = call && context.names.get(call.child('Name').simpleName);
  return binding?.kind === 'pattern' ? binding : undefined;
}

function callOf(node: SyntaxNode): SyntaxNode | undefined {
  const call = node.kind === 'PathExpression' || node.kind === 'ElementExpression' ? node.child('Expression') : node;
  return call.kind === 'FunctionCallExpression' ? call : undefined;
}

/** The table of the first match; without one the query fails, as the application behind the pattern expects. */
export function lowerPatternCall(node: SyntaxNode, binding: PatternBinding, context: Context): Rows {
  const call = callOf(node);
  const given = (call ? argumentsOf(call) : []).map((argument) => literalText(argument, context));
  const path = call === node ? undefined : selectorText(node.child('Selector'));
  const found = binding.matches.find(
    (match) => sameTexts(match.child('ParameterValues').list('Expressions'), given) && pathOf(match) === path,
  );
  if (!found) {
    const reference = `${node.text}`.slice(0, 200);
    const message = `One or more pattern references were not declared. Detected pattern references: ["${reference}"]`;
    throw new SemanticError('SEM0036', message, spanOf(node));
  }
  const body = found.child('Body');
  let inside = binding.context;
  for (const statement of body.list('Statements')) inside = lowerLet(statement, inside);
  return lowerRows(body.child('Expression'), inside);
}

function literalText(node: SyntaxNode, context: Context): string {
  const value = lowerExpr(node, context);
  return value.kind === 'literal' ? String(value.value) : '';
}

const sameTexts = (values: readonly SyntaxNode[], given: readonly string[]): boolean =>
  values.length === given.length && values.every((value, index) => value.stringValue === given[index]);

const pathOf = (match: SyntaxNode): string | undefined => match.optional('PathValue')?.child('Value').stringValue;

function selectorText(selector: SyntaxNode): string {
  const inner = selector.optional('Expression') ?? selector;
  return inner.stringValue || inner.simpleName;
}
