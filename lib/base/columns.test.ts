import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumns, encodeColumns } from '@/lib/base/columns';

const there = (rows: readonly Record<string, unknown>[]) =>
  decodeColumns(JSON.parse(JSON.stringify(encodeColumns(rows))));

describe('columns', () => {
  it.each<[string, Record<string, unknown>[]]>([
    ['no rows', []],
    ['one row', [{ id: '1', at: '2025-01-15T10:00:00.000Z', tags: ['a'], twin: { id: 'x' } }]],
    ['repeated values', [{ a: 'x' }, { a: 'x' }, { a: 'y' }, { a: 'x' }]],
    [
      'times, missing ones and times before 1970',
      [
        { t: '2025-01-15T10:00:00.123Z' },
        { t: null },
        { t: '1969-12-31T23:59:59.999Z' },
        { t: '2025-01-15T10:00:00.124Z' },
      ],
    ],
    ['a text among times', [{ t: '2025-01-15T10:00:00.123Z' }, { t: 'soon' }, { t: '2025-01-15T10:00:00.125Z' }]],
    ['times in another spelling', [{ t: '2025-01-15T10:00:00Z' }, { t: '2025-01-15T10:00:01Z' }]],
    ['addresses that differ in the middle', ['1', '22', '333'].map((id) => ({ url: `https://x/${id}/y` }))],
    ['texts of which one is part of another', [{ a: 'aa' }, { a: 'aaa' }, { a: 'a' }]],
    ['fields that some rows lack', [{ a: 1 }, {}, { a: null }, { b: 2, a: 3 }]],
    ['records, null and lists in one field', [{ a: { b: 1 } }, { a: null }, { a: [1] }]],
    ['records of several shapes', [{ a: { b: 1 } }, { a: { c: 1 } }, { a: null }, { a: { b: 2, c: { d: 'e' } } }]],
    ['equal texts of different types', [{ a: 1 }, { a: '1' }, { a: true }, { a: 'true' }, { a: null }, { a: 'null' }]],
    ['lists and the text of the same JSON', [{ a: ['x'] }, { a: '["x"]' }, { a: ['x'] }, { a: '["x"]' }]],
    ['hostile texts', [{ a: '__proto__' }, { a: 'a\u0000b \ud800' }, { a: '\u202e<script>' }]],
  ])('bring back %s', (_, rows) => {
    expect(there(rows)).toEqual(rows);
  });

  it('bring back anything that is JSON', () => {
    const value = fc.oneof(
      fc.constantFrom('a', 'b', null, 0, 1, true),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        // JSON knows no -0.
        const plain: Record<string, unknown>[] = JSON.parse(JSON.stringify(rows));
        expect(there(plain)).toEqual(plain);
      }),
      { numRuns: 500, seed: 20250115 },
    );
  });

  it('say the same thing once', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({
      id: String(index),
      status: 'new',
      tags: ['phishing', 'vip'],
      at: new Date(1_736_935_200_000 + index * 1_000).toISOString(),
    }));
    expect(JSON.stringify(encodeColumns(rows)).length).toBeLessThan(JSON.stringify(rows).length / 5);
  });
});
