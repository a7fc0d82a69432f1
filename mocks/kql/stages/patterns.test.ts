/** The pattern plugins as stages: what they make of rows that are counted per combination of values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocluster } from './autocluster';
import { basket } from './basket';
import { diffPatterns } from './diff-patterns';
import type { Stage } from './stage';

const columns = (...names: string[]) => names.map((name) => ({ name, type: 'string' as const }));

/** The cell that says which values are rare stands before the weight, and before the set where there are two. */
function run(stage: Stage, names: string[], rows: unknown[][], settings: unknown, mask = '') {
  const last = stage === diffPatterns ? -2 : -1;
  const masked = rows.map((row) => [...row.slice(0, last), mask, ...row.slice(last)]);
  const input = { columns: columns(...names, 'mask'), rows: masked };
  return stage.run(input, { settings, others: [], output: [], checkpoint: () => {} }).rows;
}

/** A storm of the documentation in small: no damage means no damaged crops. */
const storms = [
  ['Hail', 'NO', 0, 39],
  ['Hail', 'YES', 0, 2],
  ['Hail', 'YES', 7, 1],
  ['Wind', 'NO', 0, 13],
  ['Wind', 'YES', 0, 9],
  ['Flood', 'NO', 0, 26],
  ['Flood', 'YES', 0, 8],
  ['Flood', 'YES', 9, 2],
];

const withCounts = (rows: readonly number[][]): unknown[][] => rows.map((row) => [...row, 1]);

/** By brute force: for each choice of columns and row, the rows that agree with it there, and all they share. */
function everyClosedPattern(rows: readonly number[][], threshold: number): Set<string> {
  const found = new Set<string>();
  for (let choice = 1; choice < 16; choice++) {
    for (const seed of rows) {
      const members = rows.filter((row) => row.every((value, at) => (choice >> at) % 2 === 0 || value === seed[at]));
      if (members.length < threshold * rows.length) continue;
      const isShared = seed.map((value, at) => members.every((row) => row[at] === value));
      const cells = seed.map((value, at) => (isShared[at] ? value : ''));
      found.add([members.length, ...cells, isShared.map((shared) => (shared ? '1' : '0')).join('')].join());
    }
  }
  return found;
}

