/**
 * Rows under headings, up to two levels. Every row stands once: a row with several values (two tags) stands under the
 * combination of them, so counts add up and one key is one line.
 */
import { facetValues } from '@/lib/domain/queue/facet-counts';
import {
  fieldNamed,
  isWordField,
  type QueueAsker,
  type QueueField,
  type QueueNoun,
  valueWords,
} from '@/lib/domain/queue/queue-field';

/** The most levels of grouping. */
export const mostLevels = 2;

/** One heading and the rows under it. */
export type QueueGroup<Row> = {
  /** Of the whole path, e.g. `severity=high/status=new`: the name of its collapsed state. */
  id: string;
  level: number;
  field: QueueField<Row>;
  /** Canonical values that its rows share; several for a combination. */
  values: readonly string[];
  label: string;
  rows: readonly Row[];
  open: boolean;
};

/** One line on the screen; `level` counts headings from 1, and rows stand one below their heading. */
export type QueueLine<Row> = { kind: 'group'; group: QueueGroup<Row> } | { kind: 'row'; row: Row; level: number };

function dayOf(iso: string, zone: QueueAsker['zone']): string {
  if (zone === 'utc') return new Date(iso).toISOString().slice(0, 10);
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a row is grouped by: its words, or the day of a time. */
function groupValues<Row>(field: QueueField<Row>, row: Row, zone: QueueAsker['zone']): readonly string[] {
  if (field.kind === 'time') {
    const value = field.read(row);
    return [value === null ? 'none' : dayOf(value, zone)];
  }
  if (field.kind === 'number') return [String(field.read(row) ?? 'none')];
  const values = facetValues(field, row);
  return values.length < 2 ? values : values.toSorted();
}

type Bucket<Row> = { values: readonly string[]; rows: Row[] };

function buckets<Row>(field: QueueField<Row>, rows: readonly Row[], zone: QueueAsker['zone']): Bucket<Row>[] {
  const found = new Map<string, Bucket<Row>>();
  for (const row of rows) {
    const values = groupValues(field, row, zone);
    const id = values.join('\u0000');
    const bucket = found.get(id);
    if (bucket === undefined) found.set(id, { values, rows: [row] });
    else bucket.rows.push(row);
  }
  // A choice has an order of its own; everything else stands as its first rows do in the sorted queue.
  if (!isWordField(field) || field.values === undefined) return [...found.values()];
  const ranks = new Map(field.values.map((value, at) => [value, at]));
  const rank = ({ values }: Bucket<Row>) => ranks.get(values[0] ?? '') ?? ranks.size;
  return [...found.values()].sort((left, right) => rank(left) - rank(right));
}

type Grouping<Row> = { fields: readonly QueueField<Row>[]; collapsed: ReadonlySet<string>; zone: QueueAsker['zone'] };

function addLines<Row>(
  lines: QueueLine<Row>[],
  rows: readonly Row[],
  grouping: Grouping<Row>,
  level: number,
  path: string,
): void {
  const field = grouping.fields[level - 1];
  if (field === undefined) {
    for (const row of rows) lines.push({ kind: 'row', row, level });
    return;
  }
  for (const bucket of buckets(field, rows, grouping.zone)) {
    const id = `${path}${path === '' ? '' : '/'}${field.id}=${bucket.values.join('+')}`;
    const open = !grouping.collapsed.has(id);
    const label = bucket.values.map((value) => valueWords(field, value)).join(' + ');
    lines.push({ kind: 'group', group: { id, level, field, values: bucket.values, label, rows: bucket.rows, open } });
    if (open) addLines(lines, bucket.rows, grouping, level + 1, id);
  }
}

/** The lines of the queue: headings and the rows of open groups, in the order of `rows`. */
export function groupRows<Row extends object>(
  rows: readonly Row[],
  by: readonly string[],
  collapsed: ReadonlySet<string>,
  noun: QueueNoun<Row>,
  zone: QueueAsker['zone'],
): QueueLine<Row>[] {
  const fields = by.slice(0, mostLevels).flatMap((name) => fieldNamed(noun.fields, name) ?? []);
  const lines: QueueLine<Row>[] = [];
  addLines(lines, rows, { fields, collapsed, zone }, 1, '');
  return lines;
}
