import { describe, expect, it } from 'vitest';
import { emptyFilter, type IncidentFilter, incidentMatcher } from '@/lib/domain/incident/filter';
import type { Incident } from '@/lib/domain/incident/incident';
import { sortIncidents } from '@/lib/domain/incident/sort';

function incident(number: number, more: Partial<Incident> = {}): Incident {
  return {
    key: String(number),
    title: `Incident ${number}`,
    description: null,
    status: 'new',
    severity: 'medium',
    verdict: null,
    assignee: null,
    tags: [],
    defender: { id: String(number), webUrl: '', updatedAt: '2025-01-15T10:00:00.000Z' },
    sentinel: null,
    products: ['defenderForEndpoint'],
    alertCount: 1,
    tactics: ['InitialAccess'],
    priorityScore: null,
    createdAt: '2025-01-15T09:00:00.000Z',
    updatedAt: '2025-01-15T10:00:00.000Z',
    firstActivityAt: null,
    lastActivityAt: null,
    redirectedTo: null,
    sync: {},
    ...more,
  };
}

const copy = { name: 'g', number: 7, webUrl: '', updatedAt: '', providerName: '' };

describe('incidentMatcher', () => {
  const queue = [
    incident(1, {
      status: 'resolved',
      severity: 'high',
      assignee: { name: 'Maya.Chen@contoso.com', displayName: 'Maya Chen', objectId: null },
    }),
    incident(2, { tags: [{ name: 'VIP', origin: 'analyst' }], defender: null, sentinel: copy }),
    incident(3, { updatedAt: '2025-01-15T12:00:00.000Z', sentinel: { ...copy, number: 4711 }, products: ['sentinel'] }),
  ];
  it.each<[string, Partial<IncidentFilter>, string[]]>([
    ['nothing', {}, ['1', '2', '3']],
    ['alternatives of one field', { status: ['resolved', 'inProgress'] }, ['1']],
    ['conditions of two fields', { severity: ['medium'], systems: ['sentinel'] }, ['2', '3']],
    ['a twin is of both systems', { systems: ['defender'] }, ['1', '3']],
    ['product', { products: ['sentinel'] }, ['3']],
    ['assignee in any case', { assignees: ['maya.chen@CONTOSO.com'] }, ['1']],
    ['nobody', { assignees: ['unassigned'] }, ['2', '3']],
    ['tag in any case', { tags: ['vip'] }, ['2']],
    [
      'time, the end not included',
      { time: { field: 'updatedAt', from: '2025-01-15T10:00:00Z', to: '2025-01-15T12:00:00Z' } },
      ['1', '2'],
    ],
    ['a time that is not there', { time: { field: 'lastActivityAt', from: '2025-01-01T00:00:00Z', to: null } }, []],
    ['all words, in any order', { text: 'chen incident' }, ['1']],
    ["Sentinel's number with its hash", { text: '#4711' }, ['3']],
    ['markup is text', { text: '<b>' }, []],
  ])('filters by %s', (_, filter, keys) => {
    expect(queue.filter(incidentMatcher({ ...emptyFilter, ...filter })).map(({ key }) => key)).toEqual(keys);
  });

  it('filters and sorts 10,000 incidents within a frame', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      incident(index, { severity: index % 3 === 0 ? 'high' : 'low' }),
    );
    const matcher = incidentMatcher({ ...emptyFilter, severity: ['high'], text: 'incident 1' });
    many.filter(matcher);
    const runs = Array.from({ length: 5 }, () => {
      const startedAt = performance.now();
      many.filter(matcher);
      return performance.now() - startedAt;
    });
    // Best of five: this machine is shared.
    expect(Math.min(...runs)).toBeLessThan(20);
  });
});

describe('sortIncidents', () => {
  const keys = (list: Incident[]) => list.map(({ key }) => key);
  const queue = [
    incident(1, { severity: 'low', priorityScore: 10 }),
    incident(2, { severity: 'high' }),
    incident(3, { severity: 'high', priorityScore: 90 }),
  ];
  it('puts the worst first and keeps equals in order of their keys', () => {
    expect(keys(sortIncidents(queue, { by: 'severity', direction: 'descending' }))).toEqual(['2', '3', '1']);
  });
  it('puts what has no value last in both directions', () => {
    expect(keys(sortIncidents(queue, { by: 'priorityScore', direction: 'descending' }))).toEqual(['3', '1', '2']);
    expect(keys(sortIncidents(queue, { by: 'priorityScore', direction: 'ascending' }))).toEqual(['1', '3', '2']);
  });
  it('leaves the given array alone', () => {
    sortIncidents(queue, { by: 'title', direction: 'descending' });
    expect(keys(queue)).toEqual(['1', '2', '3']);
  });
});
