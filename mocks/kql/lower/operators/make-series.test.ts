/** make-series: the ends that are not given, empty inputs, and aggregates whose type the binder gets wrong. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

async function rows(text: string): Promise<unknown> {
  const result = await engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
  return result.ok ? result.rows : result.problems;
}

const day = (date: number): string => `2024-01-0${date}T00:00:00.0000000Z`;
const visits = `datatable(t: datetime, v: long, k: string)[
  datetime(2024-01-01 05:00), 1, "a", datetime(2024-01-03 01:00), 3, "a", datetime(2024-01-02 04:00), 5, "b", datetime(null), 9, "a"]`;

it.each([
  [
    'without ends each series has its own first and last bin',
    `${visits} | make-series sum(v) on t step 1d by k | sort by k asc`,
    [
      ['a', [1, 0, 3], [day(1), day(2), day(3)]],
      ['b', [5], [day(2)]],
    ],
  ],
  [
    'with a start alone each series ends at its last step',
    `${visits} | make-series sum(v) on t from datetime(2024-01-01) step 1d by k | sort by k asc`,
    [
      ['a', [1, 0, 3], [day(1), day(2), day(3)]],
      ['b', [0, 5], [day(1), day(2)]],
    ],
  ],
  [
    'the end is not part of the axis, also inside a step',
    `${visits} | make-series count() on t from datetime(2024-01-02) to datetime(2024-01-03 00:30) step 1d`,
    [
      [
        [1, 0],
        [day(2), day(3)],
      ],
    ],
  ],
  [
    'in range() bins as bin() does and includes its end',
    `${visits} | make-series count() on t in range(datetime(2024-01-01 03:00), datetime(2024-01-03 01:00), 1d)`,
    [
      [
        [1, 1, 1],
        [day(1), day(2), day(3)],
      ],
    ],
  ],
  ['of nothing it is nothing', `${visits} | take 0 | make-series count() on t step 1d`, []],
  [
    'kind=nonempty gives the defaults of nothing',
    `${visits} | take 0 | make-series kind=nonempty sum(v) default=7 on t from datetime(2024-01-01) to datetime(2024-01-03) step 1d`,
    [
      [
        [7, 7],
        [day(1), day(2)],
      ],
    ],
  ],
  [
    'percentile and take_any are arrays too',
    `${visits} | make-series percentile(v, 50), take_any(v) on t from datetime(2024-01-01) to datetime(2024-01-04) step 1d`,
    [
      [
        [1, 5, 3],
        [1, 5, 3],
        [day(1), day(2), day(3)],
      ],
    ],
  ],
])('%s', async (_what, query, expected) => {
  expect(await rows(query)).toEqual(expected);
});
