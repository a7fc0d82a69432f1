import { describe, expect, it } from 'vitest';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';

type Row = { title: string; severity: string; at: string | null; number: number; names: string[] };
const fields: FilterFields<Row> = {
  'properties/title': { type: 'text', read: (row) => row.title },
  severity: { type: 'enum', read: (row) => row.severity },
  at: { type: 'time', read: (row) => row.at },
  number: { type: 'number', read: (row) => row.number },
  names: { type: 'collection', read: (row, path) => (path === 'x/name' ? row.names : undefined) },
};
const rows: Row[] = [
  { title: "Alex's sign-in", severity: 'high', at: '2025-01-15T09:00:00.000Z', number: 3, names: ['Maya'] },
  { title: 'Malware', severity: 'low', at: '2025-01-14T09:00:00.000Z', number: 7, names: [] },
  { title: 'Quiet', severity: 'medium', at: null, number: 9, names: ['jordan', 'maya'] },
];
const found = (filter: string) => rows.filter(filterTest(filter, fields)).map((row) => row.number);

describe('$filter', () => {
  it.each([
    ["severity eq 'high'", [3]],
    ["severity eq 'HIGH'", [3]],
    ["severity ne 'high'", [7, 9]],
    ["severity eq microsoft.graph.security.alertSeverity'low'", [7]],
    ["severity eq 'high' or severity eq 'low'", [3, 7]],
    ["severity eq 'high' or severity eq 'low' and number gt 8", [3]],
    ["(severity eq 'high' or severity eq 'medium') and number gt 8", [9]],
    ["not (severity eq 'high')", [7, 9]],
    ['at gt 2025-01-14T09:00:00Z', [3]],
    ['at ge 2025-01-14T09:00:00.0000000Z', [3, 7]],
    ['at lt 2025-01-15T00:00:00+02:00', [7]],
    ['at eq null', [9]],
    ['at ne null', [3, 7]],
    ['number le 7', [3, 7]],
    ["contains(properties/title,'SIGN')", [3]],
    ["startswith(properties/title, 'Q')", [9]],
    ["properties/title eq 'Alex''s sign-in'", [3]],
    ["names/any(n: n/x/name eq 'maya')", [3, 9]],
  ])('%s', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it.each([
    ['colour eq 1', /colour/],
    ['severity gt', /position/],
    ["severity gt 'low'", /not supported/],
    ["at gt '2025-01-14T09:00:00Z'", /DateTimeOffset/],
    ["severity eq 'high' severity", /position/],
    ["severity like 'h'", /position/],
    ["frobnicate(severity,'h')", /position/],
    ["severity eq 'open", /position/],
    ['severity eq high', /single quotes/],
    ["names/any(n: n/y eq 'maya')", /not supported/],
    ["contains(severity,'h')", /not supported/],
    ['', /position/],
  ])('refuses %s', (filter, message) => {
    expect(() => found(filter)).toThrow(message);
  });
});
