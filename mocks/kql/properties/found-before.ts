/** What the properties have found, each in its smallest form, so that it stays found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';
import { ask } from './ask';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

const cases: readonly (readonly [what: string, query: string, rows: unknown])[] = [
  [
    'a text that looks like a place in a function’s template stays a text',
    `print strcat("$1", "b"), strcat("$*", "$order"), strcat(replace_string("ab", "a", "<$1>"), "c")`,
    [['$1b', '$*$order', '<$1>bc']],
  ],
  [
    'a constant orders nothing: `sort by 1` does not mean the first column',
    'datatable(x:long, y:long)[1, 5, 2, 4, 3, 3] | extend c = 1 | sort by c desc, y asc | take 2 | project x',
    [[3], [2]],
  ],
  [
    'a constant text may be sorted by',
    'datatable(x:long)[2, 1] | extend c = "a" | sort by c asc, x asc | take 1 | project x',
    [[1]],
  ],
  [
    'null is not less than NaN, and not not less either',
    'datatable(r:real)[real(null)] | project isnull(r < real(nan)), isnull(real(nan) * 1 >= r)',
    [[true, true]],
  ],
  [
    'a null real is null inside a dynamic value, not the end of the query',
    'datatable(r:real)[real(null)] | project pack("r", r), pack_array(r, 1)',
    [[{ r: null }, [null, 1]]],
  ],
  [
    'a slice that ends before the array begins is empty',
    'print array_slice(dynamic([1, 2, 3]), 0, -5), array_slice(dynamic([1, 2, 3]), -9, -3)',
    [[[], [1]]],
  ],
];

describe('what the properties have found', () => {
  it.each(cases)('%s', async (_what, query, rows) => {
    expect((await ask(engine, query)).rows).toEqual(rows);
  });
});
