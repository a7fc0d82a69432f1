/** The page about the sync: what it says of a tenant that is well, and the guided check from the first click to the report. */
import { z } from 'zod';
import { expect, test } from './journey';

const incidentReply = z.object({ customTags: z.array(z.string()) });

test('five facts, each read (M25), and both tables at no charge (M40)', async ({ page }) => {
  await page.goto('/incidents');
  await page
    .getByRole('banner')
    .getByRole('link', { name: /sync|connect|filling|failing|throttled/u })
    .click();
  await expect(page).toHaveURL(/\/settings\/sync$/u);
  const facts = page.locator('section', { has: page.getByRole('heading', { name: 'How it is set' }) });
  await expect(facts.getByRole('term')).toHaveText([
    'Sync status',
    'Sentinel workspace',
    'Incident sync direction',
    'Alert sync',
    'Entity sync',
  ]);
  for (const value of ['Active', 'Bi-directional', 'Enabled'])
    await expect(facts.getByText(value, { exact: true }).first()).toBeVisible();
  await expect(facts.getByText('Could not be read')).toHaveCount(0);
  await expect(page.getByText('0, no charge')).toHaveCount(2);
});

test('the sync is checked in three clicks, and the incident is as it was (M47)', async ({ page, check, stack }) => {
  test.slow();
  await page.goto('/settings/sync');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Check it' }) });
  await section.getByRole('button', { name: 'Begin the check' }).click();
  await section.getByRole('button', { name: /^Change #/u }).click();
  await section.getByRole('button', { name: 'Put it back' }).click({ timeout: 60_000 });
  await expect(section.getByRole('status')).toContainText('Works both ways', { timeout: 60_000 });
  for (const way of ['Defender → Sentinel', 'Sentinel → Defender'])
    await expect(section.getByRole('table', { name: new RegExp(way, 'u') })).toBeVisible();
  // Two fields, two systems, two ways: each with how long it took.
  await expect(section.getByRole('cell')).toHaveText(Array.from({ length: 8 }, () => /^[\d.:]+( s)? at /u));
  await check.axe(page);
  const key = ((await section.getByRole('link', { name: /^#/u }).textContent()) ?? '').slice(1);
  const { body } = await stack.tenant(`graph.microsoft.com/v1.0/security/incidents/${key}`);
  expect(incidentReply.parse(body).customTags).not.toContain('sync-check');
});
