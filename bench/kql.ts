/**
 * `npm run bench:kql`: what a query costs beside SQL by hand, on the same file, interleaved in one run. `--rows 10` for
 * 10 million rows of processes and connections each (default 1), `--runs` for the number of measured rounds, `--memory`
 * for the database's limit in MB, `--cpu` for processor time (of both cores) instead of elapsed time, where others use
 * the machine too. Each query is measured twice: its execution alone, and delivered as JSON in memory. Figures are
 * printed, never asserted: shared machines are noisy.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage } from '@/lib/kql/language';
import { engineOver } from '@/mocks/kql/engine';
import { completeEnvironment } from '@/mocks/kql/environment/environment';
import { compile, type World } from '@/mocks/kql/run/compile';
import type { JsonForm } from '@/mocks/kql/run/contract';
import { openDatabase } from '@/mocks/kql/run/database';
import { collect } from '@/mocks/kql/run/execute';
import { createLogStorage } from '@/mocks/kql/run/log-storage';
import { rowBytes } from '@/mocks/kql/run/row-bytes';
import { type BenchQuery, benchQueries, wideQuery } from './kql/queries';
import { benchNow, type Sizes, writeRows } from './kql/rows';

const { values: flags } = parseArgs({
  options: {
    rows: { type: 'string', default: '1' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string' },
    memory: { type: 'string', default: '900' },
    cpu: { type: 'boolean', default: false },
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

/** Milliseconds since some moment, elapsed or of the processor. */
const clock = (): number => {
  if (!flags.cpu) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
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
const database = await openDatabase({ file, memoryLimitMb: Number(flags.memory), threads: 2 });
const storage = await createLogStorage(database, catalogue());
const engine = engineOver(database, storage, catalogue());
const sql = await database.acquire();
show(`opened in ${(performance.now() - opened).toFixed(0)} ms`);

const filled = catalogue().filter((table) => storage.columns(table.name));
const environment = completeEnvironment();
const world: World = {
  language: createLanguage(filled, {
    functions: () => [],
    watchlistColumns: () => undefined,
    revision: () => 0,
    hunting: true,
  }),
  environment: () => environment,
  tables: new Map(filled.map((table) => [table.name, table])),
};

/** The engine's SQL; without a form also without its JSON, to be executed like the one by hand. */
function printed(text: string, as?: JsonForm): string {
  const compiled = compile(text, world, storage, { now: benchNow }, as);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.sql;
}

/** Runs to the end without looking at the rows. */
async function execute(text: string): Promise<number> {
  const began = clock();
  const result = await sql.stream(text);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk());
  return clock() - began;
}

type Delivery = { readonly took: number; readonly rows: number; readonly bytes: number };

/** What the engine delivers, by hand: one JSON text per row with times in ISO 8601, read by the same reader. */
async function deliver(text: string): Promise<Delivery> {
  const began = clock();
  const result = await sql.stream(`SELECT CAST(json_array(*COLUMNS(*)) AS VARCHAR) FROM (${text})`);
  let rows = 0;
  let bytes = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    rows += chunk.rowCount;
    bytes += rowBytes(chunk).bytes.length;
  }
  return { took: clock() - began, rows, bytes };
}

/** The engine's SQL with its JSON, as the engine collects it. */
async function collected(text: string): Promise<number> {
  const began = clock();
  await collect(sql, text, limits);
  return clock() - began;
}

/** From the text of the query to its rows in memory. */
async function ours(
  text: string,
): Promise<Omit<Delivery, 'took'> & { readonly compile: number; readonly all: number }> {
  const began = clock();
  const result = await engine.runJson(text, { now: benchNow, limits }, form);
  const all = clock() - began;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const bytes = result.json.pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { compile: result.statistics.compileMs, rows: result.json.count, all, bytes };
}

