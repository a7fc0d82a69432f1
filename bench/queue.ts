/**
 * Prints the queue's figures in headless Chromium on the production build (`npm run build` first), on 10,000 incidents
 * with 100,000 alerts and on 50,000, and beside them those of a plain ag-grid page over the same rows, in the same run.
 * Figures are printed, never asserted: shared machines are noisy.
 *
 *   npm run bench:queue [-- 10000 50000]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import type { Incident } from '@/lib/domain/incident/incident';
import { chromiumArguments, findChromium } from '../e2e/chromium';
import { type Stack, startStack } from '../e2e/stack';
import { showOtherGrid } from './queue/other-grid';
import { installRecorder } from './queue/page-recorder';
import { ms, spread } from './queue/spread';

const words = ['sign-in', 'malware', 'phishing', 'alex', 'password', 'mailbox', 'email', 'travel', 'oauth', 'data'];
const everything = '/incidents?view=everything';
const viewport = { width: 1440, height: 900 };
/** The whole queue has been read by then, and what is loaded ahead while nothing happens. */
const restMs = 4000;
const show = (label: string, figure: string) => process.stdout.write(`${label.padEnd(64)} ${figure}\n`);

async function fill(directory: string, incidents: number, alerts: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'bench/queue/fill-store.ts', directory, String(incidents), String(alerts)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`filling the store ended with ${code}`);
}

