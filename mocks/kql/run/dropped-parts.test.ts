import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});

afterAll(async () => {
  await engine.close();
});

async function columnsOf(query: string): Promise<string> {
  const result = await engine.run(query, { now: new Date(0) });
  return result.ok ? result.columns.map((column) => column.name).join() : `${result.problems[0]?.start}`;
}

const y = 'print y = dynamic([1, 2, 4])';

it.each([
  [`${y} | extend (a, b) = series_fit_line(y)`, 'y,a,b'],
  [`${y} | extend a = series_stats(y), (r, i) = series_fft(y) | where a > 0`, 'y,a,r,i'],
  [`${y} | extend a = series_decompose_forecast(y, 1)`, 'y,a'],
  [`${y} | extend series_fft(y)`, 'y,series_fft_y_real,series_fft_y_imag'],
  [`${y} | extend series_fft(y) | extend r = series_fft(y) | project-away y, r`, 'series_fft_y_real,series_fft_y_imag'],
  [`${y} | project r = series_fft(y)`, 'r,series_fft_y_imag'],
  ['print r = series_fft(dynamic([1, 2]))', 'r'],
])('%s has the columns %s', async (query, columns) => {
  expect(await columnsOf(query)).toBe(columns);
});

it('problems keep their place in the text', async () => {
  const query = `${y} | extend a = series_fft(y) | extend b = nope`;
  expect(await columnsOf(query)).toBe(String(query.indexOf('nope')));
});
