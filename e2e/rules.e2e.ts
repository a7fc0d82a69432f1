/**
 * Analytics rules: one made with the keyboard alone, with its warning, a suggestion and what each way of grouping would
 * have made of the past; and one that somebody else changes while it is being edited.
 */
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './journey';
import type { Stack } from './stack';

const mostTabs = 80;

/** Goes there as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name });
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

const ruleReply = z.looseObject({
  etag: z.string(),
  kind: z.string(),
  properties: z.looseObject({
    displayName: z.string(),
    severity: z.string(),
    entityMappings: z.array(z.looseObject({ entityType: z.string() })),
    incidentConfiguration: z.looseObject({
      groupingConfiguration: z.looseObject({ enabled: z.boolean(), matchingMethod: z.string() }),
    }),
  }),
});

const rulePath = ({ facts }: Stack, id: string) =>
  `management.azure.com/subscriptions/${facts.subscriptionId}/resourceGroups/${facts.resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${facts.workspaceName}/providers/Microsoft.SecurityInsights/alertRules/${id}?api-version=2025-09-01`;

async function inSentinel(stack: Stack, id: string) {
  return ruleReply.parse((await stack.tenant(rulePath(stack, id))).body);
}

/** What a card says: incidents and the alerts they would have been made of. */
async function figures(page: Page, name: string): Promise<{ incidents: number; alerts: number }> {
  const card = page.locator('label', { has: page.getByRole('radio', { name: new RegExp(`^${name}`, 'u') }) });
  await expect(card).toContainText(/would have made [\d,]+ incidents? ?of [\d,]+ alerts? in the last 7 days/u);
  const [, incidents = '', alerts = ''] =
    /made ([\d,]+) incidents? ?of ([\d,]+) alerts?/u.exec((await card.textContent()) ?? '') ?? [];
  return { incidents: Number(incidents.replaceAll(',', '')), alerts: Number(alerts.replaceAll(',', '')) };
}

test('a rule made with the keyboard alone (M50, M51)', async ({ page, check, stack }) => {
  test.slow();
  const name = `Failed sign-ins ${Date.now()}`;
  await page.goto('/incidents');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/rules$/u);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/rules\/new/u);

  await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.insertText(name);
  await press(page, 'Next: Rule logic');
  const editor = page.getByRole('textbox', { name: /^KQL query of the rule/u });
  await tabTo(page, editor);
  await page.keyboard.insertText(
    'SigninLogs\n| where ResultType != 0\n| summarize Failures = count() by UserPrincipalName, IPAddress',
  );
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText(/rows? and 3 columns/u)).toBeVisible();
  const every = page.getByRole('textbox', { name: 'Run the query every' });
  await expect
    .poll(async () => {
      // The first one may close a list of suggestions.
      await page.keyboard.press('Escape');
      return every.evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
  await tabTo(page, page.getByRole('radio', { name: 'One alert for all rows of a run' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^One alert for each row/u })).toBeChecked();

  await press(page, 'Next: Entities');
  const warning = page.getByText('This rule maps none of Account, IP and Host.');
  await expect(warning).toBeVisible();
  await expect(page.getByRole('button', { name: /^IP: IPAddress/u })).toBeVisible();
  await check.axe(page);
  await press(page, /^Account: UserPrincipalName/u);
  await expect(warning).toHaveCount(0);

  await press(page, 'Next: Incident settings');
  const each = await figures(page, 'One per alert');
  const same = await figures(page, 'All entities match');
  const one = await figures(page, 'All alerts of the rule');
  expect(each.incidents).toBe(each.alerts);
  expect(same.alerts).toBe(each.alerts);
  expect(same.incidents).toBeLessThanOrEqual(each.incidents);
  expect(one.incidents).toBeLessThan(same.incidents);
  await check.axe(page);
  await tabTo(page, page.getByRole('radio', { name: /^One per alert/u }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^All entities match/u })).toBeChecked();

  await press(page, 'Next: Review and save');
  await press(page, 'Save rule');
  await expect(page).toHaveURL(/\/rules\?row=/u);
  const id = new URL(page.url()).searchParams.get('row') ?? '';
  const row = page.locator(`tr[data-key="${id}"]`);
  await expect(row).toContainText(name);
  await expect(row).toContainText('All entities match');
  const { properties } = await inSentinel(stack, id);
  expect(properties.entityMappings.map(({ entityType }) => entityType)).toEqual(['Account']);
  expect(properties.incidentConfiguration.groupingConfiguration).toMatchObject({
    enabled: true,
    matchingMethod: 'AllEntities',
  });
});

test('what is written survives a reload, and somebody else’s change is seen before it is overwritten', async ({
  page,
  stack,
}) => {
  await page.goto('/rules');
  const row = page.locator('tr[data-key]', { hasText: 'Excessive failed logons' });
  const id = (await row.getAttribute('data-key')) ?? '';
  const before = await inSentinel(stack, id);
  await page.goto(`/rules/${id}`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Too many failed logons');
  await page.reload();
  await expect(page.getByText('What you wrote here and did not save is back.')).toBeVisible();
  await expect(name).toHaveValue('Too many failed logons');

  const theirs = { ...before, properties: { ...before.properties, severity: 'High' } };
  expect((await stack.tenant(rulePath(stack, id), { method: 'PUT', body: theirs })).status).toBe(200);
  await page.getByRole('main').getByRole('button', { name: 'Review and save' }).last().click();
  await page.getByRole('button', { name: 'Save rule' }).click();
  const notice = page.getByRole('region', { name: 'Changed by somebody else' });
  await expect(notice.getByRole('row', { name: /^Severity/u })).toContainText('High');
  expect((await inSentinel(stack, id)).properties).toMatchObject({ displayName: before.properties.displayName });

  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page).toHaveURL(/\/rules\?row=/u);
  expect((await inSentinel(stack, id)).properties).toMatchObject({
    displayName: 'Too many failed logons',
    severity: before.properties.severity,
  });
  // As the journeys that come after know it.
  const { etag } = await inSentinel(stack, id);
  await stack.tenant(rulePath(stack, id), { method: 'PUT', body: { ...before, etag } });
});
