import { describe, expect, test } from 'vitest';
import {
  filterOf,
  loadIncidentsSearch,
  misreadParameters,
  openStatuses,
  printIncidentsSearch,
} from '@/lib/routes/incidents-search';

const read = (text: string) => loadIncidentsSearch(new URLSearchParams(text));
const misread = (text: string) => misreadParameters(new URLSearchParams(text));

test('an empty address is the open incidents of the last 30 days, newest change first', () => {
  const now = new Date('2025-01-15T10:05:00Z');
  expect(filterOf(read(''), now, null)).toMatchObject({
    status: openStatuses,
    severity: [],
    time: { field: 'updatedAt', from: '2024-12-16T10:05:00.000Z', to: null },
    text: '',
  });
  expect(read('').sort).toEqual({ by: 'updatedAt', direction: 'descending' });
});

test.each([
  'severity=high,medium',
  'status=any',
  'range=2025-01-14T00:00:00.000Z/2025-01-15T00:00:00.000Z',
  'sort=-severity',
  'system=sentinel&product=defenderForEndpoint',
  'assignee=me,unassigned',
  'tag=a%252Cb,c',
])('%s survives reading and printing', (text) => {
  expect(misread(text)).toEqual([]);
  expect(read(printIncidentsSearch(read(text)))).toEqual(read(text));
});

test('a tag with a comma and a percent sign is one tag', () => {
  const search = { ...read(''), tag: ['a,b', '100%'] };
  expect(read(printIncidentsSearch(search)).tag).toEqual(['a,b', '100%']);
});

test('defaults stay out of the address', () => expect(printIncidentsSearch(read(''))).toBe(''));

describe('malformed parameters fall back to the default and are named', () => {
  test.each([
    ['severity=catastrophic', 'severity'],
    ['severity=high,nonsense', 'severity'],
    ['status=<script>', 'status'],
    ['range=yesterday', 'range'],
    ['range=2025-02-01T00:00:00Z/2025-01-01T00:00:00Z', 'range'],
    ['range=/', 'range'],
    ['sort=-colour', 'sort'],
    ['time=never', 'time'],
    ['tag=%25', 'tag'],
    ['system=splunk', 'system'],
  ])('%s', (text, name) => {
    expect(misread(text)).toEqual([name]);
    expect(read(text)).toEqual(read(''));
  });
});

test('me becomes the person who looks', () => {
  const me = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
  expect(filterOf(read('assignee=me,unassigned'), new Date(), me).assignees).toEqual([me.name, 'unassigned']);
});
