import { describe, expect, it } from 'vitest';
import type { FieldSync, Incident } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { syncMeasures } from '@/lib/hub/sync/sync-measures';

const now = new Date('2025-01-15T12:00:00.000Z');
const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();

function incident(key: string, ageMinutes: number, change: Partial<Incident> = {}): Incident {
  return plainIncident({
    key,
    severity: 'high',
    sentinel: { name: `g${key}`, number: 1, webUrl: '', updatedAt: ago(ageMinutes), providerName: 'Microsoft XDR' },
    createdAt: ago(ageMinutes),
    updatedAt: ago(ageMinutes),
    ...change,
  });
}
const sync = (state: FieldSync['state'], minutes: number): FieldSync => ({
  state,
  since: ago(minutes),
  commandId: null,
  shownBy: ['defender', 'sentinel'],
});
const measured = (...incidents: Incident[]) => syncMeasures({ all: () => incidents, faces: () => null }, now);
const alone = { sentinel: null };

describe('what waits', () => {
  it('is on the way for ten minutes, then overdue, and after a week forgotten', () => {
    const { waiting, overdue, overdueCount, twins } = measured(
      incident('both', 5),
      incident('fresh', 3, alone),
      incident('older', 9, alone),
      incident('late', 20, alone),
      incident('later', 11, alone),
      incident('ancient', 8 * 24 * 60, alone),
      incident('merged', 20, { ...alone, redirectedTo: 'both' }),
      incident('sentinel’s own', 20, { defender: null }),
    );
    expect(waiting.map(({ key }) => key)).toEqual(['older', 'fresh']);
    expect(overdue.map(({ key }) => key)).toEqual(['later', 'late']);
    expect([overdueCount, twins]).toEqual([2, 1]);
  });

  it('counts fields, and knows the oldest', () => {
    const { pendingFields, pendingSince, driftedFields, lastChange } = measured(
      incident('1', 60, { sync: { status: sync('pending', 2), tags: sync('pending', 4) } }),
      incident('2', 60, { sync: { severity: sync('drifted', 30), title: sync('confirmed', 7) } }),
    );
    expect({ pendingFields, pendingSince, driftedFields }).toEqual({
      pendingFields: 2,
      pendingSince: ago(4),
      driftedFields: 1,
    });
    expect(lastChange).toEqual({ key: '2', at: ago(7), field: 'title' });
  });
});

describe('severities', () => {
  it('says from when on they no longer arrive, without the ones that are merely on their way', () => {
    const low = { severity: 'low' as const };
    const { severities } = measured(
      incident('1', 300, low),
      incident('2', 200, { ...low, ...alone }),
      incident('3', 100, { ...low, ...alone }),
      incident('4', 5, { ...low, ...alone }),
      incident('5', 50),
      incident('6', 5, alone),
    );
    expect(severities).toEqual([
      { severity: 'high', arrived: 1, missing: 0, newestArrivedAt: ago(50), stoppedAt: null },
      { severity: 'low', arrived: 1, missing: 2, newestArrivedAt: ago(300), stoppedAt: ago(200) },
    ]);
  });
});
