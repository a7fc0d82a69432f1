/**
 * The whole alert queue as one reply: by columns, every distinct text once, times as differences. A hundred thousand
 * rows are a third of what they are as objects, and shrink once more under gzip; decoding gives rows that share their
 * texts and lists, so they are small in memory as well.
 */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { dictionary, type Encoded, type EncodedLists, listDictionary } from '@/lib/domain/alert/dictionary';

export type AlertTable = {
  ids: string[];
  texts: Record<TextColumn, Encoded>;
  lists: Record<ListColumn, EncodedLists>;
  /** Milliseconds: `createdAt` after that of the row before, the others after the row's own. Null: not a time. */
  times: Record<TimeColumn, (number | null)[]>;
  /** The times that are none, as they came: `column row` → text. */
  oddTimes: Record<string, string>;
  /** Only rows that this console is changing, by their place. */
  sync: [row: number, sync: AlertRow['sync']][];
};

const textColumns = [
  'title',
  'severity',
  'status',
  'product',
  'detectionSource',
  'system',
  'incidentKey',
  'assignee',
  'verdict',
] as const;
type TextColumn = (typeof textColumns)[number];
const listColumns = ['tactics', 'techniques', 'users', 'devices'] as const;
type ListColumn = (typeof listColumns)[number];
const timeColumns = ['createdAt', 'firstActivityAt', 'lastActivityAt', 'updatedAt'] as const;
type TimeColumn = (typeof timeColumns)[number];

function textOf(row: AlertRow, column: TextColumn): string | null {
  return column === 'verdict' ? row.verdict && JSON.stringify(row.verdict) : row[column];
}

const ourSpelling = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** Milliseconds of a time in our own spelling; null for any other text, so that it comes back as it was. */
function msOf(time: string): number | null {
  const ms = ourSpelling.test(time) ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

function encodeTimes(rows: readonly AlertRow[]): Pick<AlertTable, 'times' | 'oddTimes'> {
  const times: AlertTable['times'] = { createdAt: [], firstActivityAt: [], lastActivityAt: [], updatedAt: [] };
  const oddTimes: AlertTable['oddTimes'] = {};
  let createdMs = 0;
  rows.forEach((row, at) => {
    for (const column of timeColumns) {
      const ms = msOf(row[column]);
      times[column].push(ms === null ? null : ms - createdMs);
      if (ms === null) oddTimes[`${column} ${at}`] = row[column];
      else if (column === 'createdAt') createdMs = ms;
    }
  });
  return { times, oddTimes };
}

/** Keeps the order of the rows; nothing is lost, see `decodeAlerts`. */
export function encodeAlerts(rows: readonly AlertRow[]): AlertTable {
  const text = (column: TextColumn) => dictionary(rows, (row) => textOf(row, column));
  const list = (column: ListColumn) => listDictionary(rows, (row) => row[column]);
  return {
    ids: rows.map((row) => row.id),
    texts: {
      title: text('title'),
      severity: text('severity'),
      status: text('status'),
      product: text('product'),
      detectionSource: text('detectionSource'),
      system: text('system'),
      incidentKey: text('incidentKey'),
      assignee: text('assignee'),
      verdict: text('verdict'),
    },
    lists: { tactics: list('tactics'), techniques: list('techniques'), users: list('users'), devices: list('devices') },
    ...encodeTimes(rows),
    sync: rows.flatMap((row, at): AlertTable['sync'] => (Object.keys(row.sync).length === 0 ? [] : [[at, row.sync]])),
  };
}

const nothingAsked: AlertRow['sync'] = {};

/** What `encodeAlerts` was given, equal in every field. */
export function decodeAlerts(table: AlertTable): AlertRow[] {
  const { texts } = table;
  const lists = {
    tactics: readLists(table.lists.tactics),
    techniques: readLists(table.lists.techniques),
    users: readLists(table.lists.users),
    devices: readLists(table.lists.devices),
  };
  const verdicts = texts.verdict.words.map((word) => (word === null ? null : asVerdict(JSON.parse(word))));
  const sync = new Map(table.sync);
  const word = (column: TextColumn, at: number): string | null =>
    texts[column].words[texts[column].at[at] ?? 0] ?? null;
  let createdMs = 0;
  return table.ids.map((id, at) => {
    const odd = (column: TimeColumn) => table.oddTimes[`${column} ${at}`] ?? '';
    const step = table.times.createdAt[at] ?? null;
    if (step !== null) createdMs += step;
    const createdAt = step === null ? odd('createdAt') : new Date(createdMs).toISOString();
    const time = (column: Exclude<TimeColumn, 'createdAt'>): string => {
      const ms = table.times[column][at] ?? null;
      if (ms === null) return odd(column);
      return ms === 0 && step !== null ? createdAt : new Date(createdMs + ms).toISOString();
    };
    return asRow({
      id,
      title: word('title', at),
      severity: word('severity', at),
      status: word('status', at),
      product: word('product', at),
      detectionSource: word('detectionSource', at),
      system: word('system', at),
      tactics: lists.tactics(at),
      techniques: lists.techniques(at),
      incidentKey: word('incidentKey', at),
      assignee: word('assignee', at),
      verdict: verdicts[texts.verdict.at[at] ?? 0] ?? null,
      users: lists.users(at),
      devices: lists.devices(at),
      createdAt,
      firstActivityAt: time('firstActivityAt'),
      lastActivityAt: time('lastActivityAt'),
      updatedAt: time('updatedAt'),
      sync: sync.get(at) ?? nothingAsked,
    });
  });
}

const noWords: readonly string[] = [];

function readLists({ words, lists, at }: EncodedLists): (row: number) => readonly string[] {
  const shared = lists.map((list) => list.map((index) => words[index] ?? ''));
  return (row) => shared[at[row] ?? -1] ?? noWords;
}

/** Guaranteed by `encodeAlerts`, which alone makes tables: each word stands where a row of that type had it. */
function asRow(row: Record<keyof AlertRow, unknown>): AlertRow {
  return row as AlertRow;
}
/** As above. */
function asVerdict(value: unknown): AlertRow['verdict'] {
  return value as AlertRow['verdict'];
}
