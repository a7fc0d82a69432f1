/** What a shift leaves behind. */
import { describe, expect, it } from 'vitest';
import { shiftFacts } from '@/lib/domain/hand-over/shift-facts';
import type { Command } from '@/lib/domain/incident/command';
import type { SeenChange } from '@/lib/domain/incident/history';
import type { Incident } from '@/lib/domain/incident/incident';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

const shift = { from: '2025-01-15T06:00:00.000Z', to: '2025-01-15T14:00:00.000Z' };
const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
const incident = (key: string, part: Partial<Incident> = {}): Incident =>
  plainIncident({ key, alertCount: 3, createdAt: '2025-01-10T00:00:00.000Z', ...part });
const command = (key: string, part: Partial<Command> = {}): Command =>
  plainCommand(
    { kind: 'change', changes: { status: 'resolved' }, before: { status: 'new' } },
    { id: `c-${key}`, incidentKey: key, state: 'confirmed', ...part },
  );
const seen = (key: string, part: Partial<SeenChange> = {}): SeenChange => ({
  key,
  system: 'defender',
  what: 'status',
  version: '1',
  from: 'New',
  to: 'Resolved',
  by: null,
  changedAt: '2025-01-15T10:00:05.000Z',
  syncedAt: '2025-01-15T10:00:08.000Z',
  alertIds: [],
  ...part,
});
const nothing = { incidents: [], seen: [], commands: [], health: [] };

describe('a shift', () => {
  it('counts what was created in it, and its alerts', () => {
    const incidents = [incident('1', { createdAt: '2025-01-15T07:00:00.000Z', severity: 'high' }), incident('2')];
    expect(shiftFacts({ ...nothing, incidents }, shift).arrived).toEqual({
      incidents: 1,
      alerts: 3,
      bySeverity: { high: 1 },
    });
  });

  it('tells a change once, by the analyst who made it, though both systems show it', () => {
    const facts = shiftFacts(
      {
        ...nothing,
        incidents: [incident('1', { status: 'resolved' })],
        commands: [command('1')],
        seen: [seen('1', { to: 'resolved' }), seen('1', { to: 'resolved', system: 'sentinel' })],
      },
      shift,
    );
    expect(facts.resolved.map(({ key, changes }) => [key, changes.map(({ by }) => by)])).toEqual([
      ['1', ['Maya Chen']],
    ]);
  });

  it('tells what others did elsewhere', () => {
    const facts = shiftFacts(
      { ...nothing, incidents: [incident('1', { status: 'resolved' })], seen: [seen('1', { by: 'Lee' })] },
      shift,
    );
    expect(facts.resolved[0]?.changes[0]?.by).toBe('Lee');
  });

  it('puts an open incident where the next shift looks first', () => {
    const incidents = [
      incident('1', { severity: 'high' }),
      incident('2', { assignee: maya, status: 'inProgress' }),
      incident('3', { assignee: maya }),
      incident('4'),
    ];
    const facts = shiftFacts({ ...nothing, incidents, seen: [seen('4', { what: 'severity' })] }, shift);
    expect(facts.unassignedHigh.map(({ key }) => key)).toEqual(['1']);
    expect(facts.unfinished.map(({ key }) => key)).toEqual(['2']);
    expect(facts.changed.map(({ key }) => key)).toEqual(['4']);
  });

  it('names acts that were refused or have not arrived, and systems that differ', () => {
    const refused = command('1', { state: 'refused', failure: { message: '403 Forbidden', retryable: false } });
    const facts = shiftFacts(
      {
        ...nothing,
        incidents: [
          incident('3', {
            sync: { status: { state: 'drifted', since: shift.from, commandId: null, shownBy: [] } },
          }),
        ],
        commands: [refused, command('2', { state: 'queued' })],
      },
      shift,
    );
    expect(facts.trouble).toEqual([
      expect.stringContaining('refused: 403 Forbidden'),
      expect.stringContaining('has not arrived yet'),
      '#3: Defender and Sentinel differ in status.',
    ]);
  });
});
