/** What depends on the order of rows, against JavaScript: windows, partitions, top-nested, series over time. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ticksPerDay } from '../ticks';
import { ask, bag, lines } from './ask';
import { type Cell, shown } from './cells';
import { runs, waitMs } from './runs';
import { anyTable, type Row, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

const long = (cell: Cell | undefined): number | null => (typeof cell === 'bigint' ? Number(cell) : null);

function groups(rows: readonly Row[], name: string): Map<Cell, Row[]> {
  const found = new Map<Cell, Row[]>();
  for (const row of rows) {
    const key = row[name] ?? null;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

describe('sequences', () => {
  it(
    'number, look around and add up in the order of the sort',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 3 }), fc.boolean(), async (table, step, isUp) => {
          const query = `${table.name} | sort by id ${isUp ? 'asc' : 'desc'} | extend p = prev(n, ${step}), q = next(n, ${step}, -99), i = row_number(), j = row_number(7), c = row_cumsum(coalesce(n, 0)), z = row_cumsum(1, k != prev(k)) | where id % 2 == 0 | project id, p, q, i, j, c, z`;
          const rows = isUp ? table.rows : [...table.rows].reverse();
          let [sum, streak] = [0, 0];
          const expected = rows.map((row, index) => {
            sum += long(row.n) ?? 0;
            streak = row.k === (rows[index - 1]?.k ?? '') ? streak + 1 : 1;
            const after = rows[index + step];
            return [
              long(row.id),
              long(rows[index - step]?.n),
              after ? long(after.n) : -99,
              index + 1,
              index + 7,
              sum,
              streak,
            ];
          });
          const kept = expected.filter(([id]) => Number(id) % 2 === 0);
          expect(lines((await ask(engine, query)).rows), query).toEqual(lines(kept));
        }),
        runs(15),
      );
    },
    waitMs,
  );

  it(
    'partition and keep the best of each part',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyTable,
          fc.constantFrom('k', 's'),
          fc.integer({ min: 1, max: 3 }),
          async (table, by, most) => {
            const query = `${table.name} | partition hint.strategy=native by ${by} (top ${most} by id desc | project id, ${by})`;
            const expected = [...groups(table.rows, by)].flatMap(([key, rows]) =>
              rows.slice(-most).map((row) => [long(row.id), key]),
            );
            expect(bag((await ask(engine, query)).rows), query).toEqual(bag(expected));

            const nested = `${table.name} | top-nested of ${by} by c = count(), top-nested ${most} of id by m = max(id) | project ${by}, c, id`;
            const tree = [...groups(table.rows, by)].flatMap(([key, rows]) =>
              rows.slice(-most).map((row) => [key, rows.length, long(row.id)]),
            );
            expect(bag((await ask(engine, nested)).rows), nested).toEqual(bag(tree));
          },
        ),
        runs(12),
      );
    },
    waitMs,
  );

  it(
    'make a series of every bin between two days, empty ones included',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyTable,
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: -2, max: 0 }),
          async (table, days, empty) => {
            const start = new Date(Date.UTC(2025, 0, 10));
            const end = new Date(start.getTime() + days * 86_400_000);
            const [from, to] = [start, end].map((date) => date.toISOString());
            const query = `${table.name} | make-series c = count() default=${empty}, m = max(id) default=${empty} on d from datetime(${from}) to datetime(${to}) step 1d by b | project b, c, m`;
            const first = 621_355_968_000_000_000n + BigInt(start.getTime()) * 10_000n;
            const binOf = (row: Row) => (typeof row.d === 'bigint' ? Number((row.d - first) / ticksPerDay) : -1);
            const inside = table.rows.filter((row) => typeof row.d === 'bigint' && row.d >= first && binOf(row) < days);
            const expected = [...groups(inside, 'b')].map(([key, rows]) => {
              const bins = Array.from({ length: days }, (_, bin) => rows.filter((row) => binOf(row) === bin));
              return [
                shown(key, 'bool'),
                bins.map((bin) => (bin.length > 0 ? bin.length : empty)),
                bins.map((bin) => (bin.length > 0 ? Math.max(...bin.map((row) => Number(row.id))) : empty)),
              ];
            });
            expect(bag((await ask(engine, query)).rows), query).toEqual(bag(expected));
          },
        ),
        runs(12),
      );
    },
    waitMs,
  );
});
