/** The alert queue, end to end: filter by service source, triage by keyboard, see Defender agree, go to the incident. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './journey';

const graphAlert = z.object({ status: z.string(), assignedTo: z.string().nullish() });

const rows = (page: Page) => page.getByRole('grid', { name: 'Alerts' }).locator('tr[data-key]');

async function opens(page: Page, path: string) {
  await page.goto(path);
  // The alerts are read after the incidents, and on a busy machine their last page comes late.
  await expect(rows(page).first()).toBeVisible({ timeout: 90_000 });
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
  await expect(rows(page).first()).toContainText('Maya Chen');
  await expect.poll(asDefender, { timeout: 30_000 }).toEqual([before[0], 'maya.chen@contoso.com']);
  await page.keyboard.press('u');
  await expect.poll(asDefender, { timeout: 30_000 }).toEqual(before);
  await expect(rows(page).first()).toContainText('Unassigned');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/incidents\/12345/);
});

test('many are closed at once, and the one that Defender refused says so though it left the filter, and is sent again', async ({
  page,
  stack,
  check,
}) => {
  test.setTimeout(120_000);
  await opens(page, '/alerts?q=status:new%20system:defender%20severity:low%20updated:all');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const refused = (await rows(page).first().getAttribute('data-key')) ?? '';
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const other = (await page.locator('tr[data-cursor="true"]').getAttribute('data-key')) ?? '';
  expect(other).not.toBe(refused);
  const fault = {
    host: 'graph.microsoft.com',
    path: `security/alerts_v2/${refused}`,
    method: 'PATCH',
    status: 409,
    code: 'Conflict',
    message: 'The alert is being correlated.',
    count: 1,
  };
  const ordered = await stack.tenant('tenant.onequeue.test/faults', { method: 'POST', body: fault });
  expect(ordered.status).toBeLessThan(300);
  await expect(page.getByRole('toolbar', { name: 'Selected alerts' })).toContainText('2 selected');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('f');
  await page.keyboard.press('Control+Enter');
  const failures = page.getByRole('region', { name: 'What was not changed' });
  await expect(failures).toContainText('1 of 2 not changed', { timeout: 60_000 });
  await expect(failures).toContainText('Conflict: The alert is being correlated');
  await check.axe(page);
  // Refused alerts show what they were; what becomes of them is told whether or not the filter shows them.
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('no alert has this title');
  await expect(page.getByRole('link', { name: 'Why isn’t it here?' })).toHaveAttribute('href', /of=no\+alert/);
  await expect(failures).toContainText('Conflict: The alert is being correlated');
  const statusOf = async (id: string) =>
    graphAlert.parse((await stack.tenant(`graph.microsoft.com/v1.0/security/alerts_v2/${id}`)).body).status;
  expect(await statusOf(refused)).toBe('new');
  const again = failures.getByRole('button', { name: /try again/i });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => statusOf(refused), { timeout: 60_000 }).toBe('resolved');
  await expect.poll(() => statusOf(other), { timeout: 60_000 }).toBe('resolved');
  await expect(failures).toBeHidden();
});

test('a value is left out by its menu, as in the incident queue', async ({ page, check }) => {
  await opens(page, '/alerts');
  await rows(page).first().locator('[data-column="severity"]').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Value of Severity' });
  await expect(menu.getByRole('menuitem', { name: 'Copy defanged' })).toBeVisible();
  await check.axe(page);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.keyboard.press('.');
  await menu.getByRole('menuitem', { name: /^Without/ }).click();
  await expect(menu).toBeHidden();
  await expect(page).toHaveURL(/-severity(:|%3A)/);
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
