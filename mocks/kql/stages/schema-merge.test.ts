import { describe, expect, it } from 'vitest';
import { schemaMerge } from './schema-merge';

const merge = (preservesOrder: boolean, ...rows: [name: string, place: number, type: string][]) =>
  schemaMerge
    .run({ columns: [], rows }, { settings: { preservesOrder }, others: [], output: [], checkpoint: () => {} })
    .rows.map((row) => [row[0], row[1], row[3]]);

describe('schema_merge', () => {
  it('appends the columns that are new', () => {
    expect(
      merge(true, ['A', 0, 'string'], ['B', 1, 'int'], ['A', 0, 'string'], ['B', 1, 'int'], ['C', 2, 'bool']),
    ).toEqual([
      ['A', 0, 'string'],
      ['B', 1, 'int'],
      ['C', 2, 'bool'],
    ]);
  });

  it.each([
    ['forward', 1, 2],
    ['back', 2, 1],
  ])('marks a column that moves %s', (_, from, to) => {
    expect(merge(true, ['B', from, 'int'], ['A', 0, 'string'], ['B', to, 'int'])).toEqual([
      ['A', 0, 'string'],
      ['B', -1, 'ERROR(columns are out of order)'],
    ]);
  });

  it('lets columns move when the order is not to be preserved, and takes the widest type of numbers', () => {
    expect(merge(false, ['B', 1, 'int'], ['A', 0, 'string'], ['C', 1, 'bool'], ['B', 2, 'real'])).toEqual([
      ['A', 0, 'string'],
      ['C', 1, 'bool'],
      ['B', 2, 'real'],
    ]);
  });

  it('refuses types that have nothing in common', () => {
    expect(() => merge(true, ['A', 0, 'string'], ['A', 0, 'int'])).toThrow("the column 'A' is both string and int");
  });
});
