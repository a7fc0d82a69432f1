import { expect, test } from 'vitest';
import { huntingResults } from '@/lib/wire/graph-security/hunting';

test.each([
  ['the CSDL', { name: 'Timestamp', type: 'DateTime' }],
  ['one sample in the documentation', { Name: 'Timestamp', Type: 'DateTime' }],
])('columns come as in %s', (_where, column) => {
  const parsed = huntingResults.parse({ schema: [column], results: [{ Timestamp: '2025-01-15T10:00:00Z' }] });
  expect(parsed.schema).toEqual([{ name: 'Timestamp', type: 'DateTime' }]);
});
