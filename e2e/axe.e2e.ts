/** Every page, in both themes, has nothing for axe to complain about. */
import { expect, test } from './journey';

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of [
      '/incidents',
      '/incidents?row=12345',
      '/incidents/12345',
      '/hunting',
      '/settings',
      '/nowhere',
    ]) {
      test(path, async ({ page, check }) => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await check.axe(page);
      });
    }
  });
}
