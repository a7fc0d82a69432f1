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
