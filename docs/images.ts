/**
 * Takes the pictures of the README and of docs/tour.md from the production build on the mock tenant:
 * `npm run build && npm run docs:images [-- name …]`. Those that need trouble make it over the tenant's control host.
 */
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../e2e/chromium';
import { type Stack, startStack } from '../e2e/stack';

const hunt = `let attackStart = datetime(2025-01-15T08:30:00Z);
let attackEnd = datetime(2025-01-15T10:00:00Z);
let compromisedUser = "alex.johnson@contoso.com";
union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta
| where Timestamp between (attackStart .. attackEnd)
| where AccountUpn == compromisedUser
| project Timestamp, ActionType, Application, IPAddress, Country, DeviceName
| sort by Timestamp asc`;

const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
/** What the side pane and late marks take. */
const settleMs = 1_500;

type Picture = { viewport?: typeof wide; show: (page: Page, stack: Stack) => Promise<void> };

async function control(stack: Stack, path: string, body?: unknown, method = 'POST'): Promise<void> {
  const { status } = await stack.tenant(`tenant.onequeue.test/${path}`, { method, body });
  if (status >= 300) throw new Error(`the tenant answered ${status} to ${path}`);
}

const firstRow = (page: Page) => page.locator('[aria-rowindex="2"]').first().waitFor();

async function queue(page: Page, search: string): Promise<void> {
  await page.goto(`/incidents${search}`);
  await firstRow(page);
}

const pictures: Record<string, Picture> = {
  queue: {
    show: async (page) => {
      await queue(page, '?row=12345');
      await page.getByRole('complementary').getByText('alex.johnson@contoso.com').first().waitFor();
    },
  },
  incident: {
    show: async (page) => {
      await page.goto('/incidents/12345');
      await page
        .getByRole('heading', { name: /Multi-stage attack/ })
        .first()
        .waitFor();
    },
  },
  hunting: {
    show: async (page) => {
      await page.goto(`/hunting?query=${encodeURIComponent(hunt)}`);
      await page.getByRole('button', { name: 'Run query' }).click();
      await page
        .getByText(/\d+ rows/)
        .first()
        .waitFor();
    },
  },
  morning: { show: (page) => queue(page, '?view=morning') },
  grouped: { show: (page) => queue(page, '?group=severity,assignee&sort=-severity') },
  alerts: {
    show: async (page) => {
      await page.goto('/alerts');
      await firstRow(page);
      await page.keyboard.press('j');
    },
  },
  merge: {
    show: async (page) => {
      await queue(page, '?q=system:defender%20severity:medium%20status:new');
      for (const key of ['j', 'x', 'j', 'x', 'm']) await page.keyboard.press(key);
      await page.getByRole('dialog').getByText('Moves').waitFor();
    },
  },
  close: {
    show: async (page) => {
      await queue(page, '?row=12345');
      await page.keyboard.press('e');
      await page.waitForTimeout(1_200);
      await page.getByRole('dialog').waitFor();
    },
  },
  rules: {
    show: async (page) => {
      await page.goto('/rules');
      await page.getByRole('row', { name: /Many secrets read by one person/ }).click();
    },
  },
  'rule-grouping': {
    show: async (page) => {
      await page.goto('/rules');
      const rule = page.locator('tr[data-key]', { hasText: 'Excessive failed logons' });
      await page.goto(`/rules/${await rule.getAttribute('data-key')}?step=incidents`);
      await page.getByText('would have made').first().waitFor({ timeout: 120_000 });
    },
  },
  trace: {
    show: async (page) => {
      await page.goto(`/trace?of=${encodeURIComponent('Suspicious Sign-in Followed by Azure Resource Access')}`);
      await page.getByRole('region', { name: 'The way through both systems' }).waitFor({ timeout: 120_000 });
    },
  },
  'hand-over': {
    show: async (page) => {
      await page.goto('/hand-over');
      await page.getByText('Trouble').first().waitFor();
    },
  },
  phone: { viewport: phone, show: (page) => queue(page, '') },
  'phone-incident': {
    viewport: phone,
    show: async (page) => {
      await queue(page, '');
      await page.locator('[aria-rowindex="2"]').first().click();
    },
  },
  conflict: {
    show: async (page, stack) => {
      // The sync is out, somebody closes the incident in Sentinel, somebody else works on it in Defender.
      await control(stack, 'sync', { paused: true });
      const closed = { status: 'Closed', classification: 'FalsePositive', classificationReason: 'InaccurateData' };
      await control(stack, 'portal', { in: 'sentinel', incident: '12345', change: closed });
      await control(stack, 'portal', {
        in: 'defender',
        incident: '12345',
        as: 'tomasz.lindqvist@contoso.com',
        change: { status: 'inProgress' },
      });
      // The console has to see the difference before it can be an old one.
      await page.waitForTimeout(30_000);
      await control(stack, 'clock', { advanceMs: 5 * 60_000 });
      await page.goto('/incidents/12345');
      await page
        .getByText(/disagree|differ/i)
        .first()
        .waitFor({ timeout: 120_000 });
    },
  },
  down: {
    show: async (page, stack) => {
      await control(stack, 'faults', { host: 'management.azure.com', status: 503 });
      await queue(page, '');
      await page
        .getByText(/Sentinel.*since/)
        .first()
        .waitFor({ timeout: 90_000 });
    },
  },
};

async function take(browser: Browser, stack: Stack, names: readonly string[]): Promise<void> {
  const folder = new URL('./images/', import.meta.url).pathname;
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    const picture = pictures[name];
    if (picture === undefined)
      throw new Error(`there is no picture ${name}; there are ${Object.keys(pictures).join(', ')}`);
    for (const colorScheme of ['dark', 'light'] as const) {
      const context = await browser.newContext({
        baseURL: stack.consoleUrl,
        colorScheme,
        viewport: picture.viewport ?? wide,
      });
      // The theme is a preference, dark until chosen otherwise; it lives in a cookie.
      await context.addCookies([
        { name: 'onequeue-preferences', value: encodeURIComponent(`theme=${colorScheme}`), url: stack.consoleUrl },
      ]);
      const page = await context.newPage();
      await picture.show(page, stack);
      await page.waitForTimeout(settleMs);
      await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });
      await context.close();
    }
  }
}

const stack = await startStack({ portOffset: 40, rows: 200_000 });
// The first question begins the reading of both queues; thousands of alerts take some seconds.
await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`);
await new Promise((wake) => setTimeout(wake, 25_000));
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
try {
  const names = process.argv.slice(2);
  await take(browser, stack, names.length > 0 ? names : Object.keys(pictures));
} finally {
  await browser.close();
  await stack.stop();
}
