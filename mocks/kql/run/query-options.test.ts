import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';

const now = new Date('2025-01-15T10:00:00Z');
const limits = { rows: 100, bytes: 10_000, waitMs: 10_000 };
let engine: Engine;
beforeAll(async () => {
  const columns = [{ name: 'TimeGenerated', type: 'datetime' } as const];
  engine = await createEngine({ tables: [{ name: 'Events', world: 'both', category: '', columns }] });
  await engine.append('Events', [{ TimeGenerated: '2025-01-10T00:00:00Z' }, { TimeGenerated: '2025-01-14T00:00:00Z' }]);
});
afterAll(() => engine.close());

const ask = async (text: string) => {
  const result = await engine.run(text, { now, limits });
  if (!result.ok) return result.problems.map(({ code }) => code);
  return { rows: result.rows.length, said: result.truncated?.reason };
};
const numbers = 'range n from 1 to 5000 step 1';

describe('set', () => {
  it.each([
    ['truncationmaxrecords=10', 10, 'record count limit 10 '],
    ['truncationmaxrecords=1000', 100, 'record count limit 100 '],
    ['notruncation', 100, 'record count limit 100 '],
    ['truncationmaxsize=50', 12, 'data size limit 50 '],
    ['query_take_max_records=7', 7, undefined],
    ['no_such_option="x"', 100, 'record count limit 100 '],
  ])('%s gives %i rows', async (option, rows, said) => {
    const expected = said === undefined ? undefined : expect.stringContaining(said);
    expect(await ask(`set ${option};\n${numbers}`)).toEqual({ rows, said: expected });
  });

  it('says nothing of rows that query_take_max_records leaves out, and of a result that just fits', async () => {
    expect(await ask('set truncationmaxrecords=3; range n from 1 to 3 step 1')).toEqual({ rows: 3, said: undefined });
  });

  it('moves now(), bounds event time and cuts the time a query may take', async () => {
    const at = await engine.run('set query_now=datetime(2024-02-29); print now()', { now });
    expect(at).toMatchObject({ rows: [['2024-02-29T00:00:00Z']] });
    const scope = 'set query_datetimescope_column="TimeGenerated"; set query_datetimescope_from=datetime(2025-01-12);';
    expect(await ask(`${scope} Events`)).toEqual({ rows: 1, said: undefined });
    const slow = 'range x from 1 to 100000000 step 1 | summarize dcount(x) by y = x % 1000 | count';
    expect(await ask(`set servertimeout=50ms; ${slow}`)).toEqual(['E_QUERY_TIMEOUT']);
  });
});
