import { expect, it } from 'vitest';
import { createNames } from './globals';
import { rememberAnalyses } from './remembered';

const tables = [{ name: 'T', world: 'both', category: '', columns: [{ name: 'a', type: 'long' }] }] as const;
const names = () => createNames(tables, {})().globals;

it('analyses a query once, until another was asked last or the names are others', () => {
  const analyse = rememberAnalyses(2);
  const globals = names();
  const first = analyse('T | where a > 1', globals);
  analyse('T | count', globals);
  expect(analyse('T | where a > 1', globals)).toBe(first);
  analyse('T | take 1', globals);
  const again = analyse('T | count', globals);
  expect(again.problems).toEqual([]);
  expect(analyse('T | where a > 1', globals)).not.toBe(first);
  expect(analyse('T | count', names())).not.toBe(again);
});
