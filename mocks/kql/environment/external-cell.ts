/** A field of an external file as a value of its column's type; what cannot be read is null, as in Kusto. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';
import { stableJson } from '../functions/js/json';
import type { LiteralValue } from '../ir';
import { readLiteral } from '../lower/expressions/literals';

export function textCell(text: string, type: ScalarType): LiteralValue {
  if (type === 'string') return text;
  if (type === 'dynamic') return text === '' ? null : dynamicCell(text);
  if (text.trim() === '') return null;
  if (type === 'guid') return /^\{?[0-9a-f-]{32,38}\}?$/i.test(text.trim()) ? text.trim().toLowerCase() : null;
  return readLiteral(type, text.trim());
}

/** A property of a JSON document. Objects and arrays in a text column are their JSON. */
export function jsonCell(value: unknown, type: ScalarType): LiteralValue {
  if (value === undefined || value === null) return type === 'string' ? '' : null;
  if (type === 'dynamic') return stableJson(value);
  return textCell(typeof value === 'object' ? stableJson(value) : String(value), type);
}

/** Text that is JSON is its value, other text a string. */
function dynamicCell(text: string): string {
  try {
    return stableJson(JSON.parse(text));
  } catch {
    // Plain text is a value too.
    return stableJson(text);
  }
}
