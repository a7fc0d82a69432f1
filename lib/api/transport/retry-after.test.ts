import { expect, test } from 'vitest';
import { retryAfterMs } from '@/lib/api/transport/retry-after';

const nowMs = Date.parse('2025-01-15T10:05:00Z');

test.each<[string, Record<string, string>, number | null]>([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['zero seconds', { 'retry-after': '0' }, 0],
  ['a date, by our clock', { 'retry-after': 'Wed, 15 Jan 2025 10:05:30 GMT' }, 30_000],
  [
    'a date, by the clock of the service where it tells it',
    { 'retry-after': 'Wed, 15 Jan 2025 12:00:05 GMT', date: 'Wed, 15 Jan 2025 12:00:00 GMT' },
    5_000,
  ],
  ['a date that has passed', { 'retry-after': 'Wed, 15 Jan 2025 09:00:00 GMT' }, 0],
  ['nothing', {}, null],
  ['nonsense', { 'retry-after': 'soon' }, null],
  ['a negative number', { 'retry-after': '-5' }, null],
])('%s', (_name, headers, waitMs) => {
  expect(retryAfterMs(new Headers(headers), nowMs)).toBe(waitMs);
});
