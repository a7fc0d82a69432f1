import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowBytes } from './row-bytes';

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

/** Every row of a statement, as its bytes say and as the database's own client reads it. */
async function bothWays(sql: string): Promise<{ ours: string[]; theirs: string[] }> {
  const connection = await instance.connect();
  const ours: string[] = [];
  const theirs: string[] = [];
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { bytes, ends } = rowBytes(chunk);
    const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
    ends.forEach((end, row) => {
      ours.push(text(row === 0 ? 0 : (ends[row - 1] ?? 0) + 1, end));
      if (row > 0) expect(text(ends[row - 1] ?? 0, (ends[row - 1] ?? 0) + 1)).toBe(',');
    });
    expect(bytes.length).toBe(ends.at(-1));
    theirs.push(...chunk.getColumnValues(0).map(String));
  }
  connection.closeSync();
  return { ours, theirs };
}

it.each([
  ['rows one behind the other', `SELECT CAST(json_array('row ' || n, n) AS VARCHAR) FROM range(5000) r(n)`],
  ['rows that fit into their headers', `SELECT CAST(json_array(n) AS VARCHAR) FROM range(3000) r(n)`],
  ['the empty row', `SELECT CAST(json_array() AS VARCHAR)`],
  ['lengths around twelve bytes', `SELECT repeat('x', n) FROM range(1, 40) r(n)`],
  ['other alphabets', `SELECT CAST(json_array(repeat('é漢🙂', n)) AS VARCHAR) FROM range(50) r(n)`],
  ['short and long rows in turn', `SELECT repeat('y', 1 + (n * 7919) % 31) FROM range(4000) r(n)`],
  ['rows in the order of a sort', `SELECT 'a text of some length ' || n AS t FROM range(6000) r(n) ORDER BY hash(n)`],
  ['one text many times', `SELECT 'the same text every time' FROM range(3000)`],
  [
    'rows of a filter',
    `SELECT t FROM (SELECT 'number ' || n || ' of all' AS t, n FROM range(20000) r(n)) WHERE hash(n) % 3 = 0`,
  ],
  ['long rows', `SELECT repeat('z', n * 1000) FROM range(1, 60) r(n)`],
])('gives the bytes of %s', async (_, sql) => {
  const { ours, theirs } = await bothWays(sql);
  expect(ours.length).toBeGreaterThan(0);
  expect(ours).toEqual(theirs);
});

it('has nothing to give for an empty result', async () => {
  expect(await bothWays('SELECT CAST(1 AS VARCHAR) WHERE FALSE')).toEqual({ ours: [], theirs: [] });
});
