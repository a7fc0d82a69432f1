/**
 * Prints the console's figures on the production build (`npm run build` first): cold start to the first row, JavaScript
 * shipped to each page, and key press to moved cursor and typed filter to painted rows on 10,000 incidents.
 * Figures are printed, never asserted: shared machines are noisy.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../e2e/chromium';
import { type Stack, startStack } from '../e2e/stack';
import { latencyRecorder, type Recorded } from './console/latency-recorder';

const show = (label: string, figure: string) => process.stdout.write(`${label.padEnd(58)} ${figure}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const spread = (values: readonly number[]) =>
  `p50 ${ms(percentile(values, 0.5))}   p95 ${ms(percentile(values, 0.95))}   max ${ms(Math.max(...values))}   (n ${values.length})`;

async function firstRow(page: Page): Promise<void> {
  await page.locator('tr[aria-rowindex="2"]').waitFor({ timeout: 300_000 });
}

/** Bytes on the wire (gzip) of every script that the page and its workers load. */
async function shipped(browser: Browser, stack: Stack, path: string, settled: (page: Page) => Promise<unknown>) {
  const page = await (await browser.newContext({ baseURL: stack.consoleUrl })).newPage();
  const reads: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/_next/static/') || !request.url().endsWith('.js')) return;
    reads.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path);
  await settled(page);
  // The stream of changes stays open, so the network is never idle: what comes late comes within this time.
  await page.waitForTimeout(5000);
  const sizes = await Promise.all(reads);
  await page.context().close();
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} kB`;
}

/** Keys that change nothing (a letter that keeps the same rows) have no paint to wait for. */
async function painted(page: Page, key: string): Promise<number[]> {
  await page.evaluate(() => window.latency.arm());
  await page.keyboard.press(key);
  const latencyMs = await page.evaluate(() => window.latency.read());
  return latencyMs === null ? [] : [latencyMs];
}

async function keyToCursor(page: Page): Promise<number[]> {
  await page.keyboard.press('j');
  await page.locator('tr[data-cursor="true"]').waitFor();
  const latencies: number[] = [];
  for (let step = 0; step < 120; step += 1) {
    latencies.push(...(await painted(page, step < 60 ? 'j' : 'k')));
  }
  return latencies;
}

async function filterToPaint(page: Page): Promise<number[]> {
  const latencies: number[] = [];
  const box = page.getByRole('combobox', { name: 'Filter incidents' });
  for (const word of ['sign-in', 'malware', 'phishing', 'alex', 'password', 'mailbox']) {
    for (const letter of word) {
      await box.focus();
      latencies.push(...(await painted(page, letter)));
    }
    await box.fill('');
  }
  return latencies;
}

async function coldStart(browser: Browser): Promise<void> {
  const stack = await startStack({ portOffset: 50, rows: 200_000 });
  try {
    const page = await (await browser.newContext({ baseURL: stack.consoleUrl })).newPage();
    const before = performance.now();
    await page.goto('/incidents');
    await firstRow(page);
    show('cold start: console process to "Ready"', ms(stack.consoleReadyMs));
    show('cold start: first page load to first row (empty mirror)', ms(performance.now() - before));
    const again = performance.now();
    await page.reload();
    await firstRow(page);
    show('warm: reload to first row', ms(performance.now() - again));
    const incidents = await shipped(browser, stack, '/incidents', firstRow);
    show('JavaScript to /incidents, gzip', incidents);
    const hunting = await shipped(browser, stack, '/hunting', (hunt) =>
      hunt.locator('.monaco-editor').first().waitFor(),
    );
    show('JavaScript to /hunting with its workers, gzip', hunting);
  } finally {
    await stack.stop();
  }
}

async function manyIncidents(browser: Browser, count: number): Promise<void> {
  const stack = await startStack({ portOffset: 51, incidents: count, rows: 20_000 });
  try {
    const filling = performance.now();
    for (let held = 0; held < count * 0.99; ) {
      await new Promise((wake) => setTimeout(wake, 2000));
      const reply = await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`);
      const body: { result?: { data?: { incidents?: unknown[] } } } = await reply.json();
      held = body.result?.data?.incidents?.length ?? 0;
      if (performance.now() - filling > 600_000)
        throw new Error(`The mirror holds ${held} of ${count} incidents after 10 minutes.`);
    }
    show(`mirror filled with ${count} incidents within Microsoft's quotas`, ms(performance.now() - filling));
    const page = await (
      await browser.newContext({ baseURL: stack.consoleUrl, viewport: { width: 1440, height: 900 } })
    ).newPage();
    // tsx names functions with a helper of its own, which a page doesn't have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(latencyRecorder);
    await page.goto('/incidents?view=everything');
    await firstRow(page);
    await page.waitForTimeout(3000);
    show(`key press to moved cursor, ${count} incidents`, spread(await keyToCursor(page)));
    show(`typed letter to painted filter, ${count} incidents`, spread(await filterToPaint(page)));
  } finally {
    await stack.stop();
  }
}

declare global {
  interface Window {
    latency: Recorded;
  }
}

const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
try {
  await coldStart(browser);
  await manyIncidents(browser, Number(process.env.BENCH_INCIDENTS ?? 10_000));
} finally {
  await browser.close();
}
