import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';
import { runStage, type StageCall, stopwatch } from './run-stage';

const call: StageCall = {
  stage: 'row_window_session',
  settings: { kept: 1 },
  inputs: [
    [
      { name: 'x', type: 'string' },
      { name: 'value', type: 'datetime' },
      { name: 'fromFirst', type: 'timespan' },
      { name: 'fromBefore', type: 'timespan' },
    ],
  ],
  output: [
    { name: 'x', type: 'string' },
    { name: 'start', type: 'datetime' },
  ],
};

describe('runStage', () => {
  it('passes text and ticks beyond 2^53 without losing a digit', () => {
    const rows = JSON.stringify([
      ['a"b', '638400000000000001', '10', '10'],
      [null, null, '10', '10'],
    ]);
    expect(JSON.parse(runStage(JSON.stringify(call), rows))).toEqual([
      ['a"b', '638400000000000001'],
      ['', null],
    ]);
  });

  it('refuses a stage it does not know', () => {
    expect(() => runStage(JSON.stringify({ ...call, stage: 'none' }), '[]')).toThrow('no stage');
  });
});

describe('stopwatch', () => {
  it('ends a stage that takes too long, at one of its looks at the clock', () => {
    let now = 0;
    const checkpoint = stopwatch(100, () => now);
    for (let row = 0; row < 1000; row++) checkpoint();
    now = 101;
    expect(() => {
      for (let row = 0; row < 1000; row++) checkpoint();
    }).toThrow('E_RUNAWAY_QUERY');
  });
});

describe('a stage in a query', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({ tables: [], memoryLimitMb: 400 });
  });
  afterAll(() => engine.close());

  const answer = async (text: string): Promise<unknown> => {
    const result = await engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
    return result.ok ? result.rows : result.problems.map((problem) => problem.code);
  };

  it('gets the rows in their order, every type unharmed', async () => {
    const query = `range x from 1 to 4 step 1
      | extend t = datetime(2024-01-01) + x * 1m, d = dynamic({"a": 1.5}), r = real(nan), n = long(null), s = "a\\"b", big = 9223372036854775807
      | sort by x desc | extend start = row_window_session(t, 1h, 2m, x == 2) | where x < 4`;
    const row = ['t', { a: 1.5 }, 'NaN', null, 'a"b', '9223372036854775807'];
    expect(await answer(query)).toEqual([
      [3, '2024-01-01T00:03:00Z', ...row.slice(1), '2024-01-01T00:04:00Z'],
      [2, '2024-01-01T00:02:00Z', ...row.slice(1), '2024-01-01T00:02:00Z'],
      [1, '2024-01-01T00:01:00Z', ...row.slice(1), '2024-01-01T00:02:00Z'],
    ]);
  });

  it('runs once per partition', async () => {
    const query = `datatable(k:string, t:datetime)["a", datetime(2024-01-01 00:00), "b", datetime(2024-01-01 00:01), "a", datetime(2024-01-01 00:02)]
      | partition by k (sort by t asc | extend start = row_window_session(t, 1h, 1h)) | summarize starts = dcount(start) by k | sort by k asc`;
    expect(await answer(query)).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('reads no rows', async () => {
    expect(
      await answer('range x from 1 to 0 step 1 | extend s = row_window_session(datetime(2024-01-01), 1h, 1h)'),
    ).toEqual([]);
  });

  it('is refused more than it may read', async () => {
    const query = `range x from 1 to 400000 step 1 | extend s = strcat(tostring(x), "${'a'.repeat(600)}") | extend y = row_window_session(datetime(2024-01-01), 1h, 5m) | count`;
    const [code] = (await answer(query)) as string[];
    expect(['E_RUNAWAY_QUERY', 'E_LOW_MEMORY_CONDITION']).toContain(code);
  });
});
