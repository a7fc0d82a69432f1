import { expect, test } from 'vitest';
import {
  backThrough,
  type Check,
  type CheckEvent,
  nextCheck,
  outstanding,
} from '@/components/features/settings/sync/check-steps';
import type { FieldSync } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

const at = (seconds: number): string => new Date(Date.UTC(2025, 0, 15, 10, 0, seconds)).toISOString();
const field = (commandId: string, change: Partial<FieldSync> = {}): FieldSync => ({
  state: 'confirmed',
  since: at(5),
  commandId,
  shownBy: ['defender', 'sentinel'],
  ...change,
});

function look(sync: FieldSync, seconds: number): CheckEvent {
  return { kind: 'look', incident: plainIncident({ sync: { status: sync, tags: sync } }), at: at(seconds) };
}

const after = (...events: CheckEvent[]): Check => events.reduce(nextCheck, { step: 'idle' });
const changed: CheckEvent[] = [
  { kind: 'begin' },
  { kind: 'change', key: '1' },
  { kind: 'changed', commandId: 'there', at: at(0) },
];
const takenBack: CheckEvent[] = [{ kind: 'takeBack' }, { kind: 'takenBack', commandId: 'back', at: at(10) }];

test('three clicks lead to a report', () => {
  const arrived = after(...changed, look(field('there'), 6));
  expect(arrived.step).toBe('arrived');
  const ended = [...takenBack, look(field('back', { since: at(17) }), 20)].reduce(nextCheck, arrived);
  expect(ended).toMatchObject({
    step: 'ended',
    end: { kind: 'passed' },
    there: { shown: { status: { sentinel: at(5) } } },
    back: { shown: { tags: { defender: at(17) } } },
  });
});

test('each way is gone once: what arrived is put back in Sentinel, what is cancelled where it was changed', () => {
  expect(backThrough(after(...changed))).toBeNull();
  expect(backThrough(after(...changed, look(field('there'), 6)))).toBe('sentinel');
});

test('cancelling before it arrived puts it back and says so', () => {
  const ended = after(...changed, ...takenBack, look(field('back', { since: at(17) }), 20));
  expect(ended).toMatchObject({ step: 'ended', end: { kind: 'cancelled' } });
});

test('what the page still shows of the first change does not count for the way back', () => {
  const late = look(field('back', { state: 'pending', shownBy: ['defender'] }), 12);
  const check = after(...changed, look(field('there'), 6), ...takenBack, late);
  expect(check).toMatchObject({ step: 'back', back: { shown: { status: { defender: at(12) } } } });
});

test('a refusal ends it, and nothing is left to put back', () => {
  const check = after(...changed, look(field('there', { state: 'refused', reason: 'No.' }), 6));
  expect(check).toMatchObject({ step: 'ended', end: { kind: 'failed', isBack: true } });
  expect(outstanding(check)).toBeNull();
});

test('one that was not stored leaves nothing to put back', () => {
  const check = after({ kind: 'begin' }, { kind: 'change', key: '1' }, { kind: 'fail', reason: 'Unreachable.' });
  expect(check).toMatchObject({ step: 'ended', there: null, end: { kind: 'failed', isBack: true } });
});

test('putting back that fails leaves the incident changed, and says so', () => {
  const check = after(...changed, { kind: 'takeBack' }, { kind: 'fail', reason: 'Unreachable.' });
  expect(check).toMatchObject({ step: 'ended', end: { kind: 'failed', isBack: false } });
});

test('there is something to put back until it is on its way', () => {
  expect(outstanding(after(...changed))?.commandId).toBe('there');
  expect(outstanding(after(...changed, ...takenBack))).toBeNull();
});

test('the taking back, seen before the console said that it is stored, is no stranger’s change', () => {
  const check = after(...changed, { kind: 'takeBack' }, look(field('back', { state: 'pending', shownBy: [] }), 3));
  expect(check.step).toBe('there');
  expect(nextCheck(check, { kind: 'takenBack', commandId: 'back', at: at(2) }).step).toBe('back');
});
