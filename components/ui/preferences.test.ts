import { expect, test } from 'vitest';
import { defaultPreferences, parsePreferences, printPreferences } from '@/components/ui/preferences';

test('what was written is read back', () => {
  const chosen = { theme: 'light', zone: 'local', density: 'comfortable', letterKeys: false } as const;
  expect(parsePreferences(printPreferences(chosen))).toEqual(chosen);
});

test.each([undefined, '', 'theme=neon&zone=mars', '%%%'])('a cookie of %j means the defaults', (text) => {
  expect(parsePreferences(text)).toEqual(defaultPreferences);
});
