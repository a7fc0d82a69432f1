/** The queue's frame: a filter that is typed, a view that is found again on another device, the morning, and a phone at night. */
import { expect, test } from './journey';

test('a view is made by keyboard and found again in another browser', async ({ page, browser, stack, check }) => {
  await page.goto('/incidents');
  const tree = page.getByRole('treegrid', { name: 'Incidents' });
  const rows = page.getByRole('grid', { name: 'Incidents' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('severity:');
  await expect(page.getByRole('option', { name: /^High/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('-status:resolved');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/severity:high/);
  await expect(page.getByRole('button', { name: 'Severity High', exact: true })).toBeVisible();

  await page.getByRole('button', { name: /^Group by/ }).press('Enter');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('Assignee');
  await page.keyboard.press('Escape');
  await expect(tree.locator('tr[aria-expanded]').first()).toBeVisible();
  await check.axe(page);

  await page.getByRole('button', { name: /^View:/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Save as a new view' }).fill('High by person');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /View: High by person/ })).toBeVisible();
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}/);
  const groups = await tree.locator('tr[aria-expanded][aria-level="1"]').allInnerTexts();

  const elsewhere = await browser.newContext({ baseURL: stack.consoleUrl });
  const other = await elsewhere.newPage();
  await other.goto('/incidents');
  await other.getByRole('button', { name: /^View:/ }).click();
  await other.getByRole('button', { name: /^High by person/ }).click();
  await expect(other.getByRole('button', { name: 'Severity High', exact: true })).toBeVisible();
  await expect
    .poll(() => other.getByRole('treegrid').locator('tr[aria-expanded][aria-level="1"]').allInnerTexts())
    .toEqual(groups);
  await elsewhere.close();
});

test('the morning by keyboard alone: from what is urgent to its alerts, and back', async ({ page, check }) => {
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Morning' })).toBeVisible();
  const tree = page.getByRole('treegrid', { name: 'Incidents' });
  await expect(tree.getByText('High and nobody’s')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('tr[data-cursor="true"]')).toContainText('High');
  await page.keyboard.press('l');
  await expect(
    page
      .getByRole('region', { name: /^Alerts of #/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await check.axe(page);
  await page.keyboard.press('h');
  await expect(page.getByRole('region', { name: /^Alerts of #/ })).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(page.locator('tr[data-cursor="true"]')).toContainText('High and nobody’s');
});

test('a screen reader is told where it is among all rows', async ({ page }) => {
  await page.goto('/incidents?view=everything');
  const grid = page.getByRole('grid', { name: 'Incidents' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  const { result } = await (await page.request.get('/api/rpc/incidents.list')).json();
  const count = result.data.incidents.length + 1;
  // The rows that don't fit into the first answer come in a second one, packed.
  expect(count).toBeGreaterThan(150);
  await expect(grid).toHaveAttribute('aria-rowcount', String(count));
  await grid.focus();
  await page.keyboard.press('End');
  const last = page.locator('tr[data-cursor="true"]');
  await expect(last).toHaveAttribute('aria-rowindex', String(count));
  await expect(grid).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '');
  const indexes = await grid
    .getByRole('row')
    .evaluateAll((found) => found.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(indexes).toEqual([...indexes].sort((left, right) => left - right));
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 } });
    test('rows are read and acted on', async ({ page, check, context, stack }) => {
      await context.addCookies([
        { name: 'onequeue-preferences', value: encodeURIComponent(`theme=${colorScheme}`), url: stack.consoleUrl },
      ]);
      await page.goto('/incidents');
      await page.locator('tr[data-key]').nth(2).click();
      const sheet = page.getByRole('dialog', { name: /^Incident #/ });
      await expect(sheet.getByRole('link', { name: 'Open', exact: true })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await check.axe(page);
      await sheet.getByRole('button', { name: /Status/ }).click();
      await page.getByRole('menuitemcheckbox', { name: 'In progress' }).click();
      await expect(sheet).toContainText('In progress');
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
    });
  });
}
