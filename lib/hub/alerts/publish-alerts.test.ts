import { describe, expect, it } from 'vitest';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { createPublishAlerts } from '@/lib/hub/alerts/publish-alerts';
import type { FeedNews } from '@/lib/hub/change-feed';

/** Only ids matter here. */
const rowsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: `a${from + at}` }) as AlertRow);

function bench() {
  let changed: { upserts: AlertRow[]; removed: string[] } = { upserts: [], removed: [] };
  let ms = 0;
  const told: string[] = [];
  const publisher = createPublishAlerts(
    {
      flush: () => {
        const flushed = changed;
        changed = { upserts: [], removed: [] };
        return flushed;
      },
    },
    {
      publish: (news: FeedNews) => {
        if (news.kind !== 'alerts') throw new Error(news.kind);
        told.push(news.many ? 'many' : `${news.upserts.length} changed, ${news.removed.length} gone`);
      },
    },
    () => ms,
  );
  return {
    told,
    at(time: number, upserts: AlertRow[], removed: string[] = []) {
      ms = time;
      changed = { upserts, removed };
      publisher.now();
    },
    rest: () => publisher.rest(),
  };
}

describe('changed alerts', () => {
  it('are named while they are few', () => {
    const { at, told } = bench();
    at(0, rowsOf(100));
    at(10, rowsOf(1), ['a7']);
    at(20, []);
    expect(told).toEqual(['100 changed, 0 gone', '1 changed, 1 gone']);
  });

  it('are only announced while a list is being filled, and never forgotten', () => {
    const { at, rest, told } = bench();
    for (let page = 0; page < 100; page += 1) at(page * 100, rowsOf(100, page * 100));
    rest();
    expect(told.filter((one) => one !== 'many').length).toBeLessThanOrEqual(10);
    expect(told.length).toBeLessThanOrEqual(16);
    expect(told.at(-1)).toBe('many');
    rest();
    at(20_000, rowsOf(3));
    expect(told.at(-1)).toBe('3 changed, 0 gone');
  });
});
