/** Takes the README's pictures from the production build on the mock tenant: `npm run build && npm run docs:images`. */
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../e2e/chromium';
import { startStack } from '../e2e/stack';

const hunt = `let attackStart = datetime(2025-01-15T08:30:00Z);
let attackEnd = datetime(2025-01-15T10:00:00Z);
let compromisedUser = "alex.johnson@contoso.com";
union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta
| where Timestamp between (attackStart .. attackEnd)
| where AccountUpn == compromisedUser
| project Timestamp, ActionType, Application, IPAddress, Country, DeviceName
| sort by Timestamp asc`;

const pictures: Record<string, (page: Page) => Promise<void>> = {
  queue: async (page) => {
    await page.goto('/incidents?row=12345');
    await page.getByRole('complementary').getByText('alex.johnson@contoso.com').first().waitFor();
    await page.waitForTimeout(1500);
  },
  incident: async (page) => {
    await page.goto('/incidents/12345');
    await page
      .getByRole('heading', { name: /Multi-stage attack/ })
      .first()
      .waitFor();
    await page.waitForTimeout(1500);
  },
  hunting: async (page) => {
    await page.goto(`/hunting?query=${encodeURIComponent(hunt)}`);
    await page.getByRole('button', { name: 'Run query' }).click();
    await page
      .getByText(/\d+ rows/)
      .first()
      .waitFor();
    await page.waitForTimeout(1500);
  },
};

const stack = await startStack({ portOffset: 40, rows: 200_000 });
// The first question begins the reading of both queues; thousands of alerts take some seconds.
await fetch(`${stack.consoleUrl}/api/rpc/incidents.list`);
await new Promise((wake) => setTimeout(wake, 25_000));
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
try {
  const folder = new URL('./images/', import.meta.url).pathname;
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['dark', 'light'] as const) {
    const context = await browser.newContext({
      baseURL: stack.consoleUrl,
      colorScheme,
      viewport: { width: 1440, height: 900 },
    });
    // The theme is a preference, dark until chosen otherwise; it lives in a cookie.
    await context.addCookies([
      { name: 'onequeue-preferences', value: encodeURIComponent(`theme=${colorScheme}`), url: stack.consoleUrl },
    ]);
    const page = await context.newPage();
    for (const [name, show] of Object.entries(pictures)) {
      await show(page);
      await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await stack.stop();
}
