import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tooManyUses } from './complexity';

const doubled = (lets: number, next: (name: string) => string, result = (name: string): string => name): string => {
  const statements = Array.from({ length: lets }, (_, n) => `let a${n + 1} = ${next(`a${n}`)};`);
  return `let a0 = Events; ${statements.join('\n')} ${result(`a${lets}`)}`;
};

describe('names that double with each let', () => {
  it.each([
    ['tables', doubled(40, (a) => `union ${a}, ${a}`)],
    ['tables that are computed once', doubled(40, (a) => `materialize(union ${a}, ${a})`)],
    ['values', doubled(40, (a) => `${a} + ${a}`)],
    ['functions', doubled(40, (a) => `(x: long) { let y = ${a}(x); y + ${a}(x + 1) }`)],
    ['lets inside a function', `let f = () { ${doubled(40, (a) => `union ${a}, ${a}`)} }; f()`],
  ])('are too complex: %s', (_, text) => {
    expect(tooManyUses(text)).toMatchObject({ code: 'CRT0015', severity: 'error' });
  });

  it('are not where the names stand in texts, comments, members, or are few', () => {
    for (const next of [
      (a: string) => `T | where x == "${a} ${a}" // ${a} ${a}`,
      (a: string) => `T | extend y = x.${a} + x.${a}`,
      (a: string) => `${a} | where b`,
    ])
      expect(tooManyUses(doubled(40, next))).toBeUndefined();
    expect(tooManyUses(doubled(10, (a) => `union ${a}, ${a}`))).toBeUndefined();
  });

  it('are nowhere among the queries that people have published', () => {
    const text = readFileSync(new URL('../source-queries.kql', import.meta.url), 'utf8');
    for (const query of text.split(/\n\s*\n/)) expect(tooManyUses(query)).toBeUndefined();
  });
});
