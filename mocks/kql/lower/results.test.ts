/** Queries that answer with several tables. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

async function tables(text: string): Promise<unknown> {
  const result = await engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
  if (!result.ok) return result.problems;
  return [result, ...(result.more ?? [])].map(({ name, columns, rows }) => [
    name,
    columns.map((column) => column.name).join(),
    rows,
  ]);
}

const numbers = 'range x from 1 to 4 step 1';

it('answers every statement that is no let, with the lets before it', async () => {
  expect(await tables('print a = 1; let z = 5; print b = z | as Named')).toEqual([
    ['PrimaryResult', 'a', [[1]]],
    ['Named', 'b', [[5]]],
  ]);
});

it('forks into legs, named by name or by as', async () => {
  expect(await tables(`${numbers} | fork big = (where x > 3) (summarize s = sum(x) | as Total) (count)`)).toEqual([
    ['big', 'x', [[4]]],
    ['Total', 's', [[10]]],
    ['PrimaryResult', 'Count', [[4]]],
  ]);
});

it('facets: the filtered rows, then each column with its counts', async () => {
  expect(await tables(`${numbers} | extend k = x % 2 | facet by k with (where x > 3 | project x)`)).toEqual([
    ['PrimaryResult', 'x', [[4]]],
    [
      'PrimaryResult',
      'k,count_k',
      [
        [0, 2],
        [1, 2],
      ],
    ],
  ]);
});
