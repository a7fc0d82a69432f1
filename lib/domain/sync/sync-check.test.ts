import { describe, expect, it } from 'vitest';
import type { FieldSync, Incident } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import {
  beginLeg,
  checkCandidates,
  checkChanges,
  checkTag,
  isCheckable,
  legState,
  noteShown,
  slowest,
  waitedMs,
} from '@/lib/domain/sync/sync-check';

const at = (seconds: number): string => new Date(Date.UTC(2025, 0, 15, 10, 0, seconds)).toISOString();

function twins(change: Partial<Incident> = {}): Incident {
  return plainIncident({
    sentinel: { name: 'g', number: 1, webUrl: '', updatedAt: at(0), providerName: 'Microsoft XDR' },
    createdAt: at(0),
    updatedAt: at(0),
    ...change,
  });
}
const maya = { name: 'maya.chen@contoso.com', displayName: null, objectId: null };
const pending = (shownBy: FieldSync['shownBy'], commandId: string | null = 'c'): FieldSync => ({
  state: 'pending',
  since: at(1),
  commandId,
  shownBy,
});
const confirmed = (since: string): FieldSync => ({
  state: 'confirmed',
  since,
  commandId: 'c',
  shownBy: ['defender', 'sentinel'],
});

describe('what can be checked with', () => {
  it.each<[string, Partial<Incident>, boolean]>([
    ['a new one of both systems', {}, true],
    ['an active one', { status: 'inProgress' }, true],
    ['one whose last change was confirmed', { sync: { status: confirmed(at(1)) } }, true],
    ['a closed one', { status: 'resolved' }, false],
    ['one that only Defender has', { sentinel: null }, false],
    ['one that only Sentinel has', { defender: null }, false],
    ['a merged one', { redirectedTo: '2' }, false],
    ['one with a change on its way', { sync: { severity: pending([]) } }, false],
    ['one that an earlier check left behind', { tags: [{ name: checkTag, origin: 'analyst' }] }, false],
  ])('%s', (_, change, fits) => {
    expect(isCheckable(twins(change))).toBe(fits);
  });

  it('suggests what disturbs least', () => {
    const order = checkCandidates(
      [
        twins({ key: 'owned', severity: 'informational', assignee: maya }),
        twins({ key: 'high', severity: 'high' }),
        twins({ key: 'late', severity: 'low', updatedAt: at(9) }),
        twins({ key: 'low', severity: 'low' }),
        twins({ key: 'closed', severity: 'low', status: 'resolved' }),
      ],
      3,
    );
    expect(order.map(({ key }) => key)).toEqual(['low', 'late', 'high']);
  });

  it('changes the status there and keeps the other tags', () => {
    const other = { name: 'vip', origin: 'analyst' as const };
    expect(checkChanges(twins({ status: 'inProgress', tags: [other] }))).toEqual({
      status: 'new',
      tags: [other, { name: checkTag, origin: 'analyst' }],
    });
  });
});

describe('a leg', () => {
  const leg = beginLeg('c', at(0));

  it('notes each system once, with the time of the first look', () => {
    const first = noteShown(leg, twins({ sync: { status: pending(['defender']), tags: pending([]) } }), at(2));
    const again = noteShown(first, twins({ sync: { status: pending(['defender']), tags: pending([]) } }), at(5));
    expect(again).toBe(first);
    expect(waitedMs(again, 'status', 'defender')).toBe(2_000);
    expect(waitedMs(again, 'tags', 'defender')).toBeNull();
    expect(slowest(again)).toEqual({ system: 'defender', field: 'status', waitMs: 2_000 });
    expect(slowest(leg)).toBeNull();
  });

  it('arrives when both systems show both fields, by the time at which the console knew it', () => {
    const done = twins({ sync: { status: confirmed(at(8)), tags: confirmed(at(8)) } });
    const arrived = noteShown(leg, done, at(30));
    expect(legState(arrived, done)).toEqual({ kind: 'arrived' });
    expect(waitedMs(arrived, 'tags', 'sentinel')).toBe(8_000);
  });

  it('has arrived even when somebody changes the field afterwards', () => {
    const arrived = noteShown(leg, twins({ sync: { status: confirmed(at(8)), tags: confirmed(at(8)) } }), at(8));
    expect(legState(arrived, twins()).kind).toBe('arrived');
  });

  it('is refused with what the system said', () => {
    const refused: FieldSync = { ...pending([]), state: 'refused', reason: 'Not allowed.' };
    const incident = twins({ sync: { status: refused, tags: refused } });
    expect(legState(noteShown(leg, incident, at(1)), incident)).toEqual({ kind: 'refused', reason: 'Not allowed.' });
  });

  it('is overtaken by another command on the same field, and does not take its arrival for ours', () => {
    const incident = twins({ sync: { status: pending(['defender', 'sentinel'], 'other'), tags: pending([]) } });
    const seen = noteShown(leg, incident, at(1));
    expect(seen).toBe(leg);
    expect(legState(seen, incident)).toEqual({ kind: 'overtaken', field: 'status' });
  });
});
