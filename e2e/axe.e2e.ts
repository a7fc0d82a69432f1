/** Every page, in both themes, has nothing for axe to complain about. */
import { expect, test } from './journey';

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of [
      '/incidents',
      '/incidents?row=12345',
      '/incidents/12345',
      '/incidents/12345?tab=investigations',
      '/incidents/12345?tab=activity',
      '/alerts',
      '/hunting',
      '/rules',
      '/rules/new',
      '/settings',
      '/settings/sync',
      '/hand-over',
      `/trace?of=${encodeURIComponent('Post-Compromise Credential Access Attempt')}`,
      '/nowhere',
    ]) {
      test(path, async ({ page, check, context, stack }) => {
        // The theme is a preference, dark until chosen otherwise; it lives in a cookie.
        await context.addCookies([
          { name: 'onequeue-preferences', value: encodeURIComponent(`theme=${colorScheme}`), url: stack.consoleUrl },
        ]);
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await check.axe(page);
      });
    }
  });
}
