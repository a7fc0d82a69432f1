import { expect, test } from 'vitest';
import { meaningWords } from '@/components/shell/meaning-words';

test.each([
  [{ key: '12302', system: 'defender' }, '#12302', 'Open Defender’s #12302'],
  [{ key: '12345', system: 'sentinel' }, ' # 012302', 'Open Sentinel’s 12302, which is Defender’s #12345'],
  [{ key: '0a0a0a0a-1111-4222-8333-444444444444', system: 'sentinel' }, '12302', 'Open Sentinel’s 12302'],
  [{ key: '12345', system: 'defender' }, '12302', 'Open Defender’s #12302, merged into #12345'],
] as const)('%j asked as %j', (meaning, asked, words) => {
  expect(meaningWords(meaning, asked)).toBe(words);
});