describe('basket', () => {
  it('gives the patterns that enough rows fulfil, with everything their rows share', () => {
    expect(run(basket, ['Event', 'Damage', 'Crops', 'n'], storms, { threshold: 0.3, mostValues: 5 })).toEqual([
      [0, 78, 78, null, 'NO', 0, '011'],
      [1, 39, 39, 'Hail', 'NO', 0, '111'],
      [2, 97, 97, null, null, 0, '001'],
      [3, 41, 41, 'Hail', null, 0, '101'],
      [4, 34, 34, 'Flood', null, 0, '101'],
      [5, 42, 42, 'Hail', null, null, '100'],
      [6, 36, 36, 'Flood', null, null, '100'],
    ]);
  });

  it('chooses no more values than it may, and counts only those that do not follow from the others', () => {
    const found = run(basket, ['Event', 'Damage', 'Crops', 'n'], storms, { threshold: 0.3, mostValues: 1 });
    expect(found.map((row) => row.at(-1))).toEqual(['011', '001', '100', '100']);
  });

  it('finds every frequent closed pattern, however they are reached', () => {
    const rows = [
      ['a', 'b', 'c', 1],
      ['a', 'b', 'x', 1],
      ['a', 'y', 'c', 1],
      ['z', 'b', 'c', 1],
    ];
    const masks = run(basket, ['A', 'B', 'C', 'n'], rows, { threshold: 0.25, mostValues: 5 }).map((row) => row.at(-1));
    expect([...masks].sort()).toEqual(['001', '010', '011', '100', '101', '110', '111', '111', '111', '111']);
  });

  it('finds what trying every choice of values finds', () => {
    const table = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(2)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(table, fc.constantFrom(0.1, 0.3, 0.6), (rows, threshold) => {
        const names = ['A', 'B', 'C', 'D', 'n'];
        const found = run(basket, names, withCounts(rows), { threshold, mostValues: 5 });
        const shown = found.map((row) => [row[1], ...row.slice(3)].join());
        expect([...shown].sort()).toEqual([...everyClosedPattern(rows, threshold)].sort());
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('takes a rare value for one that no other row has', () => {
    const rows = [
      ['x', null, 2],
      ['x', null, 3],
    ];
    expect(run(basket, ['A', 'B', 'n'], rows, { threshold: 0.05, mostValues: 5 }, '01')).toEqual([
      [0, 5, 100, 'x', null, '10'],
    ]);
  });

  it('tells null from text, and gives nothing for no rows', () => {
    const rows = [
      [null, 3],
      ['null', 1],
    ];
    expect(run(basket, ['A', 'n'], rows, { threshold: 0.05, mostValues: 5 })).toEqual([
      [0, 3, 75, null, '1'],
      [1, 1, 25, 'null', '1'],
    ]);
    expect(run(basket, ['A', 'n'], [], { threshold: 0.05, mostValues: 5 })).toEqual([]);
  });
});

describe('diffpatterns', () => {
  const split = storms.map(([event, damage, crops, n]) => [event, crops, damage === 'NO', n]);

  it('gives the patterns of greatest difference, none inside another', () => {
    expect(run(diffPatterns, ['Event', 'Crops', 'first', 'n'], split, { threshold: 0.05, mostValues: 5 })).toEqual([
      [0, 39, 2, 50, 9.09, 40.91, 'Hail', 0, '11'],
      [1, 13, 9, 16.67, 40.91, 24.24, 'Wind', 0, '11'],
      [2, 26, 10, 33.33, 45.45, 12.12, 'Flood', null, '10'],
    ]);
  });

  it('gives nothing where the sets do not differ', () => {
    const rows = [
      ['a', true, 5],
      ['a', false, 50],
    ];
    expect(run(diffPatterns, ['A', 'first', 'n'], rows, { threshold: 0.05, mostValues: 5 })).toEqual([]);
  });
});

describe('autocluster', () => {
  it('gives few patterns, what is rare and common together before what is only common', () => {
    const rows = [
      ['web', 'GET', '200', 60],
      ['web', 'GET', '404', 3],
      ['mail', 'POST', '500', 30],
      ['mail', 'POST', '200', 2],
      ['ftp', 'PUT', '301', 5],
    ];
    expect(run(autocluster, ['Service', 'Verb', 'Status', 'n'], rows, { sizeWeight: 0.5, seeds: 25 })).toEqual([
      [0, 30, 30, 'mail', 'POST', '500', '111'],
      [1, 60, 60, 'web', 'GET', '200', '111'],
      [2, 5, 5, 'ftp', 'PUT', '301', '111'],
    ]);
  });

  it('covers more rows the more their number counts', () => {
    const rows = [
      ['a', 'x', 50],
      ['a', 'y', 45],
      ['b', 'z', 5],
    ];
    const [specific] = run(autocluster, ['A', 'B', 'n'], rows, { sizeWeight: 0.1, seeds: 5 });
    const [general] = run(autocluster, ['A', 'B', 'n'], rows, { sizeWeight: 0.95, seeds: 5 });
    expect([specific?.[1], general?.[1]]).toEqual([5, 95]);
  });

  it('describes rows that are all alike, and gives nothing for no rows', () => {
    expect(run(autocluster, ['A', 'n'], [['same', 7]], { sizeWeight: 0.5, seeds: 25 })).toEqual([
      [0, 7, 100, 'same', '1'],
    ]);
    expect(run(autocluster, ['A', 'n'], [], { sizeWeight: 0.5, seeds: 25 })).toEqual([]);
  });
});
