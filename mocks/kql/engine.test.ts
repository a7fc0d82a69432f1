import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createEngine, type Engine, type RunOptions } from './engine';

const tables: TableSchema[] = [
  {
    name: 'Events',
    world: 'both',
    category: '',
    columns: [
      { name: 'Timestamp', type: 'datetime' },
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Type', type: 'string' },
      { name: 'Name', type: 'string' },
      { name: 'name', type: 'long' },
      { name: 'Fields', type: 'dynamic' },
      { name: 'Score', type: 'real' },
    ],
  },
  { name: 'Secret', world: 'defender', category: '', columns: [{ name: 'Key', type: 'string' }] },
];
const options: RunOptions = { now: new Date('2025-01-15T10:00:00Z') };

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables });
  await engine.append('Events', [
    { Timestamp: '2025-01-15T09:00:00.1234567Z', Name: "it's", name: 1, Fields: { a: [1, 'x'] } },
    { TimeGenerated: Date.parse('2025-01-15T09:30:00Z'), Name: 'two', Score: 0.5 },
  ]);
});
afterAll(() => engine.close());

const rowsOf = async (text: string, more: Partial<RunOptions> = {}) => {
  const result = await engine.run(text, { ...options, ...more });
  return result.ok ? result.rows : result.problems.map((problem) => `${problem.code} ${problem.message}`);
};

describe('append', () => {
  it('fills Type and whichever name of the time is missing', async () => {
    expect(await rowsOf('Events | project Timestamp, TimeGenerated, Type | sort by Timestamp asc')).toEqual([
      ['2025-01-15T09:00:00.1234567Z', '2025-01-15T09:00:00.1234567Z', 'Events'],
      ['2025-01-15T09:30:00Z', '2025-01-15T09:30:00Z', 'Events'],
    ]);
  });

  it('is seen by the next run, also when it fills a column for the first time', async () => {
    const fresh = await createEngine({ tables });
    await fresh.append('Secret', [{ Key: 'a' }]);
    expect(await fresh.run('Events | count', options)).toMatchObject({ rows: [[0]] });
    await fresh.append('Events', [{ Name: 'x' }]);
    await fresh.append('Events', [{ name: 7 }]);
    expect(await fresh.run('Events | project Name, name | sort by Name asc', options)).toMatchObject({
      rows: [
        ['', 7],
        ['x', null],
      ],
    });
    await fresh.close();
  });

  it('refuses a column the table does not have, and goes on', async () => {
    await expect(engine.append('Events', [{ Nope: 1 }])).rejects.toThrow('no column Nope');
    expect(await rowsOf('Events | count')).toEqual([[2]]);
  });
});

describe('run', () => {
  it('keeps names apart that differ by case alone', async () => {
    expect(await rowsOf('Events | where isnotnull(name) | project Name, name')).toEqual([["it's", 1]]);
  });

  it('bounds every table by the request’s time span', async () => {
    const timespan = { start: new Date('2025-01-15T09:15:00Z'), end: new Date('2025-01-15T10:00:00Z') };
    expect(await rowsOf('Events | project Name', { timespan })).toEqual([['two']]);
  });

  it('hides the tables of advanced hunting from the workspace', async () => {
    expect(await rowsOf('Secret | count', { world: 'workspace' })).toEqual([expect.stringMatching(/^KS204 .*Secret/)]);
    expect(await rowsOf('Secret | count', { world: 'hunting' })).toEqual([[0]]);
  });

  it('says what chart is asked for and changes no row', async () => {
    const result = await engine.run(
      'Events | summarize count() by Name | render piechart with (title="By name")',
      options,
    );
    expect(result).toMatchObject({ ok: true, render: { visualization: 'piechart', title: 'By name' } });
  });

  it('answers with columns and types', async () => {
    const result = await engine.run('Events | getschema', options);
    expect(result.ok && result.columns.map((column) => column.name)).toEqual([
      'ColumnName',
      'ColumnOrdinal',
      'DataType',
      'ColumnType',
    ]);
  });
});

describe('limits', () => {
  it('cuts at the row limit and says so', async () => {
    const limits = { rows: 10, bytes: 1e9, waitMs: 10_000 };
    const result = await engine.run('range x from 1 to 100000 step 1', { ...options, limits });
    expect(result.ok && result.rows).toHaveLength(10);
    expect(result).toMatchObject({ truncated: { reason: expect.stringContaining('record count limit 10 ') } });
  });

  it('fails a query over its time', async () => {
    const limits = { rows: 10, bytes: 1e9, waitMs: 50 };
    const text = 'range x from 1 to 100000000 step 1 | extend y = x % 1000 | summarize dcount(x) by y | count';
    expect(await rowsOf(text, { limits })).toEqual([expect.stringMatching(/^E_QUERY_TIMEOUT/)]);
  });

  it('cancels when the caller aborts, and answers the next query', async () => {
    const controller = new AbortController();
    const running = rowsOf(
      'range x from 1 to 100000000 step 1 | extend y = x % 1000 | summarize dcount(x) by y | count',
      {
        signal: controller.signal,
      },
    );
    setImmediate(() => controller.abort());
    expect(await running).toEqual([expect.stringMatching(/^E_QUERY_CANCELLED/)]);
    expect(await rowsOf('print 1')).toEqual([[1]]);
  });
});

describe('problems', () => {
  it('keeps Kusto’s code and span for a semantic error', async () => {
    expect(await engine.run('Events | where Nope == 1', options)).toMatchObject({
      ok: false,
      problems: [{ code: 'KS142', start: 15, length: 4 }],
    });
  });

  it('refuses what it does not know, naming the construct at its place', async () => {
    const text = 'Events | evaluate python(typeof(*), "import os")';
    const result = await engine.run(text, options);
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'KQLU01',
          message: expect.stringContaining('not supported'),
          start: text.indexOf('python'),
          length: 30,
        },
      ],
    });
  });

  it.each([
    'externaldata(x:string)["https://contoso.com/x.csv"]',
    'Events | evaluate python(typeof(*), "import os")',
    'Events | where Name matches regex "("',
    `Events | where Name == "'; DROP TABLE logs.Events; --"`,
    "print ['a\"; DROP SCHEMA logs CASCADE; --'] = 1",
    'print x = "\\0", y = strcat("a", "\\u0000b")',
  ])('leaks no SQL, path or stack for %j, and harms nothing', async (text) => {
    const answer = JSON.stringify(await engine.run(text, options));
    expect(answer).not.toMatch(/SELECT|node_modules|\/work\/|at \w+ \(|Binder Error|LINE \d/);
    expect(await rowsOf('Events | count')).toEqual([[2]]);
  });
});
