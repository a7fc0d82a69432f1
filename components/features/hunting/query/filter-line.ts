/** A value of a result as a condition in KQL, for "include" and "exclude". Values are attacker-controlled: all is escaped. */
import type { Cell, KqlType, ResultColumn } from '@/lib/domain/hunting/result-table';

/** A KQL string literal. Controls and bidi marks are written as \u escapes, so that the text cannot reorder itself. */
export function stringLiteral(text: string): string {
  const escaped = text
    .replace(/[\\"]/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(/\r/gu, '\\r')
    .replace(/\t/gu, '\\t')
    .replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      return `\\u${code}`;
    });
  return `"${escaped}"`;
}

const keywords = new Set([
  'and',
  'or',
  'not',
  'in',
  'has',
  'by',
  'on',
  'true',
  'false',
  'null',
  'let',
  'where',
  'with',
]);

/** A column name as KQL writes it; anything but a plain identifier goes into brackets. */
export function columnName(name: string): string {
  return /^[A-Za-z_]\w*$/u.test(name) && !keywords.has(name) ? name : `['${name.replace(/[\\']/gu, '\\$&')}']`;
}

const asText = (value: Cell): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Both sides of `==` for a value that is there; null when KQL has no literal for it. */
function sides(name: string, type: KqlType, value: Cell): { left: string; right: string } | null {
  const text = asText(value);
  switch (type) {
    case 'string':
      return { left: name, right: stringLiteral(text) };
    case 'dynamic':
      return { left: `tostring(${name})`, right: stringLiteral(text) };
    case 'bool':
      return value === true || value === false ? { left: name, right: text } : null;
    case 'guid':
      return /^[\da-f-]{32,36}$/iu.test(text) ? { left: name, right: `guid(${text})` } : null;
    case 'datetime':
      return /^[\dTZ:.+-]+$/u.test(text) ? { left: name, right: `datetime(${text})` } : null;
    case 'timespan':
      return /^-?[\d:.]+$/u.test(text) ? { left: name, right: `time(${text})` } : null;
    case 'decimal':
      return /^-?[\d.]+$/u.test(text) ? { left: name, right: `decimal(${text})` } : null;
    default:
      if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text)) return { left: name, right: text };
      return { left: `tostring(${name})`, right: stringLiteral(text) };
  }
}

/** `| where Column == "value"` or its opposite; a value without a literal is compared as text. */
export function filterLine(column: ResultColumn, value: Cell, mode: 'include' | 'exclude'): string {
  const name = columnName(column.name);
  if (value === null || value === '') {
    const empty = column.type === 'string' || column.type === 'dynamic' ? 'empty' : 'null';
    return `| where ${mode === 'include' ? `is${empty}` : `isnot${empty}`}(${name})`;
  }
  const { left, right } = sides(name, column.type, value) ?? {
    left: `tostring(${name})`,
    right: stringLiteral(asText(value)),
  };
  return `| where ${left} ${mode === 'include' ? '==' : '!='} ${right}`;
}
