import { expect, test } from 'vitest';
import { defaultPreferences, parsePreferences, printPreferences } from '@/components/ui/preferences';

test('what was written is read back', () => {
  const keyMap = { e: 'd', 'g i': 'g q', m: '', s: '=' };
  const chosen = { theme: 'light', zone: 'local', density: 'comfortable', letterKeys: false, keyMap } as const;
  expect(parsePreferences(printPreferences(chosen))).toEqual(chosen);
});

test.each([undefined, '', 'theme=neon&zone=mars', '%%%', 'key=&key=word%3Dd&key=e%3Dlong+word'])(
  'a cookie of %j means the defaults',
  (text) => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  },
);
