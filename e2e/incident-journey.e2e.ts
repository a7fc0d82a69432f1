/** The main job, end to end: find #12345 in the queue, take it, see both systems agree, hunt over its window. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './journey';
import type { Stack } from './stack';

const title = /Multi-stage attack: Suspicious sign-in \+ credential access/;
const q9 = [
  'let attackStart = datetime(2025-01-15T08:30:00Z);',
  'let attackEnd = datetime(2025-01-15T10:00:00Z);',
  'let compromisedUser = "alex.johnson@contoso.com";',
  'union CloudAppEvents, IdentityLogonEvents, AADSignInEventsBeta',
  '| where Timestamp between (attackStart .. attackEnd)',
  '| where AccountUpn == compromisedUser or',
  'AccountObjectId == "user-object-id"',
  '| project Timestamp, ActionType, Application,',
  'IPAddress, Country, DeviceName',
  '| sort by Timestamp asc',
].join('\n');

const graphIncident = z.object({ status: z.string(), assignedTo: z.string().nullable(), severity: z.string() });
const sentinelIncidents = z.object({
  value: z.array(
    z.object({
      properties: z.object({
        status: z.string(),
        providerName: z.string(),
        providerIncidentId: z.string(),
        owner: z.object({ userPrincipalName: z.string().nullish(), assignedTo: z.string().nullish() }),
      }),
    }),
  ),
});

const ownIncidents = z.object({
  value: z.array(
    z.object({ name: z.string(), properties: z.object({ status: z.string(), providerName: z.string() }) }),
  ),
});

function sentinelUrl(stack: Stack): string {
  const { subscriptionId, resourceGroup, workspaceName } = stack.facts;
  const workspace = `subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${workspaceName}`;
  return `management.azure.com/${workspace}/providers/Microsoft.SecurityInsights/incidents?api-version=2025-09-01`;
}

/** What the two systems say about #12345, each through its own REST API. */
async function bothSides(stack: Stack) {
  const filter = encodeURIComponent("properties/title eq 'Multi-stage attack: Suspicious sign-in + credential access'");
  const graph = await stack.tenant('graph.microsoft.com/v1.0/security/incidents/12345');
  const sentinel = await stack.tenant(`${sentinelUrl(stack)}&$filter=${filter}`);
  expect([graph.status, sentinel.status], JSON.stringify([graph.body, sentinel.body]).slice(0, 500)).toEqual([
    200, 200,
  ]);
  const twin = sentinelIncidents
    .parse(sentinel.body)
    .value.find(
      ({ properties }) => properties.providerName === 'Microsoft XDR' && properties.providerIncidentId === '12345',
    );
  const { status, assignedTo } = graphIncident.parse(graph.body);
  return {
    defender: { status, owner: assignedTo },
    sentinel: {
      status: twin?.properties.status,
      owner: twin?.properties.owner.userPrincipalName ?? twin?.properties.owner.assignedTo ?? null,
    },
  };
}

async function bothInProgress(stack: Stack) {
  await expect
    .poll(() => bothSides(stack), { timeout: 60_000, message: 'both systems show the change through their own APIs' })
    .toEqual({
      defender: { status: 'inProgress', owner: 'maya.chen@contoso.com' },
      sentinel: { status: 'Active', owner: 'maya.chen@contoso.com' },
    });
}

async function readsTheIncident(page: Page) {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/12345/);
  for (const alert of [
    'Risky sign-in detected',
    'Activity from infrequent country',
    'Suspicious Sign-in Followed by Azure Resource Access',
    'Post-Compromise Credential Access Attempt',
  ]) {
    await expect(page.getByText(alert).first()).toBeVisible();
  }
}

async function readsTheEntities(page: Page) {
  for (const entity of ['alex.johnson@contoso.com', 'kv-contoso-prod', 'stcontosoprod', /185\.0\.0\./]) {
    await expect(page.getByRole('tabpanel').getByText(entity).first()).toBeVisible();
  }
}

async function seesAlex(page: Page) {
  await expect(page.getByRole('grid', { name: /results/i })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('gridcell', { name: /185\.0\.0\./ }).first()).toBeVisible();
}

