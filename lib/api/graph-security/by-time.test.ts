import { expect, test } from 'vitest';
import { byTime, type Dated, type Run } from '@/lib/api/graph-security/by-time';
import { collect } from '@/lib/base/collect';

/** Seven changes; three of them at the same time. */
const entries: Dated[] = ['00', '01', '02', '02', '02', '03', '04'].map((second, index) => ({
  id: String(index),
  lastUpdateDateTime: `2025-01-15T10:00:${second}Z`,
}));

function service(reach: number, all = entries) {
  const boundaries: (string | undefined)[] = [];
  async function* runFrom(since: string | undefined): Run<Dated> {
    boundaries.push(since);
    const found = all.filter((entry) => since === undefined || (entry.lastUpdateDateTime ?? '') >= since);
    yield found.slice(0, reach);
    return found.length > reach;
  }
  return { boundaries, runFrom };
}

async function idsOf(pages: AsyncIterable<Dated[]>): Promise<string[]> {
  return (await collect(pages)).map(({ id }) => id);
}

test('changes at the same time on both sides of a boundary come once each', async () => {
  const { runFrom } = service(4);
  expect(await idsOf(byTime(undefined, runFrom))).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('a run that reached the end is the last one', async () => {
  const { runFrom, boundaries } = service(100);
  await idsOf(byTime('2025-01-15T10:00:03Z', runFrom));
  expect(boundaries).toEqual(['2025-01-15T10:00:03Z']);
});

test('more changes at one time than can be reached is an error, not an incomplete list', async () => {
  const { runFrom } = service(2);
  await expect(idsOf(byTime(undefined, runFrom))).rejects.toMatchObject({ code: 'ListUnreachable' });
});
