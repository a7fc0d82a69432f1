import { describe, expect, it } from 'vitest';
import { actorNamed, assembleHistory, type HistorySources } from '@/lib/domain/incident/assemble-history';
import type { Command } from '@/lib/domain/incident/command';
import type { SeenChange } from '@/lib/domain/incident/history';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';

const command = plainCommand(
  { kind: 'change', changes: { status: 'resolved' }, before: { status: 'new' } },
  {
    id: 'c1',
    state: 'confirmed',
    sentAt: '2025-01-15T10:00:01.000Z',
    acceptedAt: '2025-01-15T10:00:02.000Z',
    settledAt: '2025-01-15T10:00:20.000Z',
  },
);
const change: SeenChange = {
  key: '1',
  system: 'defender',
  what: 'status',
  version: '2025-01-15T10:00:02.000Z',
  from: 'new',
  to: 'resolved',
  by: 'OneQueue',
  changedAt: '2025-01-15T10:00:02.000Z',
  syncedAt: '2025-01-15T10:00:03.000Z',
  alertIds: [],
};
const nothing: HistorySources = { commands: [], seen: [], logged: [], comments: [], alerts: [], people: new Set() };

describe('assembleHistory', () => {
  it("names the analyst for what a system shows because of an act, and the sync for the other system's copy", () => {
    const copy: SeenChange = { ...change, system: 'sentinel', by: null, changedAt: '2025-01-15T10:00:10.000Z' };
    const entries = assembleHistory({ ...nothing, commands: [command], seen: [change, copy] });
    expect(entries.map(({ system, by, commandId }) => [system, by.kind, by.name, commandId])).toEqual([
      ['sentinel', 'sync', 'Microsoft XDR', 'c1'],
      ['defender', 'analyst', 'Maya Chen', 'c1'],
      ['onequeue', 'analyst', 'Maya Chen', 'c1'],
    ]);
  });

  it('does not take what was there before the act for its effect', () => {
    const earlier: SeenChange = { ...change, changedAt: '2025-01-15T09:00:00.000Z', by: 'sam@contoso.com' };
    const [, entry] = assembleHistory({ ...nothing, commands: [command], seen: [earlier] });
    expect(entry).toMatchObject({
      system: 'defender',
      by: { kind: 'analyst', name: 'sam@contoso.com' },
      commandId: null,
    });
  });

  it('tells one change once that both the mirror and the log saw, with the four times apart', () => {
    const seen: SeenChange = { ...change, system: 'sentinel', by: null };
    const logged = {
      ...({ what: 'status', from: 'new', to: 'resolved', by: 'Automation rule - Close noise' } as const),
      ...{ changedAt: '2025-01-15T10:00:02.400Z', ingestedAt: '2025-01-15T10:04:00.000Z' },
    };
    expect(assembleHistory({ ...nothing, seen: [seen], logged: [logged] })).toMatchObject([
      {
        by: { kind: 'rule', name: 'Close noise' },
        times: { created: seen.changedAt, ingested: logged.ingestedAt, synced: seen.syncedAt },
      },
    ]);
  });

  it('tells what only the log knows', () => {
    const logged = {
      what: 'severity',
      from: 'low',
      to: 'high',
      by: 'Playbook - Enrich',
      changedAt: '2025-01-14T10:00:00.000Z',
      ingestedAt: null,
    } as const;
    expect(assembleHistory({ ...nothing, logged: [logged] })).toMatchObject([
      { system: 'sentinel', by: { kind: 'playbook', name: 'Enrich' }, times: { synced: null } },
    ]);
  });

  it('compares verdicts by their classification: determinations and reasons belong to one system each', () => {
    const verdict = { classification: 'truePositive', determination: 'phishing', reason: null, comment: null } as const;
    const closing: Command = { ...command, act: { kind: 'change', changes: { verdict }, before: {} } };
    const copy: SeenChange = {
      ...change,
      what: 'verdict',
      system: 'sentinel',
      by: null,
      from: 'not set',
      to: 'truePositive / SuspiciousActivity',
    };
    expect(assembleHistory({ ...nothing, commands: [closing], seen: [copy] })[0]).toMatchObject({
      commandId: 'c1',
      by: { kind: 'sync' },
    });
  });

  it.each([
    [null, 'unknown'],
    ['Microsoft XDR', 'sync'],
    ['API-Correlation', 'system'],
    ['Microsoft Defender XDR', 'system'],
    ['maya@contoso.com', 'analyst'],
    ['Maya Chen', 'analyst'],
    ['Somebody Else', 'unknown'],
    ['Automation rule - x - y', 'rule'],
  ])('takes %j for %s', (name, kind) => {
    expect(actorNamed(name, new Set(['maya chen'])).kind).toBe(kind);
  });
});
