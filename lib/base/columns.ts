/**
 * Rows of one shape as columns, for long lists on their way to a browser: every distinct value once, times as
 * differences, nested records as columns of their own. It looks at the values and not at a list of fields, so a field
 * that is added tomorrow travels as well. Rows must be plain JSON; decoding gives rows that are equal to them and share
 * their lists and records with each other, so nobody may change one in place.
 */

type Row = Readonly<Record<string, unknown>>;

export type Column =
  /** Values as they are, one for each row. */
  | { kind: 'plain'; values: readonly unknown[] }
  /** Texts without what all of them begin and end with. */
  | { kind: 'texts'; prefix: string; suffix: string; values: readonly string[] }
  /** ISO 8601 UTC with milliseconds: ms after the row before; null stays null. */
  | { kind: 'times'; steps: readonly (number | null)[] }
  /** Distinct values, and which of them each row has; -1: the row lacks the field. */
  | { kind: 'words'; words: readonly unknown[]; at: readonly number[] }
  /** Records or null: columns of those that are there. */
  | { kind: 'records'; there: readonly (0 | 1)[]; columns: Columns };

export type Columns = { rows: number; fields: Record<string, Column> };

/** A dictionary pays while values repeat. */
const mostDistinct = 0.5;

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Milliseconds of a time in exactly our spelling; null for any other text. */
function msOf(value: unknown): number | null {
  if (typeof value !== 'string' || value.length !== 24) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) || new Date(ms).toISOString() !== value ? null : ms;
}

function timesOf(values: readonly unknown[]): Column | null {
  const steps: (number | null)[] = [];
  let before = 0;
  for (const value of values) {
    const ms = msOf(value);
    if (ms === null && value !== null) return null;
    steps.push(ms === null ? null : ms - before);
    before = ms ?? before;
  }
  return { kind: 'times', steps };
}

function sharedStart(left: string, right: string): string {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return left.slice(0, length);
}

function textsOf(values: readonly unknown[]): Column | null {
  if (!values.every((value) => typeof value === 'string')) return null;
  const prefix = values.reduce((shared, value) => sharedStart(shared, value), values[0] ?? '');
  const rests = values.map((value) => value.slice(prefix.length));
  let suffix = rests[0] ?? '';
  for (const rest of rests) while (!rest.endsWith(suffix)) suffix = suffix.slice(1);
  return {
    kind: 'texts',
    prefix,
    suffix,
    values: suffix === '' ? rests : rests.map((rest) => rest.slice(0, -suffix.length)),
  };
}

function wordsOf(values: readonly unknown[], most: number): Column | null {
  // Apart, because a list and the text of its JSON are two things.
  const plain = new Map<unknown, number>();
  const composed = new Map<unknown, number>();
  const words: unknown[] = [];
  const at: number[] = [];
  for (const value of values) {
    if (value === undefined) {
      at.push(-1);
      continue;
    }
    const isComposed = typeof value === 'object' && value !== null;
    const index = isComposed ? composed : plain;
    const name = isComposed ? JSON.stringify(value) : value;
    let place = index.get(name);
    if (place === undefined) {
      place = words.push(value) - 1;
      index.set(name, place);
      if (place >= most) return null;
    }
    at.push(place);
  }
  return { kind: 'words', words, at };
}

function recordsOf(values: readonly unknown[]): Column | null {
  const records = values.filter(isRecord);
  if (records.length === 0 || !values.every((value) => value === null || isRecord(value))) return null;
  return {
    kind: 'records',
    there: values.map((value) => (value === null ? 0 : 1)),
    columns: encodeColumns(records),
  };
}

function columnOf(values: readonly unknown[]): Column {
  const few = Math.max(1, Math.floor(values.length * mostDistinct));
  const whole = values.every((value) => value !== undefined);
  return (
    wordsOf(values, few) ??
    (whole ? (timesOf(values) ?? textsOf(values) ?? recordsOf(values)) : null) ??
    (whole ? { kind: 'plain', values } : wordsOf(values, Number.POSITIVE_INFINITY)) ?? { kind: 'plain', values }
  );
}

export function encodeColumns(rows: readonly Row[]): Columns {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return {
    rows: rows.length,
    fields: Object.fromEntries([...names].map((name) => [name, columnOf(rows.map((row) => row[name]))])),
  };
}

function timeReader(steps: readonly (number | null)[]): () => unknown {
  let ms = 0;
  let row = 0;
  return () => {
    const step = steps[row] ?? null;
    row += 1;
    if (step === null) return null;
    ms += step;
    return new Date(ms).toISOString();
  };
}

/** Answers the value of each row in turn; undefined where the row lacks the field. */
function reader(column: Column): () => unknown {
  let row = -1;
  switch (column.kind) {
    case 'plain':
      return () => column.values[++row];
    case 'texts':
      return () => column.prefix + (column.values[++row] ?? '') + column.suffix;
    case 'times':
      return timeReader(column.steps);
    case 'words':
      return () => column.words[column.at[++row] ?? -1];
    case 'records': {
      const records = decodeColumns(column.columns);
      let record = -1;
      return () => (column.there[++row] === 1 ? records[++record] : null);
    }
  }
}

export function decodeColumns({ rows, fields }: Columns): Row[] {
  const readers = Object.entries(fields).map(([name, column]): [string, () => unknown] => [name, reader(column)]);
  return Array.from({ length: rows }, () => {
    const row: Record<string, unknown> = {};
    for (const [name, read] of readers) {
      const value = read();
      if (value === undefined) continue;
      // An assignment to this name would change what the row is made of.
      if (name === '__proto__')
        Object.defineProperty(row, name, { value, enumerable: true, writable: true, configurable: true });
      else row[name] = value;
    }
    return row;
  });
}
