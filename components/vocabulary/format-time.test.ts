import { expect, test } from 'vitest';
import { duration, fullTime, shortTime } from '@/components/vocabulary/format-time';

test('UTC is written with its zone', () => {
  expect(fullTime('2025-01-15T10:05:12.345Z', 'utc')).toBe('2025-01-15 10:05:12 UTC');
  expect(shortTime('2025-01-05T10:05:12Z', 'utc')).toBe('05 Jan 10:05');
});

test('local time names its offset', () => {
  expect(fullTime('2025-01-15T10:05:12Z', 'local')).toMatch(/^2025-01-1[456] \d\d:\d\d:12 UTC[+−]\d\d:\d\d$/u);
});

test('what is no time stays readable', () => expect(fullTime('soon', 'utc')).toBe('soon'));

test.each([
  [3_000, '3 s'],
  [61_000, '1 min'],
  [7_200_000, '2 h'],
  [3 * 86_400_000, '3 d'],
  [-5, '0 s'],
])('%d ms is %s', (ms, text) => expect(duration(ms)).toBe(text));
