/** The alert queue, end to end: filter by service source, triage by keyboard, see Defender agree, go to the incident. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './journey';

const graphAlert = z.object({ status: z.string(), assignedTo: z.string().nullish() });

const rows = (page: Page) => page.getByRole('grid', { name: 'Alerts' }).locator('tr[data-key]');

async function opens(page: Page, path: string) {
  await page.goto(path);
  await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
}

test('service source Sentinel is in the address, survives reload and back (M46)', async ({ page }) => {
  await opens(page, '/alerts');
  await page.getByRole('button', { name: /^Service source/ }).click();
  await page.getByRole('option', { name: /Microsoft Sentinel/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/q=.*source(:|%3A)sentinel/);
  const sources = () => rows(page).locator('[data-column="source"]').allTextContents();
  await expect.poll(async () => new Set(await sources())).toEqual(new Set(['Sentinel']));
  const filtered = page.url();
  await page.reload();
  await expect.poll(async () => new Set(await sources())).toEqual(new Set(['Sentinel']));
  await page.getByRole('link', { name: 'Hunting' }).click();
  await expect(page).toHaveURL(/\/hunting/);
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect.poll(async () => new Set(await sources())).toEqual(new Set(['Sentinel']));
});

test('the alerts of one incident are taken and taken back by keyboard', async ({ page, stack, check }) => {
  await opens(page, '/alerts?q=incident:12345&sort=title');
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('j');
  const pane = page.getByRole('complementary', { name: 'Alert' });
  await expect(pane.getByRole('region', { name: /^Evidence \(\d+\)$/ })).toBeVisible();
  await check.axe(page);
  const id = (await rows(page).first().getAttribute('data-key')) ?? '';
  const asDefender = async () => {
    const { body } = await stack.tenant(`graph.microsoft.com/v1.0/security/alerts_v2/${id}`);
    const { status, assignedTo } = graphAlert.parse(body);
    return [status, assignedTo ?? null];
  };
  const before = await asDefender();
  await page.keyboard.press('a');
  await expect(rows(page).first()).toContainText('maya.chen@contoso.com');
  await expect.poll(asDefender, { timeout: 30_000 }).toEqual([before[0], 'maya.chen@contoso.com']);
  await page.keyboard.press('u');
  await expect.poll(asDefender, { timeout: 30_000 }).toEqual(before);
  await expect(rows(page).first()).toContainText('Unassigned');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/incidents\/12345/);
});

test('on a phone an alert opens from below and can be read', async ({ page, check }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await opens(page, '/alerts');
  await rows(page).nth(1).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('region', { name: 'What happened' })).toBeVisible();
  await check.axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});
