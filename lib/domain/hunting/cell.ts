/** One value of an answer, decoded by its column's type. Both APIs send some numbers, bools and all dynamics as text. */
import type { Cell, KqlType } from '@/lib/domain/hunting/result-table';

/** Kusto answers infinities and NaN as words; they stay words. */
function number(value: unknown): Cell {
  if (typeof value === 'number') return value;
  const text = String(value);
  const parsed = Number(text);
  return text.trim() !== '' && Number.isFinite(parsed) ? parsed : text;
}

/** A whole number, as text where JavaScript would round it. */
function whole(value: unknown): Cell {
  const parsed = number(value);
  return typeof parsed === 'number' && !Number.isSafeInteger(parsed) && typeof value === 'string' ? value : parsed;
}

/** Graph's hunting sends bool as SByte (0 and 1). */
function bool(value: unknown): Cell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return String(value).toLowerCase() === 'true' || value === '1';
}

/** A dynamic arrives as JSON in a string, and a dynamic that is a string arrives as that string, unquoted. */
function dynamic(value: unknown): Cell {
  if (typeof value !== 'string') return plainJson(value);
  if (!/^\s*(?:[[{"]|-?\d|true$|false$|null$)/u.test(value)) return value;
  try {
    return plainJson(JSON.parse(value));
  } catch {
    // Not JSON after all: then it is the text itself.
    return value;
  }
}

/** Guaranteed by its sources: a value that came out of JSON is a scalar, an array or a plain object. */
function plainJson(value: unknown): Cell {
  return value as Cell;
}

function text(value: unknown): Cell {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const decoders: Record<KqlType, (value: unknown) => Cell> = {
  string: text,
  long: whole,
  int: whole,
  real: number,
  bool,
  datetime: text,
  timespan: text,
  dynamic,
  guid: text,
  decimal: text,
};

export function decodeCell(value: unknown, type: KqlType): Cell {
  return value === null || value === undefined ? null : decoders[type](value);
}
