import { expect, it } from 'vitest';
import { type FilterFields, timeRange } from '@/mocks/handlers/manners/odata/filter';

const fields: FilterFields<{ at: string; status: string }> = {
  at: { type: 'time', read: (row) => row.at },
  status: { type: 'enum', read: (row) => row.status },
};
const open = { from: undefined, to: undefined };

it.each([
  [null, {}],
  ["status eq 'new'", open],
  ["at ge 2025-01-02T00:00:00Z and status eq 'new'", { from: Date.parse('2025-01-01T23:59:59.000Z'), to: undefined }],
  [
    'at gt 2025-01-02T00:00:00Z and AT lt 2025-01-03T00:00:00Z and at gt 2025-01-01T00:00:00Z',
    { from: Date.parse('2025-01-01T23:59:59.000Z'), to: Date.parse('2025-01-03T00:00:01.000Z') },
  ],
  // One of two may hold, or the opposite: nothing is certain about every row.
  ["at ge 2025-01-02T00:00:00Z or status eq 'new'", open],
  ['not (at ge 2025-01-02T00:00:00Z)', open],
  ['at ne 2025-01-02T00:00:00Z', open],
])('a row that matches %s is within what is certain', (text, range) => {
  expect(timeRange(text, fields, 'at')).toEqual(range);
  expect(timeRange(text, fields, 'status')).toEqual({});
});
