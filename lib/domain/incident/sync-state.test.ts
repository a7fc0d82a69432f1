import { describe, expect, it } from 'vitest';
import type { Command } from '@/lib/domain/incident/command';
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { mergeFaces } from '@/lib/domain/incident/merge';
import { mergeComments } from '@/lib/domain/incident/merge-comments';
import { type ChangeCommand, withSync } from '@/lib/domain/incident/sync-state';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';

const face = {
  title: 'T',
  description: null,
  status: 'new' as const,
  severity: 'high' as const,
  verdict: null,
  assignee: null,
  tags: [],
  createdAt: '2025-01-15T08:00:00.000Z',
  updatedAt: '2025-01-15T10:00:00.000Z',
  modifiedBy: null,
};
const defender = (more: Partial<DefenderFace> = {}): DefenderFace => ({
  ...face,
  copy: { id: '1', webUrl: '', updatedAt: face.updatedAt },
  priorityScore: null,
  redirectedTo: null,
  ...more,
});
const sentinel = (more: Partial<SentinelFace> = {}): SentinelFace => ({
  ...face,
  copy: { name: 'g', number: 1, webUrl: '', updatedAt: face.updatedAt, providerName: 'Microsoft XDR' },
  twin: '1',
  alertCount: 0,
  products: [],
  tactics: [],
  firstActivityAt: null,
  lastActivityAt: null,
  ...more,
});

function command(state: Command['state'], changes: IncidentChanges, more: Partial<Command> = {}): ChangeCommand {
  return plainCommand(
    { kind: 'change', changes, before: {} },
    { state, createdAt: '2025-01-15T10:05:00.000Z', ...more },
  );
}

const now = new Date('2025-01-15T10:06:00Z');
function shown(
  ours: DefenderFace,
  theirs: SentinelFace,
  commands: ChangeCommand[],
  since: Partial<Record<'status', string>> = {},
): Incident {
  const faces = { defender: ours, sentinel: theirs };
  return withSync(mergeFaces(faces, null), faces, commands, since, now);
}

describe('withSync', () => {
  it.each(['queued', 'sending', 'accepted'] as const)('paints what was asked for while it is %s', (state) => {
    const incident = shown(defender(), sentinel(), [command(state, { status: 'resolved' })]);
    expect(incident.status).toBe('resolved');
    expect(incident.sync.status).toMatchObject({
      state: 'pending',
      commandId: 'c',
      shownBy: [],
      values: { defender: 'new', sentinel: 'new' },
    });
  });

  it('says which system shows it already', () => {
    const incident = shown(defender({ status: 'resolved' }), sentinel(), [command('accepted', { status: 'resolved' })]);
    expect(incident.sync.status?.shownBy).toEqual(['defender']);
  });

  it('brings the old value back when it was refused, with the reason', () => {
    const refused = command('refused', { status: 'resolved' }, { failure: { message: 'No.', retryable: false } });
    const incident = shown(defender(), sentinel(), [refused]);
    expect(incident.status).toBe('new');
    expect(incident.sync.status).toMatchObject({ state: 'refused', reason: 'No.', retryable: false });
  });

  it('forgets a refusal when somebody else has made it so', () => {
    const refused = command('refused', { status: 'resolved' });
    expect(shown(defender({ status: 'resolved' }), sentinel({ status: 'resolved' }), [refused]).sync).toEqual({});
  });

  it('goes by the latest command of each field', () => {
    const incident = shown(defender(), sentinel(), [
      command('refused', { status: 'resolved', severity: 'low' }),
      command('queued', { status: 'inProgress' }, { id: 'd' }),
    ]);
    expect([incident.status, incident.sync.status?.commandId, incident.sync.severity?.state]).toEqual([
      'inProgress',
      'd',
      'refused',
    ]);
  });

  it('wants the determination from the system that was written to, and not from the other, which cannot have it', () => {
    const verdict = { classification: 'truePositive', determination: 'phishing', reason: null, comment: null } as const;
    const theirs = sentinel({
      verdict: { classification: 'truePositive', determination: null, reason: 'SuspiciousActivity', comment: null },
    });
    const before = shown(defender({ verdict: { ...verdict, determination: 'malware' } }), theirs, [
      command('accepted', { verdict }),
    ]);
    expect(before.sync.verdict?.shownBy).toEqual(['sentinel']);
    const after = shown(defender({ verdict }), theirs, [command('accepted', { verdict })]);
    expect(after.sync.verdict?.shownBy).toEqual(['defender', 'sentinel']);
  });

  it.each([
    ['2025-01-15T10:05:30.000Z', 'pending'],
    ['2025-01-15T10:03:59.000Z', 'drifted'],
  ])('calls a difference since %s %s', (since, state) => {
    const incident = shown(defender(), sentinel({ status: 'resolved' }), [], { status: since });
    expect(incident.sync.status).toEqual({
      state,
      since,
      commandId: null,
      shownBy: [],
      values: { defender: 'new', sentinel: 'resolved' },
    });
  });

  it('says nothing about fields that agree', () => {
    expect(shown(defender(), sentinel(), []).sync).toEqual({});
  });
});

describe('mergeComments', () => {
  const comment = (system: 'defender' | 'sentinel', text: string, createdAt: string) =>
    ({ id: `${system}${createdAt}`, system, author: 'a', text, createdAt, state: 'confirmed' }) as const;
  it('shows one of each pair, the earlier, and both of what was really said twice', () => {
    const merged = mergeComments(
      [
        comment('defender', 'same', '2025-01-15T10:00:00.000Z'),
        comment('defender', 'twice', '2025-01-15T10:10:00.000Z'),
        comment('defender', 'twice', '2025-01-15T10:11:00.000Z'),
      ],
      [
        comment('sentinel', 'same ', '2025-01-15T09:59:00.000Z'),
        comment('sentinel', 'twice', '2025-01-15T10:12:00.000Z'),
        comment('sentinel', 'alone', '2025-01-15T10:20:00.000Z'),
      ],
    );
    expect(merged.map(({ system, text }) => `${system} ${text.trim()}`)).toEqual([
      'sentinel same',
      'defender twice',
      'defender twice',
      'sentinel alone',
    ]);
  });
});
