/**
 * `npm run bench:kql`: what a query costs beside SQL by hand, on the same file, interleaved in one run. `--rows 10` for
 * 10 million rows of processes and connections each (default 1), `--runs` for the number of measured rounds.
 * Figures are printed, never asserted: shared machines are noisy.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { engineOver } from '@/mocks/kql/engine';
import type { JsonForm } from '@/mocks/kql/run/contract';
import { openDatabase } from '@/mocks/kql/run/database';
import { type BenchQuery, benchQueries, wideQuery } from './kql/queries';
import { benchNow, type Sizes, writeRows } from './kql/rows';

const { values: flags } = parseArgs({
  options: {
    rows: { type: 'string', default: '1' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
    sql: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'onequeue-bench') },
  },
});
const millions = Number(flags.rows);
const rounds = Number(flags.runs);
const sizes: Sizes = {
  process: millions * 1_000_000,
  network: millions * 1_000_000,
  signin: 200_000,
  mail: 100_000,
  device: 60_000,
};

const form: JsonForm = { rows: 'arrays', dynamics: 'text', bools: 'bool' };
const limits = { rows: 500_000, bytes: 104_857_600, waitMs: 600_000 };

const show = (text: string) => process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number): string => value.toFixed(1).padStart(9);

async function ready(file: string): Promise<void> {
  if (existsSync(file)) return;
  await mkdir(flags.folder, { recursive: true });
  const began = performance.now();
  await rm(`${file}.new`, { force: true });
  await writeRows(`${file}.new`, sizes);
  await rename(`${file}.new`, file);
  show(`made ${millions} + ${millions} million rows in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

const file = join(flags.folder, `rows-${millions}-v2.duckdb`);
await ready(file);
const opened = performance.now();
const database = await openDatabase({ file, memoryLimitMb: 900, threads: 2 });
const engine = await engineOver(database, catalogue());
const sql = await database.acquire();
show(`opened in ${(performance.now() - opened).toFixed(0)} ms`);

/** Both sides deliver one JSON text per row, with times in ISO 8601: what is compared is the way to the rows. */
async function hand(text: string, deliver = true): Promise<{ took: number; rows: number }> {
  const began = performance.now();
  const result = await sql.stream(deliver ? `SELECT CAST(json_array(*COLUMNS(*)) AS VARCHAR) FROM (${text})` : text);
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    rows += chunk.rowCount;
  return { took: performance.now() - began, rows };
}

async function ours(
  text: string,
): Promise<{ took: number; compile: number; rows: number; all: number; bytes: number }> {
  const began = performance.now();
  const result = await engine.runJson(text, { now: benchNow, limits }, form);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const bytes = result.json.pieces.reduce((sum, piece) => sum + piece.length, 0);
  const { executeMs, compileMs } = result.statistics;
  return { took: executeMs, compile: compileMs, rows: result.json.count, all: performance.now() - began, bytes };
}

type Line = { query: BenchQuery; hand: number; ours: number; compile: number; cold: number };

async function measure(queries: readonly BenchQuery[]): Promise<Line[]> {
  const times = new Map<BenchQuery, { hand: number[]; ours: number[]; compile: number[]; cold: number }>();
  for (const query of queries) {
    const cold = await ours(query.kql);
    const reference = await hand(query.hand);
    if (cold.rows !== reference.rows) show(`  ${query.name}: ${cold.rows} rows, by hand ${reference.rows}`);
    times.set(query, { hand: [], ours: [], compile: [], cold: cold.all });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [query, kept] of times) {
      kept.hand.push((await hand(query.hand)).took);
      const mine = await ours(query.kql);
      kept.ours.push(mine.took);
      kept.compile.push(mine.compile);
    }
  }
  return [...times].map(([query, kept]) => ({
    query,
    hand: median(kept.hand),
    ours: median(kept.ours),
    compile: median(kept.compile),
    cold: kept.cold,
  }));
}

const chosen = benchQueries.filter(
  (query) => !flags.only || flags.only.split(',').some((name) => query.name.startsWith(`${name} `)),
);
const lines = await measure(chosen);
show(`\n${'query'.padEnd(46)}   hand ms   ours ms   ratio   compile ms   first ms`);
for (const { query, hand: by, ours: took, compile, cold } of lines)
  show(
    `${query.name.padEnd(46)} ${ms(by)} ${ms(took)} ${(took / by).toFixed(2).padStart(7)} ${ms(compile)}    ${ms(cold)}`,
  );
const ratios = lines.map((line) => line.ours / line.hand);
show(
  `median ratio ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}; median compile ${median(lines.map((line) => line.compile)).toFixed(1)} ms; slowest query ${Math.max(...lines.map((line) => line.ours)).toFixed(0)} ms`,
);

if (!flags.only) {
  const alone: number[] = [];
  const delivered: number[] = [];
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push((await hand(wideQuery.hand, false)).took);
    const mine = await ours(wideQuery.kql);
    delivered.push(mine.all);
    megabytes = mine.bytes / 1e6;
  }
  show(
    `${wideQuery.name}: query alone ${median(alone).toFixed(0)} ms, delivered as ${megabytes.toFixed(1)} MB of JSON in ${median(delivered).toFixed(0)} ms (${(median(delivered) / median(alone)).toFixed(2)} times)`,
  );
}
show(
  `process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
);
database.release(sql);
await engine.close();
