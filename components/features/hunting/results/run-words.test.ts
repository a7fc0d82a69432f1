import { expect, it } from 'vitest';
import { cancelledWords, rowWords, runAnnouncement, tookWords } from './run-words';

it.each([
  [342, '0.34 s'],
  [12_140, '12.1 s'],
  [65_000, '1 min 05 s'],
])('%d ms is %s', (ms, words) => expect(tookWords(ms)).toBe(words));

it.each([
  [0, 'complete', '0 rows'],
  [1, 'complete', '1 row'],
  [30_000, 'complete', '30,000 rows'],
  [500_000, 'partial', '500,000 rows, not all'],
] as const)('%d rows, %s: %s', (count, status, words) =>
  expect(rowWords({ rows: Array.from({ length: count }, () => []), status })).toBe(words),
);

it('is said aloud', () => {
  expect(cancelledWords(1_234)).toBe('Cancelled after 1.2 s');
  expect(runAnnouncement({ kind: 'idle' })).toBeNull();
  expect(runAnnouncement({ kind: 'cancelled', afterMs: 200 })).toBe('Cancelled after 0.2 s');
});
