import { expect, test } from 'vitest';
import { facetCounts } from '@/components/features/incident-queue/facets';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import { loadIncidentsSearch } from '@/lib/routes/incidents-search';

const now = new Date('2025-01-15T10:05:00Z');
const incidents = [
  incidentOf({ key: '1', severity: 'high', products: ['defenderForEndpoint', 'sentinel'] }),
  incidentOf({ key: '2', severity: 'high', status: 'resolved' }),
  incidentOf({ key: '3', severity: 'low', tags: [{ name: 'vip', origin: 'analyst' }] }),
];
const count = (facet: Parameters<typeof facetCounts>[0], search: string) =>
  Object.fromEntries(facetCounts(facet, incidents, loadIncidentsSearch(new URLSearchParams(search)), now, null));

test('a facet counts what the other filters let through, and not itself', () => {
  expect(count('severity', 'severity=low')).toEqual({ high: 1, low: 1 });
  expect(count('status', 'severity=high')).toEqual({ new: 1, resolved: 1 });
});

test('an incident counts once for each of its products', () => {
  expect(count('product', '')).toEqual({ defenderForEndpoint: 2, sentinel: 1 });
});

test('nobody is a value of its own', () => expect(count('assignee', '')).toEqual({ unassigned: 2 }));