test('an analyst takes #12345 with the mouse and hunts over its window', async ({ page, stack, check }) => {
  await page.goto('/incidents');
  await expect(page.getByRole('grid', { name: 'Incidents' })).toBeVisible();
  await page.getByRole('button', { name: 'Severity', exact: true }).click();
  await page
    .getByRole('option', { name: /High/ })
    .or(page.getByRole('menuitemcheckbox', { name: /High/ }))
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/severity:high/);
  // On its title: a click on the status in the row's middle would edit it.
  await page.getByRole('row', { name: title }).getByText(title).dblclick();
  await readsTheIncident(page);
  // M49: what connects the alerts, and which one with which.
  await expect(page.getByText(/Linked because: same user alex\.johnson@contoso\.com, .* as “/)).toHaveCount(4);
  await check.axe(page);
  await page.getByRole('tab', { name: /Entities/ }).click();
  await readsTheEntities(page);
  await check.axe(page);
  // M32: Sentinel keeps the tasks of an incident that both have.
  await page.getByRole('tab', { name: 'Tasks' }).click();
  await expect(page.getByRole('button', { name: 'Add a task' })).toBeDisabled();
  await expect(page.getByText(/Sentinel keeps tasks for itself/)).toBeVisible();
  await check.axe(page);
  await page.getByRole('button', { name: /^Status/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'In progress' }).click();
  await page.getByRole('button', { name: /^Assignee/ }).click();
  await page.getByRole('option', { name: /Maya Chen/ }).click();
  await bothInProgress(stack);
  await page.getByRole('tab', { name: /Attack story/ }).click();
  await page.getByRole('link', { name: /Hunt in this window/ }).click();
  await expect(page).toHaveURL(/\/hunting/);
  await expect(page.getByRole('textbox', { name: /query/i })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('textbox', { name: /query/i }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(q9);
  await page.keyboard.press('Shift+Enter');
  await seesAlex(page);
  await check.axe(page);
});

test('the tasks of an incident that Sentinel alone has are written, done and counted before it is closed', async ({
  page,
  stack,
  check,
}) => {
  const { value } = ownIncidents.parse((await stack.tenant(`${sentinelUrl(stack)}&$top=200`)).body);
  const own = value.find(
    ({ properties }) => properties.providerName === 'Azure Sentinel' && properties.status !== 'Closed',
  );
  const title = 'Call the owner of the laptop';
  await page.goto(`/incidents/${own?.name}?tab=tasks`);
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('Task', { exact: true }).fill(title);
  await page.keyboard.press('Enter');
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(row.getByText(/^Added /)).toBeVisible({ timeout: 30_000 });
  await check.axe(page);
  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page.getByRole('tabpanel').getByText(title).first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('e');
  const question = page.getByRole('dialog');
  await expect(question.getByText(`Open task in Sentinel: ${title}`)).toBeVisible({ timeout: 30_000 });
  await question.getByRole('link', { name: 'Look at the task' }).click();
  await expect(question).toBeHidden();
  await row.getByRole('checkbox', { name: 'Completed' }).click();
  await expect(row.getByRole('checkbox', { name: 'Completed' })).toBeChecked();
  await expect(row.getByText(/completed .* by /)).toBeVisible({ timeout: 30_000 });
  await row.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0, { timeout: 30_000 });
});

test('the same with the keyboard alone', async ({ page, stack }) => {
  await page.goto('/incidents');
  await expect(page.getByRole('row', { name: title })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('multi-stage suspicious credential');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page.locator('tr[data-cursor="true"]')).toContainText('Multi-stage attack');
  await page.keyboard.press('Enter');
  await readsTheIncident(page);
  // Back on the row one came from: Enter opens it again.
  await page.keyboard.press('Escape');
  await expect(page.locator('tr[data-cursor="true"]')).toContainText('Multi-stage attack');
  await page.keyboard.press('Enter');
  await readsTheIncident(page);
  await page.keyboard.press('a');
  await page.keyboard.press('s');
  await expect(page.getByRole('menu', { name: 'Status' })).toBeVisible();
  const inProgress = page.getByRole('menuitemcheckbox', { name: 'In progress' });
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(inProgress).toBeFocused({ timeout: 300 });
  }).toPass();
  await page.keyboard.press('Enter');
  await bothInProgress(stack);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/\/hunting/);
  const editor = page.getByRole('textbox', { name: /query/i });
  await expect(editor).toBeVisible({ timeout: 30_000 });
  await expect(async () => {
    if (!(await editor.evaluate((element) => element === document.activeElement))) await page.keyboard.press('F6');
    await expect(editor).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.insertText(q9);
  await page.keyboard.press('Shift+Enter');
  await seesAlex(page);
});
