/** `parse` and `parse-where`: literals and columns along a text. The matching is functions/js/parse-pattern.ts. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { ParsePart, ParsePattern } from '../../functions/js/parse-pattern';
import type { Expr, Output, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf, toScalarType } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, outputFor } from '../expressions/outputs';
import { parameter, parameterWord } from '../parameters';

export function lowerParse(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const pattern = patternOf(node);
  const text = lowerExpr(node.child('Expression'), context);
  const settings: Expr = { kind: 'literal', type: 'string', value: JSON.stringify(pattern), span };
  // Matched once per row, read once per column.
  const matched = freshColumn(context, 'parsed', 'dynamic');
  const match: Expr = { kind: 'call', name: 'parse_pattern', args: [text, settings], type: 'dynamic', span };
  const outputs: Output[] = input.columns.map((column) => ({ column, expr: columnExpr(column, span) }));
  const withMatch: Rows = {
    op: 'project',
    input,
    outputs: [...outputs, { column: matched, expr: match }],
    columns: [...input.columns, matched],
    span,
  };
  const kept = node.kind === 'ParseWhereOperator' ? matching(withMatch, columnExpr(matched, span)) : withMatch;
  return unpacked(node, kept, columnExpr(matched, span), input, context);
}

function matching(rows: Rows, match: Expr): Rows {
  const condition: Expr = { kind: 'call', name: 'isnotnull', args: [match], type: 'bool', span: rows.span };
  return { op: 'where', input: rows, condition, columns: rows.columns, span: rows.span };
}

function unpacked(node: SyntaxNode, rows: Rows, match: Expr, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const names = node.list('Patterns').flatMap((part) => columnName(part) ?? []);
  const outputs = boundColumns(node).map((bound): Output => {
    const at = names.indexOf(bound.name);
    if (at < 0) {
      const source = input.columns.find((column) => column.name === bound.name);
      if (!source) throw new Refusal('This form of parse', span);
      return { column: source, expr: columnExpr(source, span) };
    }
    const position: Expr = { kind: 'literal', type: 'long', value: BigInt(at), span };
    const type = toScalarType(bound.type);
    return outputFor(bound, { kind: 'call', name: 'tuple_part', args: [match, position], type, span }, context);
  });
  return { op: 'project', input: rows, outputs, columns: columnsOf(outputs), span };
}

function columnName(part: SyntaxNode): string | undefined {
  if (part.kind === 'NameAndTypeDeclaration') return part.child('Name').simpleName;
  return part.kind === 'NameDeclaration' ? part.simpleName : undefined;
}

function patternOf(node: SyntaxNode): ParsePattern {
  const kind = parameterWord(node, 'kind') ?? 'simple';
  if (kind !== 'simple' && kind !== 'regex' && kind !== 'relaxed')
    throw new Refusal(`parse kind=${kind}`, spanOf(node));
  const parts = node.list('Patterns').map(toPart);
  const touching = parts.some((part, index) => part.kind === 'column' && parts[index + 1]?.kind === 'column');
  if (touching) {
    throw new SemanticError('SEM0400', 'parse: two columns must have a literal between them.', spanOf(node));
  }
  return { kind, flags: parameter(node, 'flags')?.text ?? '', parts };
}

function toPart(part: SyntaxNode): ParsePart {
  if (part.kind === 'StarExpression') return { kind: 'anything' };
  if (part.kind === 'NameAndTypeDeclaration') return { kind: 'column', type: toScalarType(part.child('Type').text) };
  if (part.kind === 'NameDeclaration') return { kind: 'column', type: 'string' };
  if (part.kind.endsWith('LiteralExpression')) return { kind: 'text', text: part.stringValue };
  throw new Refusal(`${part.text.slice(0, 40)} in a parse pattern`, spanOf(part));
}
