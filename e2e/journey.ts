/** The test object of every browser journey: a console on its own tenant, no request leaves the machine, axe at hand. */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { type Stack, startStack } from './stack';

const listReply = z.object({
  result: z.object({ data: z.object({ health: z.array(z.object({ filledAt: z.string().nullable() })) }) }),
});

/** A journey begins as an analyst's day does, on a console that has read both queues; its cold start is the bench's. */
async function untilFilled(consoleUrl: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const reply = listReply.parse(await (await fetch(`${consoleUrl}/api/rpc/incidents.list`)).json());
        return reply.result.data.health.map(({ filledAt }) => filledAt === null);
      },
      { timeout: 90_000, message: 'the console has read both queues' },
    )
    .toEqual([false, false]);
}

export const test = base.extend<{ check: { axe: (page: Page) => Promise<void> } }, { stack: Stack }>({
  stack: [
    // Playwright reads a fixture's needs from the pattern; this one needs only a worker.
    async ({ browserName: _browserName }, use, worker) => {
      const stack = await startStack({ portOffset: worker.parallelIndex });
      await untilFilled(stack.consoleUrl);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 400_000 },
  ],
  baseURL: async ({ stack }, use) => use(stack.consoleUrl),
  page: async ({ page }, use) => {
    const strays: string[] = [];
    await page.route('**/*', (route) => {
      const { hostname, protocol } = new URL(route.request().url());
      if (hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:') return route.continue();
      strays.push(route.request().url());
      return route.abort();
    });
    await use(page);
    expect(strays, 'requests that would have left the machine').toEqual([]);
  },
  check: async ({ page: _page }, use) => {
    await use({
      axe: async (page) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
        ).toEqual([]);
      },
    });
  },
});

export { expect };
