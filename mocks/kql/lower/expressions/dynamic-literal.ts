/** The JSON text of a dynamic literal, numbers as they were written (1.0 stays a real). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { parseDatetime } from '../../datetime-text';
import { Refusal, SemanticError } from '../../refusal';
import { formatTicks, formatTimespan, parseTimespan } from '../../ticks';
import { spanOf } from '../context';

const inner = (text: string): string => (/\((.*)\)/s.exec(text)?.[1]?.trim() ?? text).replace(/^(["'])(.*)\1$/s, '$2');

/** Compact JSON text, or null for dynamic(null). */
export function dynamicText(node: SyntaxNode): string | null {
  const text = toJsonText(node);
  return text === 'null' ? null : text;
}

function toJsonText(node: SyntaxNode): string {
  switch (node.kind) {
    case 'JsonArrayExpression':
      return `[${node.list('Values').map(toJsonText).join(',')}]`;
    case 'JsonObjectExpression':
      return objectText(node);
    case 'StringLiteralExpression':
    case 'CompoundStringLiteralExpression':
      return JSON.stringify(node.stringValue);
    case 'NullLiteralExpression':
      return 'null';
    case 'BooleanLiteralExpression':
      return /true/i.test(node.text) ? 'true' : 'false';
    case 'DateTimeLiteralExpression': {
      const ticks = parseDatetime(inner(node.text));
      return ticks === null ? 'null' : JSON.stringify(formatTicks(ticks, true));
    }
    case 'TimespanLiteralExpression': {
      const ticks = parseTimespan(inner(node.text));
      return ticks === null ? 'null' : JSON.stringify(formatTimespan(ticks));
    }
    case 'GuidLiteralExpression':
      return JSON.stringify(inner(node.text));
    case 'UnaryMinusExpression':
      return `-${numberText(node.child('Expression').text)}`;
    case 'LongLiteralExpression':
    case 'IntLiteralExpression':
    case 'RealLiteralExpression':
    case 'DecimalLiteralExpression':
      return numberText(node.text);
    case 'DynamicExpression':
      return toJsonText(node.child('Expression'));
    default:
      throw new Refusal(`${node.text.slice(0, 40)} inside a dynamic literal`, spanOf(node));
  }
}

/** A repeated key keeps its last value, as in Kusto. */
function objectText(node: SyntaxNode): string {
  const members = new Map<string, string>();
  for (const pair of node.list('Pairs')) members.set(pair.child('Name').stringValue, toJsonText(pair.child('Value')));
  return `{${[...members].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
}

function numberText(text: string): string {
  const digits = inner(text).trim();
  if (/^-?\d+$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) !== BigInt(digits)) {
    throw new SemanticError('SEM0200', `'${digits}' is not a valid long literal.`, { start: 0, length: 0 });
  }
  if (/^0x/i.test(digits)) return String(BigInt(digits));
  if (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(digits)) return digits.replace(/^(-?)0+(?=\d)/, '$1');
  const value = Number(digits);
  return Number.isFinite(value) ? String(value) : JSON.stringify(Number.isNaN(value) ? 'NaN' : digits);
}
