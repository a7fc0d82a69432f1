import { describe, expect, it } from 'vitest';
import { createRandom } from '@/lib/base/random';
import { createListing, type PageRequest, type Tell } from '@/mocks/store/listing';
import type { RowOrder } from '@/mocks/store/listing-order';

type Row = { id: number; at: string; severity: string };
const newest: RowOrder<Row> = { name: 'at -1', keysOf: (row) => [row.at], signs: [-1] };
const worst: RowOrder<Row> = { name: 'severity 1,at -1', keysOf: (row) => [row.severity, row.at], signs: [1, -1] };
const random = createRandom(7, 'listing');
const row = (id: number): Row => ({ id, at: `t${random.int(40)}`, severity: random.pick(['a', 'b', 'c']) });

/** A listing over rows that can be changed, and what sorting everything anew would give. */
function over(rows: Row[]) {
  let tell: Tell<Row> = () => expect.unreachable('nobody listens');
  const listing = createListing<Row>(rows, (told) => {
    tell = told;
  });
  type Asked = Partial<Omit<PageRequest<Row>, 'test'>> & { test?: (row: Row) => boolean };
  const ask = ({ test = () => true, ...request }: Asked = {}) =>
    listing.page({
      order: newest,
      test: (slot) => test(listing.rowAt(slot) ?? expect.unreachable('a row that is gone')),
      offset: 0,
      limit: 1_000,
      count: false,
      ...request,
    });
  const sorted = (order: RowOrder<Row>) =>
    [...rows].sort((one, other) => {
      for (const [index, sign] of order.signs.entries()) {
        const [a, b] = [order.keysOf(one)[index] ?? '', order.keysOf(other)[index] ?? ''];
        if (a !== b) return a < b ? -sign : sign;
      }
      return 0;
    });
  return { tell: (changed: Row, gone?: 'gone') => tell(changed, gone), ask, sorted, listing };
}

describe('a listing', () => {
  it('cuts pages out of what matches and says whether more does', () => {
    const rows = Array.from({ length: 100 }, (_, id) => row(id));
    const { ask, sorted } = over(rows);
    const test = (one: Row) => one.severity === 'b';
    const matching = sorted(worst).filter(test);
    expect(ask({ order: worst, test, offset: 5, limit: 10 })).toEqual({
      rows: matching.slice(5, 15),
      more: true,
      total: undefined,
    });
    expect(ask({ order: worst, test, offset: matching.length - 3, limit: 3, count: true })).toEqual({
      rows: matching.slice(-3),
      more: false,
      total: matching.length,
    });
    expect(ask({ offset: 100 })).toEqual({ rows: [], more: false, total: undefined });
  });

  it.each([3, 400])('stays in order through %i changes between two questions', (changes) => {
    const rows = Array.from({ length: 500 }, (_, id) => row(id));
    const { tell, ask, sorted } = over(rows);
    for (let round = 0; round < 12; round += 1) {
      for (const order of [newest, worst]) expect(ask({ order }).rows).toEqual(sorted(order));
      for (let change = 0; change < changes; change += 1) {
        const chosen = random.pick(rows);
        const draw = random.next();
        if (draw < 0.2) rows.push(row(1_000 + rows.length));
        else if (draw < 0.3) rows.splice(rows.indexOf(chosen), 1);
        else Object.assign(chosen, { ...row(chosen.id) });
        tell(draw < 0.2 ? (rows.at(-1) ?? chosen) : chosen, draw >= 0.2 && draw < 0.3 ? 'gone' : undefined);
      }
    }
  });

  it('looks at nothing outside the range of the first key, either way round', () => {
    const rows = Array.from({ length: 200 }, (_, id) => row(id));
    const { ask, sorted } = over(rows);
    const oldest: RowOrder<Row> = { ...newest, name: 'at 1', signs: [1] };
    for (const order of [newest, oldest])
      for (const within of [{ from: 't2' }, { to: 't30' }, { from: 't12', to: 't2' }, { from: 't7', to: 't7' }, {}]) {
        const inside = (one: Row) => one.at >= (within.from ?? '') && one.at <= (within.to ?? 'u');
        const looked: Row[] = [];
        const test = (one: Row) => looked.push(one) > 0;
        expect(ask({ order, within, test }).rows).toEqual(sorted(order).filter(inside));
        expect(looked.every(inside)).toBe(true);
      }
  });

  it('tests a field as it is now, of rows that came, changed and went', () => {
    const rows = Array.from({ length: 300 }, (_, id) => row(id));
    const { ask, tell, listing, sorted } = over(rows);
    for (let round = 0; round < 20; round += 1) {
      const column = listing.column('severity', (one) => one.severity);
      const wanted = column.tested((value) => value === 'b');
      const page = listing.page({ order: newest, test: wanted, offset: 0, limit: 1_000, count: true });
      expect(page.rows).toEqual(sorted(newest).filter((one) => one.severity === 'b'));
      const [changed, gone] = [random.pick(rows), random.pick(rows)];
      changed.severity = random.pick(['a', 'b', 'c', `d${round}`]);
      tell(changed);
      rows.splice(rows.indexOf(gone), 1);
      tell(gone, 'gone');
      rows.push(row(1_000 + round));
      tell(rows.at(-1) ?? changed);
      if (round % 5 === 0) ask();
    }
  });

  it('forgets orders that nobody asks for any more, and sorts them again', () => {
    const rows = Array.from({ length: 50 }, (_, id) => row(id));
    const { ask, sorted, tell } = over(rows);
    ask();
    for (let other = 0; other < 12; other += 1) ask({ order: { ...worst, name: `other ${other}` } });
    const first = rows[0] ?? expect.unreachable();
    first.at = 't99';
    tell(first);
    expect(ask().rows).toEqual(sorted(newest));
  });
});
