import { describe, expect, it } from 'vitest';
import type { Cell, KqlType } from '@/lib/domain/hunting/result-table';
import { cellText } from './cell-text';
import { findCells, nextSort, sortRows, toRows } from './result-rows';

const sorted = (type: KqlType, values: Cell[], direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(toRows({ rows: values.map((value) => [value]) }), [{ name: 'C', type }], { columnId: 'C', direction }).map(
    ({ cells }) => cells[0],
  );

describe('sortRows', () => {
  it.each<[KqlType, Cell[], Cell[]]>([
    ['string', ['b', 'B', 'a'], ['B', 'a', 'b']],
    ['long', [10, '9007199254740993', 9, '9007199254740992'], [9, 10, '9007199254740992', '9007199254740993']],
    ['real', [1.5, -2, 'Infinity', 0], [-2, 0, 1.5, 'Infinity']],
    ['bool', [true, false], [false, true]],
    [
      'datetime',
      ['2025-01-15T08:30:00.1Z', '2025-01-15T08:30:00Z', '2025-01-15T08:30:00.0999999Z'],
      ['2025-01-15T08:30:00Z', '2025-01-15T08:30:00.0999999Z', '2025-01-15T08:30:00.1Z'],
    ],
    [
      'timespan',
      ['10:00:00', '1.00:00:00', '-00:00:01', '09:59:59.9'],
      ['-00:00:01', '09:59:59.9', '10:00:00', '1.00:00:00'],
    ],
    ['dynamic', [{ a: 2 }, { a: 1 }], [{ a: 1 }, { a: 2 }]],
  ])('%s', (type, values, expected) => {
    expect(sorted(type, values)).toEqual(expected);
    expect(sorted(type, values, 'descending')).toEqual(expected.toReversed());
  });

  it('puts nulls where Kusto does: first ascending, last descending', () => {
    expect(sorted('long', [2, null, 1])).toEqual([null, 1, 2]);
    expect(sorted('long', [2, null, 1], 'descending')).toEqual([2, 1, null]);
  });

  it('keeps equal rows in the order they were answered', () => {
    const rows = toRows({
      rows: [
        ['x', 1],
        ['x', 2],
        ['a', 3],
      ],
    });
    const columns = [
      { name: 'C', type: 'string' as const },
      { name: 'N', type: 'long' as const },
    ];
    const places = sortRows(rows, columns, { columnId: 'C', direction: 'ascending' }).map(({ place }) => place);
    expect(places).toEqual([2, 0, 1]);
  });
});

it('a header goes round: ascending, descending, as answered', () => {
  const first = nextSort(null, 'C');
  const second = nextSort(first, 'C');
  expect([first?.direction, second?.direction, nextSort(second, 'C')]).toEqual(['ascending', 'descending', null]);
  expect(nextSort(second, 'D')).toEqual({ columnId: 'D', direction: 'ascending' });
});

describe('findCells', () => {
  const columns = [
    { name: 'Time', type: 'datetime' as const },
    { name: 'Raw', type: 'dynamic' as const },
  ];
  const rows = toRows({
    rows: [
      ['2025-01-15T08:30:00Z', { City: 'Oslo' }],
      ['2025-01-16T08:30:00Z', null],
    ],
  });
  const text = (value: Cell, type: KqlType) => cellText(value, type, 'utc');

  it.each([
    ['oslo', [{ row: 0, columnId: 'Raw' }]],
    ['01-16 08', [{ row: 1, columnId: 'Time' }]],
    [
      '2025',
      [
        { row: 0, columnId: 'Time' },
        { row: 1, columnId: 'Time' },
      ],
    ],
    ['', []],
    ['bergen', []],
  ])('%j, as it is shown', (wanted, found) => {
    expect(findCells(rows, columns, wanted, text)).toEqual(found);
  });
});
