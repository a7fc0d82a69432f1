import { expect, it } from 'vitest';
import { textTable } from './text-table';

const columns = [
  { name: 'Account', numeric: false },
  { name: 'n', numeric: true },
];

it('lines up columns, numbers to the right', () => {
  const table = textTable(columns, [
    ['alex', 7],
    ['maya.chen', 12],
    [null, undefined],
  ]);
  expect(table.split('\n')).toEqual(['Account     n', '─────────  ──', 'alex        7', 'maya.chen  12', '']);
});

it('shows what would move the cursor, and cuts what is long', () => {
  const table = textTable([{ name: 'x', numeric: false }], [['\u001b[2Ja\u202eb\nc'], ['y'.repeat(100)], [{ a: [1] }]]);
  const [, , first, second, third] = table.split('\n');
  expect(first).toBe('\\u001b[2Ja\\u202eb⏎c');
  expect([...(second ?? '')]).toHaveLength(60);
  expect(third).toBe('{"a":[1]}');
});
