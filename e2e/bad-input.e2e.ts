/** What analysts mistype, what tenants send, and what services refuse: always said, never a crash. */
import { expect, test } from './journey';

const hosts = { defender: 'graph.microsoft.com', sentinel: 'management.azure.com' };

test('an unknown id says what was looked for and where', async ({ page, check }) => {
  await page.goto('/incidents/98765432');
  await expect(page.getByText(/98765432/).first()).toBeVisible();
  await expect(page.getByText(/Defender/).first()).toBeVisible();
  await check.axe(page);
});

test('malformed parameters fall back to defaults and say so', async ({ page }) => {
  await page.goto('/incidents?severity=catastrophic&range=yesterday&sort=-colour');
  await expect(page.getByText(/severity/i).first()).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Incidents' }).getByRole('row').nth(1)).toBeVisible();
});

test('a KQL error shows Kusto’s own code at its place and no stack', async ({ page }) => {
  await page.goto(`/hunting?query=${encodeURIComponent('DeviceProcessEvents | where FileName = "wmiprvse.exe"')}`);
  await expect(page.getByRole('textbox', { name: /query/i })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Run query' }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('KS141');
  await expect(page.getByText(/at Object\.|node_modules/)).toHaveCount(0);
});

test('one system down: the queue shows the other and names the one that is away', async ({ page, stack }) => {
  await page.goto('/incidents');
  const rows = page.getByRole('grid', { name: 'Incidents' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const fault = { host: hosts.sentinel, status: 503, count: 1000 };
  expect((await stack.tenant('tenant.onequeue.test/faults', { method: 'POST', body: fault })).status).toBeLessThan(300);
  await expect(page.getByText(/Sentinel.*(not answering|failing|away|unavailable|cannot|since)/i).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(rows.nth(1)).toBeVisible();
  expect((await stack.tenant('tenant.onequeue.test/faults', { method: 'DELETE' })).status).toBeLessThan(300);
});

test('a queue of which only the first rows could be read says so, and is read again on demand', async ({ page }) => {
  await page.route('**/api/rpc/incidents.table*', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
  await page.goto('/incidents?view=everything');
  const notice = page.getByText(/^Only \d+ of \d+ incidents could be read\.$/);
  await expect(notice).toBeVisible({ timeout: 30_000 });
  const words = (await notice.textContent()) ?? '';
  const [read, all] = [...words.matchAll(/\d+/g)].map(Number);
  const grid = page.getByRole('grid', { name: 'Incidents' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(Number(read) + 1));
  await page.unroute('**/api/rpc/incidents.table*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect(grid).toHaveAttribute('aria-rowcount', String(Number(all) + 1));
});

test('a refused write: the old value is back, the reason is said, and the change is not lost', async ({
  page,
  stack,
  check,
}) => {
  const fault = {
    host: hosts.defender,
    path: 'security/incidents/12348',
    method: 'PATCH',
    status: 409,
    code: 'Conflict',
    message: 'The tenant is being moved.',
    count: 1,
  };
  expect((await stack.tenant('tenant.onequeue.test/faults', { method: 'POST', body: fault })).status).toBeLessThan(300);
  await page.goto('/incidents/12348');
  const status = page.getByRole('button', { name: /^Status/ });
  await expect(status).toContainText('New');
  await status.click();
  await page.getByRole('menuitemcheckbox', { name: 'In progress' }).click();
  await expect(page.getByText('Status was not changed.')).toBeVisible();
  await expect(page.getByText(/The tenant is being moved/).first()).toBeVisible();
  await expect(status).toContainText('New');
  await check.axe(page);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(status).toContainText('In progress');
  await expect
    .poll(async () => (await stack.tenant('graph.microsoft.com/v1.0/security/incidents/12348')).body, {
      timeout: 30_000,
    })
    .toMatchObject({ status: 'inProgress' });
});
