import { expect, test } from 'vitest';
import { type Boundary, byTime, type Dated, type Run } from '@/lib/api/graph-security/by-time';
import { wholeList } from '@/lib/api/graph-security/whole-list';
import { collect } from '@/lib/base/collect';

/** Seven changes; three of them at the same time. */
const entries: Dated[] = ['00', '01', '02', '02', '02', '03', '04'].map((second, index) => ({
  id: String(index),
  lastUpdateDateTime: `2025-01-15T10:00:${second}Z`,
}));

function service(reach: number) {
  const boundaries: (string | undefined)[] = [];
  async function* runFrom(boundary: Boundary | undefined): Run<Dated> {
    boundaries.push(boundary?.at);
    const found = entries.filter(({ lastUpdateDateTime: time }) => {
      if (boundary === undefined) return true;
      return boundary.after ? (time ?? '') > boundary.at : (time ?? '') >= boundary.at;
    });
    yield found.slice(0, reach);
    return found.length > reach;
  }
  return { boundaries, runFrom };
}

async function idsOf(pages: AsyncIterable<Dated[]>): Promise<string[]> {
  return (await collect(pages)).map(({ id }) => id);
}

const options = { field: 'lastUpdateDateTime', since: undefined } as const;
function nobody(): AsyncGenerator<Dated[]> {
  throw new Error('there is no crowd here');
}

test('changes at the same time on both sides of a boundary come once each', async () => {
  const { runFrom } = service(4);
  expect(await idsOf(byTime({ ...options, runFrom, crowdAt: nobody }))).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('a run that reached the end is the last one', async () => {
  const { runFrom, boundaries } = service(100);
  await idsOf(byTime({ ...options, since: '2025-01-15T10:00:03Z', runFrom, crowdAt: nobody }));
  expect(boundaries).toEqual(['2025-01-15T10:00:03Z']);
});

test('more changes at one time than can be reached are read in another way, and the list goes on behind them', async () => {
  const { runFrom } = service(2);
  async function* crowdAt(time: string | undefined): AsyncGenerator<Dated[]> {
    yield entries.filter((entry) => entry.lastUpdateDateTime === time);
  }
  expect(await idsOf(byTime({ ...options, runFrom, crowdAt }))).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

type Alert = Dated & { severity: string };

/** Answers filters as the service does, but no more than `reach` entries of one. */
function filteringService(all: readonly Alert[], reach: number) {
  const passes = (alert: Alert, clause: string): boolean => {
    const [field = '', operator, quoted = ''] = clause.split(' ');
    const value = quoted.replaceAll("'", '');
    const own = new Map<string, unknown>(Object.entries(alert)).get(field);
    const held = typeof own === 'string' ? own : '';
    if (operator === 'ge') return held >= value;
    if (operator === 'le') return held <= value;
    if (operator === 'gt') return held > value;
    return operator === 'eq' ? held === value : held !== value;
  };
  return async function* run(filters: readonly string[], field: 'lastUpdateDateTime' | 'createdDateTime'): Run<Alert> {
    const clauses = filters.flatMap((filter) => filter.split(' and '));
    const found = all
      .filter((alert) => clauses.every((clause) => passes(alert, clause)))
      .sort((left, right) => (left[field] ?? '').localeCompare(right[field] ?? ''));
    yield found.slice(0, reach);
    return found.length > reach;
  };
}

const changedAt = '2025-01-15T10:00:00Z';
const splits = [{ field: 'severity', values: ['low', 'high'] }];
const alert = (id: string, createdDateTime: string, severity: string): Alert => ({
  id,
  createdDateTime,
  severity,
  lastUpdateDateTime: changedAt,
});
const closedAtOnce: Alert[] = [
  ...['01', '02', '03', '03', '03', '03', '04'].map((second, index) =>
    alert(String(index), `2025-01-15T09:00:${second}Z`, ['low', 'high', 'brandNew'][index % 3] ?? ''),
  ),
  { id: 'later', severity: 'low', createdDateTime: changedAt, lastUpdateDateTime: '2025-01-15T10:00:01Z' },
];

test('alerts closed at one instant are told apart by their creation, then by severity, newer severities included', async () => {
  const pages = wholeList({ since: undefined, splits, run: filteringService(closedAtOnce, 3) });
  expect((await idsOf(pages)).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', 'later']);
});

test('what nothing tells apart is named, and the list goes on behind it; without a listener it is an error', async () => {
  const all = [
    ...['a', 'b', 'c', 'd'].map((id) => alert(id, changedAt, 'low')),
    { id: 'later', severity: 'low', createdDateTime: changedAt, lastUpdateDateTime: '2025-01-15T10:00:01Z' },
  ];
  const run = filteringService(all, 2);
  const named: string[] = [];
  const pages = wholeList({ since: undefined, splits, run, onUnreachable: ({ message }) => named.push(message) });
  expect(await idsOf(pages)).toEqual(['a', 'b', 'later']);
  expect(named).toEqual([expect.stringContaining(changedAt)]);
  await expect(idsOf(wholeList({ since: undefined, splits, run }))).rejects.toMatchObject({ code: 'ListUnreachable' });
});
