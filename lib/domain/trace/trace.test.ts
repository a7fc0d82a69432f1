/** The tracer's judgement, step by step. */
import { describe, expect, it } from 'vitest';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { alertsOfRuleStep, incidentOfAlertStep, type SyncFacts, syncStep } from '@/lib/domain/trace/incident-steps';
import { type RuleFacts, ruleStep, runStep, telemetryStep } from '@/lib/domain/trace/rule-steps';

const now = new Date('2025-01-15T10:05:00Z');
const rule: RuleFacts = {
  id: 'c0500001-0000-4000-8000-000000000001',
  title: 'Many secrets read by one person',
  kind: 'NRT',
  enabled: true,
  changedAt: '2025-01-10T00:00:00Z',
  query: 'AzureDiagnostics | where OperationName == "SecretGet"',
  everyMs: 60_000,
  makesIncidents: true,
};
const run = { at: '2025-01-15T10:04:00Z', status: 'Success', reason: '', results: 0, alerts: 0 };

describe('the rule', () => {
  it('is fine when it is on', () => expect(ruleStep(rule).verdict).toBe('ok'));
  it('says who switched it off', () => {
    expect(ruleStep({ ...rule, enabled: false }).says).toBe('The rule is switched off.');
    expect(ruleStep({ ...rule, enabled: false, title: 'AUTO DISABLED x' }).says).toMatch(/Sentinel switched/u);
  });
});

describe('its runs', () => {
  it('have stopped when the last one is too long ago', () => {
    expect(runStep(rule, [run], now).verdict).toBe('ok');
    expect(runStep(rule, [{ ...run, at: '2025-01-15T09:50:00Z' }], now).verdict).toBe('broken');
  });
  it('repeat what a failed one said', () => {
    expect(runStep(rule, [{ ...run, status: 'Failure', reason: 'KS142: no such table' }], now)).toMatchObject({
      verdict: 'broken',
      says: expect.stringContaining('KS142'),
    });
  });
  it('are unknown without health monitoring, and when the logs cannot be read', () => {
    expect(runStep(rule, [], now).verdict).toBe('unknown');
    expect(runStep(rule, { unread: '503 Busy' }, now).says).toContain('503 Busy');
  });
  it('are no matter for kinds without a schedule', () => {
    expect(runStep({ ...rule, kind: 'Fusion', everyMs: null }, [], now).verdict).toBe('needless');
  });
});

describe('its tables', () => {
  const silent = { name: 'AzureDiagnostics', rows: 0, latestAt: null };
  it('name the missing diagnostic setting, with the command', () => {
    const found = telemetryStep(rule, [silent]);
    expect(found.verdict).toBe('broken');
    expect(found.fix?.command).toContain('az monitor diagnostic-settings create');
  });
  it('may be silent when another one speaks, and it is said', () => {
    const found = telemetryStep(rule, [silent, { name: 'SigninLogs', rows: 5, latestAt: '2025-01-15T10:00:00Z' }]);
    expect(found).toMatchObject({
      verdict: 'ok',
      says: 'AzureDiagnostics got no rows in the last day; the others did.',
    });
  });
});

const incident = plainIncident({ key: '12345', title: 'Multi-stage attack', products: ['sentinel'], alertCount: 4 });

describe('alerts and incidents', () => {
  const none = { count: 0, latestAt: null, latestId: null, latestVendorId: null, latestTitle: null };
  it('end at a rule that never fired', () => expect(alertsOfRuleStep(rule, none).verdict).toBe('broken'));
  it('end at a rule that makes no incidents', () => {
    expect(incidentOfAlertStep(null, { ...rule, makesIncidents: false }).says).toMatch(/without creating incidents/u);
    expect(incidentOfAlertStep(null, rule).says).toBe('The alert is in no incident.');
  });
  it('follow a merge', () => {
    expect(incidentOfAlertStep({ ...incident, redirectedTo: '12399' }, rule).says).toMatch(/merged into #12399/u);
  });
});

describe('the sync', () => {
  const facts: SyncFacts = {
    severities: [
      { severity: 'high', arrived: 12, missing: 0 },
      { severity: 'medium', arrived: 0, missing: 9 },
    ],
    connector: { connected: true, carriesIncidents: true },
    health: [],
  };
  it('names the severity filter from what arrived and what did not', () => {
    expect(syncStep(incident, facts, now)).toMatchObject({
      verdict: 'broken',
      says: expect.stringContaining('medium'),
    });
  });
  it('waits ten minutes before it complains', () => {
    const young = { ...incident, createdAt: '2025-01-15T10:00:00Z' };
    expect(syncStep(young, facts, now)).toMatchObject({ verdict: 'waiting', dueAt: '2025-01-15T10:10:00.000Z' });
  });
  it('names a connector that is off, even for a young incident', () => {
    const young = { ...incident, createdAt: '2025-01-15T10:00:00Z' };
    const off = { ...facts, connector: { connected: false, carriesIncidents: false } };
    expect(syncStep(young, off, now).says).toMatch(/not connected/u);
  });
  it('does not judge a Sentinel that does not answer', () => {
    const health = [
      {
        system: 'sentinel' as const,
        filledAt: null,
        lastSuccessAt: null,
        staleSince: null,
        newestChangeAt: null,
        lagMs: null,
        backlog: 0,
        incomplete: null,
        failingSince: '2025-01-15T10:00:00Z',
        reason: '503',
        throttledUntil: null,
      },
    ];
    expect(syncStep(incident, { ...facts, health }, now).verdict).toBe('unknown');
  });
  it('does not say that others arrived when none did', () => {
    const alone = { ...facts, severities: [{ severity: 'medium' as const, arrived: 0, missing: 1 }] };
    expect(syncStep(incident, alone, now).says).toBe('Sentinel still does not have it after ten minutes.');
    const among = { ...facts, severities: [{ severity: 'medium' as const, arrived: 3, missing: 1 }] };
    expect(syncStep(incident, among, now).says).toMatch(/others of its severity are there/u);
  });
  it('names the worst of what the systems do not agree on, in words', () => {
    const sentinel = { name: 'n', number: 4711, webUrl: '', updatedAt: '2025-01-15T10:01:00Z', providerName: '' };
    const field = (state: 'pending' | 'drifted' | 'confirmed') => ({
      ...{ state, since: '2025-01-15T10:02:00Z', commandId: null, shownBy: [] },
    });
    const both = { ...incident, sentinel };
    expect(syncStep({ ...both, sync: { status: field('confirmed') } }, facts, now).says).toMatch(/agree\.$/u);
    const apart = syncStep({ ...both, sync: { status: field('pending'), tags: field('drifted') } }, facts, now);
    expect(apart.says).toBe('Both systems show it. Tags: the systems disagree.');
    expect(apart.evidence.at(-1)).toEqual({
      label: 'Status',
      value: 'a change is on its way, since 2025-01-15T10:02:00Z',
    });
  });
  it('is needless for incidents made in Sentinel', () => {
    expect(syncStep({ ...incident, defender: null }, facts, now).verdict).toBe('needless');
  });
});
