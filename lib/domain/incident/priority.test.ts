import { describe, expect, test } from 'vitest';
import type { Incident } from '@/lib/domain/incident/incident';
import { confirmedBy, priorityOf } from '@/lib/domain/incident/priority';
import { isOverdue, notInSentinelForMs, responseDueMs } from '@/lib/domain/incident/response-time';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

const incident = (change: Partial<Incident> = {}): Incident =>
  plainIncident({
    severity: 'high',
    assignee: { name: 'maya.chen@contoso.com', displayName: null, objectId: null },
    products: ['defenderForEndpoint'],
    createdAt: '2025-01-15T10:00:00.000Z',
    ...change,
  });
const at = (time: string) => new Date(`2025-01-15T${time}Z`);

describe('priority', () => {
  const score = (change: Partial<Incident>, now = at('10:05:00')) => priorityOf(incident(change), now).score;
  test.each<[string, Partial<Incident>, number]>([
    ['by severity when Defender has none', {}, 70],
    ['by Defender’s score when it has one', { priorityScore: 62 }, 62],
    ['raised when two sources confirm it', { products: ['defenderForEndpoint', 'entraIdProtection'] }, 80],
    ['raised more when three do', { products: ['sentinel', 'defenderForEndpoint', 'entraIdProtection'] }, 85],
    ['not raised by a product that only correlates', { products: ['defenderForEndpoint', 'defenderXdr'] }, 70],
    ['raised while nobody has it', { assignee: null }, 75],
    ['never over 100', { priorityScore: 98, assignee: null }, 100],
    ['not raised once resolved', { status: 'resolved', assignee: null }, 70],
  ])('%s', (_, change, expected) => expect(score(change)).toBe(expected));

  test('raised when it waits longer than promised', () => {
    expect(score({}, at('11:00:01'))).toBe(80);
    expect(score({ status: 'inProgress' }, at('11:00:01'))).toBe(70);
  });

  test('every point has its reason', () => {
    const { score: total, reasons } = priorityOf(
      incident({ assignee: null, products: ['sentinel', 'defenderForIdentity'] }),
      at('12:00:00'),
    );
    expect(reasons.map(({ kind }) => kind)).toEqual(['severity', 'confirmed', 'overdue', 'unassigned']);
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(total);
  });

  test('one source confirms nothing', () => expect(confirmedBy(incident())).toEqual([]));
});

describe('waiting', () => {
  test('an informational incident is never overdue', () => {
    expect(responseDueMs(incident({ severity: 'informational' }))).toBeNull();
    expect(isOverdue(incident({ severity: 'medium' }), at('13:59:59'))).toBe(false);
    expect(isOverdue(incident({ severity: 'medium' }), at('14:00:01'))).toBe(true);
  });
  test('the clock of an incident that Sentinel does not show yet', () => {
    expect(notInSentinelForMs(incident(), at('10:03:12'))).toBe(192_000);
    expect(notInSentinelForMs(incident({ defender: null }), at('10:03:12'))).toBeNull();
  });
});
