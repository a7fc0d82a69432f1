import { expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage } from '@/lib/kql/language';
import { samples } from './samples';

const language = createLanguage(catalogue());
const errors = (text: string) => language.diagnose(text).filter((problem) => problem.severity === 'error');

it.each(samples.filter(({ id }) => id !== 'Q3'))('$id $title has no error', ({ text }) => {
  expect(errors(text)).toEqual([]);
});

it('Q3 fails as written, once for each of its three = signs', () => {
  const text = samples.find(({ id }) => id === 'Q3')?.text ?? '';
  expect(errors(text).map(({ code }) => code)).toEqual(['KS141', 'KS141', 'KS141']);
});