const measures = ['hand alone', 'ours alone', 'hand delivered', 'ours delivered', 'compile', 'ours in all'] as const;
type Measure = (typeof measures)[number];
type Line = { readonly query: BenchQuery; readonly cold: number; readonly kept: Record<Measure, number[]> };

/** One round of a query. The sides take turns at being first, as the second finds the processor's caches filled. */
async function round({ query, kept }: Line, isEven: boolean): Promise<void> {
  const steps = [
    // Times are formatted where they are delivered.
    async () => kept['hand alone'].push(await execute(query.hand.replaceAll('k_iso(', '('))),
    async () => kept['ours alone'].push(await execute(printed(query.kql))),
    async () => kept['hand delivered'].push((await deliver(query.hand)).took),
    async () => kept['ours delivered'].push(await collected(printed(query.kql, form))),
    async () => {
      const mine = await ours(query.kql);
      kept.compile.push(mine.compile);
      kept['ours in all'].push(mine.all);
    },
  ];
  for (const step of isEven ? steps : [...steps].reverse()) await step();
}

async function measure(queries: readonly BenchQuery[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const query of queries) {
    const cold = await ours(query.kql);
    const reference = await deliver(query.hand);
    if (cold.rows !== reference.rows) show(`  ${query.name}: ${cold.rows} rows, by hand ${reference.rows}`);
    const kept = {
      'hand alone': [],
      'ours alone': [],
      'hand delivered': [],
      'ours delivered': [],
      compile: [],
      'ours in all': [],
    };
    lines.push({ query, cold: cold.all, kept });
  }
  for (let turn = 0; turn < rounds; turn += 1) for (const line of lines) await round(line, turn % 2 === 0);
  return lines;
}

const of = ({ kept }: Line, name: Measure): number => median(kept[name]);
const ratio = (line: Line, kind: 'alone' | 'delivered'): number => of(line, `ours ${kind}`) / of(line, `hand ${kind}`);
const times = (value: number): string => value.toFixed(2).padStart(7);

const chosen = benchQueries.filter(
  (query) => !flags.only || flags.only.split(',').some((name) => query.name.startsWith(`${name} `)),
);
const lines = await measure(chosen);
show(`\n${''.padEnd(46)}   ------ execution alone -----   -------- delivered --------`);
show(
  `${(flags.cpu ? 'query (ms of processor time)' : 'query (ms)').padEnd(46)}        hand      ours   ratio        hand      ours   ratio   compile     first`,
);
for (const line of lines) {
  const sides = (['alone', 'delivered'] as const).map(
    (kind) => `   ${ms(of(line, `hand ${kind}`))} ${ms(of(line, `ours ${kind}`))} ${times(ratio(line, kind))}`,
  );
  show(`${line.query.name.padEnd(46)}${sides.join('')} ${ms(of(line, 'compile'))} ${ms(line.cold)}`);
}
for (const kind of ['alone', 'delivered'] as const) {
  const ratios = lines.map((line) => ratio(line, kind));
  show(`${kind}: median ratio ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}`);
}
show(
  `median compile ${median(lines.map((line) => of(line, 'compile'))).toFixed(1)} ms; slowest query, with everything, ${Math.max(...lines.map((line) => of(line, 'ours in all'))).toFixed(0)} ms`,
);

if (!flags.only) {
  const [wide] = await measure([wideQuery]);
  const { bytes } = await ours(wideQuery.kql);
  if (wide) {
    const [byHand, own, all] = [of(wide, 'hand alone'), of(wide, 'ours alone'), of(wide, 'ours in all')];
    show(
      `${wideQuery.name}: alone ${own.toFixed(0)} ms (by hand ${byHand.toFixed(0)}), delivered as ${(bytes / 1e6).toFixed(1)} MB of JSON in ${all.toFixed(0)} ms: ${(all / own).toFixed(2)} times its own time, ${(all / byHand).toFixed(2)} times the one by hand`,
    );
  }
}
show(
  `process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
);
database.release(sql);
await engine.close();