async function newPage(browser: Browser, baseURL?: string): Promise<{ page: Page; devtools: CDPSession }> {
  const context = await browser.newContext({ viewport, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  // tsx names functions with a function of its own, which a page doesn't have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(installRecorder);
  return { page, devtools: await context.newCDPSession(page) };
}

/** An act, from its event to the painted grid: rows that were filtered or sorted have to be there to stay. */
async function painted(page: Page, kind: 'keydown' | 'click' | 'input', act: () => Promise<void>): Promise<number[]> {
  await page.evaluate((armed) => window.recorder.arm(armed, armed === 'keydown' ? 'changed' : 'settled'), kind);
  await act();
  const latencyMs = await page.evaluate(() => window.recorder.read());
  return latencyMs === null ? [] : [latencyMs];
}

async function typed(page: Page, box: string): Promise<number[]> {
  const latencies: number[] = [];
  const field = page.locator(box).first();
  for (const word of words) {
    await field.focus();
    for (const letter of word) latencies.push(...(await painted(page, 'input', () => page.keyboard.press(letter))));
    await field.fill('');
    await page.waitForTimeout(300);
  }
  return latencies;
}

/** Each header three times; a press on its name, since only that sorts in the other grid. */
async function sorted(page: Page, headers: readonly string[]): Promise<number[]> {
  const latencies: number[] = [];
  for (const name of [...headers, ...headers, ...headers]) {
    const label = page.getByRole('columnheader', { name }).first().getByText(name, { exact: true }).first();
    latencies.push(...(await painted(page, 'click', () => label.click())));
  }
  return latencies;
}

/** A flick of 30,000 pixels down and back at 6,000 pixels a second, as Chromium makes it of a wheel. */
async function scrolled(page: Page, devtools: CDPSession): Promise<number[]> {
  const frames: number[] = [];
  for (const distance of [-30_000, 30_000]) {
    await page.evaluate(() => window.recorder.framesBegin());
    await devtools.send('Input.synthesizeScrollGesture', {
      x: 700,
      y: 500,
      yDistance: distance,
      speed: 6000,
      gestureSourceType: 'mouse',
    });
    frames.push(...(await page.evaluate(() => window.recorder.framesEnd())));
  }
  return frames;
}

async function heapMegabytes(devtools: CDPSession): Promise<string> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return `${(usedSize / 1e6).toFixed(0)} MB`;
}

async function cursor(page: Page): Promise<number[]> {
  await page.getByRole('grid').or(page.getByRole('treegrid')).first().focus();
  await page.keyboard.press('j');
  const latencies: number[] = [];
  for (let step = 0; step < 120; step += 1)
    latencies.push(...(await painted(page, 'keydown', () => page.keyboard.press(step < 60 ? 'j' : 'k'))));
  return latencies;
}

/** A thousand rows chosen, then given to Maya: from the key that says so to the rows that show it. */
async function bulk(page: Page): Promise<number[]> {
  await page.goto('/incidents?q=sign');
  await firstRow(page);
  await page.getByRole('grid').or(page.getByRole('treegrid')).first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ControlOrMeta+a');
  await page.waitForTimeout(500);
  return painted(page, 'keydown', () => page.keyboard.press('a'));
}

async function firstRow(page: Page): Promise<void> {
  await page.locator('[aria-rowindex="2"]').first().waitFor({ timeout: 300_000 });
}

/** From the beginning of the navigation to the first frame with a moved cursor, by the page's own clock. */
async function usable(page: Page): Promise<number> {
  // Not until the page's last byte has come: rows are there before the whole table is.
  await page.goto('/incidents', { waitUntil: 'commit' });
  await page.evaluate(() => window.recorder.shown('[aria-rowindex="2"]'));
  const moved = page.evaluate(() => window.recorder.shown('[data-cursor="true"]'));
  await page.keyboard.press('j');
  return moved;
}

async function ours(browser: Browser, stack: Stack): Promise<Incident[]> {
  const warm: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { page } = await newPage(browser, stack.consoleUrl);
    warm.push(await usable(page));
    await page.context().close();
  }
  show('warm start: new browser to a moved cursor (five browsers)', warm.map(ms).join('  '));
  const { page, devtools } = await newPage(browser, stack.consoleUrl);
  const again: number[] = [];
  for (let run = 0; run < 6; run += 1) again.push(await usable(page));
  show('warm start: the same browser again (five times)', again.slice(1).map(ms).join('  '));
  await page.goto(everything);
  await firstRow(page);
  await page.waitForTimeout(restMs);
  show('key to moved cursor', spread(await cursor(page)));
  // Without a row under the cursor: what its pane reads changes the row a little later, which is no filter's doing.
  await page.goto(everything);
  await firstRow(page);
  await page.waitForTimeout(restMs);
  show(
    'typed letter to painted filter',
    spread(await typed(page, 'input[type="search"], [role="searchbox"], [role="combobox"]')),
  );
  show('click to painted sort', spread(await sorted(page, ['Severity', 'Status', 'Updated', 'Incident'])));
  await page.goto(everything);
  await firstRow(page);
  await page.waitForTimeout(restMs);
  show('frames of a scroll', spread(await scrolled(page, devtools)));
  show('memory of the tab (JavaScript heap after collection)', await heapMegabytes(devtools));
  show('one act on 1,000 rows to paint', spread(await bulk(page)));
  await page.context().close();
  const reply: { result: { data: { incidents: Incident[] } } } = await (
    await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`)
  ).json();
  return reply.result.data.incidents;
}

async function yardstick(browser: Browser, incidents: readonly Incident[]): Promise<void> {
  const { page, devtools } = await newPage(browser);
  await page.goto('about:blank');
  await showOtherGrid(page, incidents);
  await page.waitForTimeout(restMs);
  show('ag-grid: typed letter to painted filter', spread(await typed(page, '#filter')));
  show('ag-grid: click to painted sort', spread(await sorted(page, ['Severity', 'Status', 'Updated At', 'Title'])));
  show('ag-grid: frames of a scroll', spread(await scrolled(page, devtools)));
  show('ag-grid: memory of the tab', await heapMegabytes(devtools));
  await page.context().close();
}

async function measure(browser: Browser, incidents: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onequeue-bench-queue-'));
  const store = join(folder, 'store');
  process.stdout.write(`\n${incidents} incidents, ${incidents * 10} alerts\n`);
  await fill(store, incidents, incidents * 10);
  const stack = await startStack({ portOffset: 52, incidents, rows: 20_000, store, waitMs: 600_000 });
  try {
    const before = performance.now();
    await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`);
    show('console: first question to the first answer, mirror from disk', ms(performance.now() - before));
    await yardstick(browser, await ours(browser, stack));
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
try {
  const sizes = process.argv.slice(2).map(Number);
  for (const incidents of sizes.length > 0 ? sizes : [10_000, 50_000]) await measure(browser, incidents);
} finally {
  await browser.close();
}
