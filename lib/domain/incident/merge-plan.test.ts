import { describe, expect, it } from 'vitest';
import type { Incident } from '@/lib/domain/incident/incident';
import { type MergeCandidate, mergePlan } from '@/lib/domain/incident/merge-plan';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

function candidate(
  key: string,
  more: Partial<Incident> = {},
  parts: Partial<MergeCandidate['parts']> = {},
): MergeCandidate {
  const createdAt = `2025-01-15T0${key}:00:00.000Z`;
  const incident = plainIncident({ key, alertCount: 2, createdAt, ...more });
  return { incident, parts: { entities: 3, comments: 0, openTasks: 0, ...parts } };
}
const person = (name: string) => ({ name, displayName: null, objectId: null });
const verdict = (determination: string) =>
  ({ classification: 'truePositive', determination, reason: null, comment: null }) as const;

function plan(candidates: MergeCandidate[], wanted: string | null = null) {
  const made = mergePlan(candidates, wanted);
  if (made === null) throw new Error('no plan');
  return made;
}

describe('mergePlan', () => {
  it.each<[string, MergeCandidate[], string]>([
    ['the oldest', [candidate('3'), candidate('1'), candidate('2')], '1'],
    ['an open one before an older resolved one', [candidate('1', { status: 'resolved' }), candidate('2')], '2'],
    [
      'the oldest of resolved ones',
      [candidate('2', { status: 'resolved' }), candidate('1', { status: 'resolved' })],
      '1',
    ],
    [
      'the lower number of two that were made at once',
      [
        candidate('5', { createdAt: '2025-01-15T01:00:00.000Z' }),
        candidate('4', { createdAt: '2025-01-15T01:00:00.000Z' }),
      ],
      '4',
    ],
  ])('keeps %s', (_, candidates, survivor) => {
    expect(plan(candidates)).toMatchObject({ survivor, how: 'merge', refusedBecause: [] });
  });

  it('adds up what moves and takes the worst severity', () => {
    expect(plan([candidate('1'), candidate('2', { severity: 'high', alertCount: 5 })])).toMatchObject({
      moves: [{ key: '2', alerts: 5, entities: 3, comments: 0 }],
      after: { alertCount: 7, severity: 'high', title: 'Incident 1' },
    });
  });

  it('says what stays behind', () => {
    const sentinel = { name: 'g', number: 77, webUrl: '', updatedAt: '', providerName: '' };
    const { lost } = plan([candidate('1'), candidate('2', { sentinel }, { comments: 1, openTasks: 2 })]);
    expect(lost.join(' ')).toMatch(/1 comment .*#2.*2 open tasks.*#77.*Redirected/u);
  });

  it.each<[string, MergeCandidate, RegExp]>([
    ['another assignee', candidate('2', { assignee: person('sam@contoso.com') }), /sam@contoso.com/u],
    ['another verdict', candidate('2', { verdict: verdict('malware') }), /malware.*phishing/u],
    ['an incident of Sentinel alone', candidate('2', { defender: null }), /Only Sentinel/u],
    ['one that was merged already', candidate('2', { status: 'redirected', redirectedTo: '9' }), /#9 already/u],
  ])('refuses %s', (_, other, words) => {
    const first = candidate('1', { assignee: person('maya@contoso.com'), verdict: verdict('phishing') });
    const made = plan([first, candidate('3'), other]);
    expect(made.refusedBecause).toEqual([{ key: '2', reason: expect.stringMatching(words) }]);
  });

  it('refuses a sixth', () => {
    const made = plan(['1', '2', '3', '4', '5', '6'].map((key) => candidate(key)));
    expect(made.refusedBecause).toEqual([{ key: '6', reason: expect.stringMatching(/at most 5/u) }]);
  });

  it('moves alerts where another one than Defender would keep is wanted, and says what that costs', () => {
    const made = plan(
      [candidate('1', { tags: [{ name: 'VIP', origin: 'analyst' }] }), candidate('2', { severity: 'low' })],
      '2',
    );
    expect(made).toMatchObject({ survivor: '2', how: 'move', after: { severity: 'low' }, moves: [{ key: '1' }] });
    expect(made.lost.join(' ')).toContain('VIP');
  });

  it('has nothing to say of fewer than two', () => {
    expect(mergePlan([candidate('1')], null)).toBeNull();
    expect(mergePlan([], null)).toBeNull();
  });
});
