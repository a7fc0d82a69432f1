/**
 * `npm run bench:tenant`: what the mock tenant costs. The default tenant started for the first time and from its kept
 * file, a day of its life in one jump of the clock, pages of 100,000 incidents, and with `-- --rows 10000000` ten million
 * log rows made once and opened again. Each start is a process of its own. Figures are printed, never asserted: shared
 * machines are noisy, which is why processor time stands beside the time that passed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Cost, Measured } from './tenant/measured';

const { values: flags } = parseArgs({
  options: {
    incidents: { type: 'string', default: '100000' },
    /** 0 leaves that part out. */
    rows: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '30' },
  },
});

const show = (label: string, figure: string) => process.stdout.write(`${label.padEnd(58)} ${figure}\n`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const cost = ({ wallMs, cpuMs }: Cost) => `${seconds(wallMs)} (CPU ${seconds(cpuMs)})`;
const megabytes = (mb: number | null) => (mb === null ? 'unknown' : `${mb.toFixed(0)} MB`);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The last line that the start writes is its figures: tenant-start.ts is of this version. */
const asMeasured = (text: string): Measured => JSON.parse(text) as Measured;

async function start(options: Readonly<Record<string, string>>): Promise<Measured> {
  const script = fileURLToPath(new URL('./tenant-start.ts', import.meta.url));
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  const line = /^measured (.*)$/m.exec(said)?.[1];
  if (code !== 0 || line === undefined) throw new Error(`the tenant ended with ${String(code)}:\n${said}`);
  return asMeasured(line);
}

function showStart(label: string, { boot, query, tenantMb, engineMb }: Measured): void {
  show(label, `ready in ${cost(boot)}, first query ${cost(query)} later`);
  show('', `tenant ${megabytes(tenantMb)}, log engine ${megabytes(engineMb)}`);
}

/** Where the rows lie, and how large. */
async function keptMb(folder: string): Promise<number> {
  const kept = (await readdir(folder)).find((name) => /^logs-.*\.duckdb$/.test(name));
  return kept === undefined ? 0 : (await stat(join(folder, kept))).size / 1e6;
}

async function twice(label: string, options: Readonly<Record<string, string>>, hours = 0): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onequeue-bench-tenant-'));
  try {
    showStart(`${label}: first start`, await start({ ...options, folder }));
    show(`${label}: kept on disk`, megabytes(await keptMb(folder)));
    showStart(`${label}: from the kept file`, await start({ ...options, folder }));
    if (hours === 0) return;
    const { jump } = await start({ ...options, folder, jump: String(hours) });
    if (jump) show(`${label}: ${hours} hours of the clock`, cost(jump));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await twice('default tenant', {}, 24);

const many = await start({ incidents: flags.incidents, rows: '0', pages: flags.rounds });
showStart(`${flags.incidents} incidents, no logs`, many);
for (const [name, taken] of Object.entries(many.pagesMs)) {
  const spread = [0.5, 0.95].map((share) => percentile(taken, share).toFixed(1));
  show(`  ${name}`, `p50 ${spread[0]} ms   p95 ${spread[1]} ms   first ${many.firstMs[name]?.toFixed(1)} ms`);
}

if (Number(flags.rows) > 0) await twice(`${flags.rows} rows`, { rows: flags.rows });
