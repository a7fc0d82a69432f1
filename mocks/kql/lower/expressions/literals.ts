/**
 * Literals, read from the query's own text: the values that Microsoft's parser computes in its JavaScript build are
 * wrong for timespans, real(nan), sub-second datetimes and longs beyond 2^53. Strings it gets right.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { parseDatetime } from '../../datetime-text';
import { decimalOfText } from '../../functions/js/decimal';
import type { Expr, LiteralValue, ScalarType } from '../../ir';
import { SemanticError } from '../../refusal';
import { parseTimespan } from '../../ticks';
import { spanOf } from '../context';
import { dynamicText } from './dynamic-literal';

/** `long(5)` → `5`; text without a type's parentheses comes back as it is. */
const inner = (text: string): string => {
  const match = /^[a-z]+\s*\((.*)\)$/is.exec(text.trim());
  return (match?.[1] ?? text).trim().replace(/^(["'])(.*)\1$/s, '$2');
};

function readInteger(text: string): bigint | null {
  const match = /^([-+]?)\s*(0x[0-9a-f]+|\d+)$/i.exec(text);
  if (!match) return null;
  const size = BigInt(match[2] ?? '0');
  return match[1] === '-' ? -size : size;
}

const inLongRange = (value: bigint | null): bigint | null =>
  value !== null && BigInt.asIntN(64, value) === value ? value : null;

function readReal(text: string): number | null {
  if (/^[-+]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? null : value;
}

/** Value of a literal's text by type; null when the text is not of the type. */
export function readLiteral(type: ScalarType, text: string): LiteralValue {
  switch (type) {
    case 'long':
    case 'int':
      return inLongRange(readInteger(text));
    case 'real':
      return readReal(text);
    case 'decimal':
      return decimalOfText(text) === null ? null : text.trim();
    case 'bool':
      return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : null;
    case 'datetime':
      return parseDatetime(text);
    case 'timespan':
      return parseTimespan(text);
    case 'guid':
      return text.toLowerCase();
    case 'string':
    case 'dynamic':
      return text;
  }
}

const literalTypes: Readonly<Record<string, ScalarType>> = {
  BooleanLiteralExpression: 'bool',
  IntLiteralExpression: 'int',
  LongLiteralExpression: 'long',
  RealLiteralExpression: 'real',
  DecimalLiteralExpression: 'decimal',
  DateTimeLiteralExpression: 'datetime',
  TimespanLiteralExpression: 'timespan',
  GuidLiteralExpression: 'guid',
  StringLiteralExpression: 'string',
  CompoundStringLiteralExpression: 'string',
  TokenLiteralExpression: 'string',
  DynamicExpression: 'dynamic',
};

/** The literal this node is, or undefined when it is something else. */
export function lowerLiteral(node: SyntaxNode): Expr | undefined {
  if (node.kind === 'NullLiteralExpression')
    return { kind: 'literal', type: 'dynamic', value: null, span: spanOf(node) };
  const type = literalTypes[node.kind];
  if (!type) return undefined;
  return { kind: 'literal', type, value: literalValue(node, type), span: spanOf(node) };
}

function literalValue(node: SyntaxNode, type: ScalarType): LiteralValue {
  if (node.kind === 'DynamicExpression') return dynamicText(node.child('Expression'));
  if (node.kind === 'TokenLiteralExpression') return node.text;
  if (type === 'string') return node.stringValue;
  const text = inner(node.text);
  if (/^null$/i.test(text) || text === '') return null;
  const value = readLiteral(type, text);
  if (value === null) throw new SemanticError('SEM0200', `'${text}' is not a valid ${type} literal.`, spanOf(node));
  return value;
}
