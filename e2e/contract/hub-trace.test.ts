/**
 * The tracer and the page about the sync on a tenant: a rule that made #12345, one that was switched off, an alert, and an
 * incident that Sentinel lacks. And rules that are written here: what they would have done, and what they then do.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, clearFaults, hubOn, orderFault, smallTenant } from '@/e2e/contract/hub-harness';
import { planRuns } from '@/lib/domain/rule/plan-runs';
import { type GroupingChoice, newDraft, type RuleDraft, type RuleSchedule } from '@/lib/domain/rule/rule';
import { suggestMappings } from '@/lib/domain/rule/suggest-mappings';
import { isUnread } from '@/lib/domain/trace/rule-steps';
import type { Trace, TraceStep } from '@/lib/domain/trace/trace';
import type { Tenant } from '@/mocks/tenant';

let tenant: Tenant;
let bench: Omit<Bench, 'tenant'>;

beforeAll(async () => {
  tenant = await smallTenant();
  bench = await hubOn(tenant);
  await bench.hub.refresh();
}, 60_000);
afterAll(async () => {
  await bench.close();
  await tenant.close();
});

async function traced(text: string): Promise<Trace> {
  const reply = await bench.hub.trace(text);
  if (reply.kind !== 'traced') throw new Error(`${text}: ${JSON.stringify(reply)}`);
  return reply.trace;
}

const verdicts = (trace: Trace) => trace.steps.map(({ name, verdict }) => `${name} ${verdict}`);

function stepOf(trace: Trace, name: TraceStep['name']): TraceStep {
  const found = trace.steps.find((step) => step.name === name);
  if (found === undefined) throw new Error(`no step ${name} in ${verdicts(trace).join(', ')}`);
  return found;
}

describe('from a rule', () => {
  it('follows the rule of the main story into #12345 on both sides', async () => {
    const trace = await traced('Suspicious Sign-in Followed by Azure Resource Access');
    expect(trace.incidentKey).toBe('12345');
    // The log names the alert otherwise than Defender does; the queue lists it once.
    expect(tenant.store.graphIncidents.byId('12345')?.alertIds).toContain(trace.alertId);
    expect([stepOf(trace, 'rule').verdict, stepOf(trace, 'telemetry').verdict]).toEqual(['ok', 'ok']);
    const later: TraceStep['name'][] = ['alert', 'incident', 'sync'];
    expect(later.map((name) => stepOf(trace, name).verdict)).toEqual(['ok', 'ok', 'ok']);
  }, 60_000);

  it('stops at one that Sentinel gave up on, with what its last run said', async () => {
    const trace = await traced('AUTO DISABLED VPN session from two cities');
    expect(stepOf(trace, 'rule')).toMatchObject({ verdict: 'broken', says: expect.stringContaining('Sentinel') });
    expect(stepOf(trace, 'run')).toMatchObject({ verdict: 'broken', says: expect.stringContaining('ContosoVpn_CL') });
  }, 60_000);

  it('asks which one is meant when words fit several', async () => {
    const reply = await bench.hub.trace('one person');
    expect(reply.kind === 'several' && reply.subjects.length).toBeGreaterThan(1);
  });
});

it('from an alert to its incident', async () => {
  const [id] = tenant.store.graphIncidents.byId('12345')?.alertIds ?? [];
  const trace = await traced(id ?? '');
  expect(trace.incidentKey).toBe('12345');
  expect(trace.alertId).toBe(id);
  expect(stepOf(trace, 'sync').verdict).toBe('ok');
}, 60_000);

it('from an incident that was made in Sentinel', async () => {
  const own = [...tenant.store.sentinelIncidents.all()].find(({ twin }) => twin === null);
  const trace = await traced(own?.name ?? '');
  expect(stepOf(trace, 'sync').verdict).toBe('needless');
});

it('says where it looked for what nobody knows', async () => {
  expect(await bench.hub.trace('nobody-knows-this')).toMatchObject({
    kind: 'unknown',
    lookedIn: expect.arrayContaining(['rules by name', 'alerts by id']),
  });
});

describe('the sync at a glance', () => {
  const settingsOf = async () => (await bench.hub.sync.overview(true)).settings;

  it('reads how it is set from the connector, the onboarding state and the settings', async () => {
    const { settings, measures } = await bench.hub.sync.overview(false);
    expect(settings).toMatchObject({
      onboarded: true,
      connector: { incidents: 'Enabled', alerts: 'Enabled', alertProviders: [] },
      entityProviders: ['ActiveDirectory', 'AzureActiveDirectory'],
    });
    expect(Object.values(settings).filter(isUnread)).toEqual([]);
    // M40, by the workspace's own account.
    const charges = isUnread(settings.charges) ? [] : settings.charges;
    expect(charges.map(({ table, billedMb }) => [table, billedMb]).sort()).toEqual([
      ['SecurityAlert', 0],
      ['SecurityIncident', 0],
    ]);
    for (const { freeMb } of charges) expect(freeMb).toBeGreaterThan(0);
    expect(measures.twins).toBeGreaterThan(0);
    expect(measures.lastArrival?.tookMs).toBeGreaterThanOrEqual(0);
  }, 60_000);

  it('asks Microsoft once for whoever looks within the next minutes', async () => {
    const [first, second] = await Promise.all([bench.hub.sync.overview(false), bench.hub.sync.overview(false)]);
    expect(second.settings).toBe(first.settings);
  });

  it('knows of each part that cannot be read, and shows the others', async () => {
    const other = await hubOn(tenant);
    try {
      await orderFault(tenant, { path: 'dataConnectors', status: 403 });
      const { connector, onboarded } = (await other.hub.sync.overview(true)).settings;
      expect(connector).toMatchObject({ unread: expect.stringContaining('403') });
      expect(onboarded).toBe(true);
    } finally {
      await clearFaults(tenant);
      await other.close();
    }
  }, 60_000);

  it('is off in a workspace without Sentinel, and says so rather than failing', async () => {
    const other = await hubOn(tenant);
    const author = { objectId: null, email: null, name: 'test', userPrincipalName: null };
    tenant.store.sentinel.onboardingStates.remove('default');
    try {
      expect((await other.hub.sync.overview(true)).settings.onboarded).toBe(false);
    } finally {
      tenant.store.sentinel.onboardingStates.put('default', { customerManagedKey: false }, author);
      await other.close();
    }
    expect((await settingsOf()).onboarded).toBe(true);
  }, 60_000);
});

describe('a rule that is written here', () => {
  const { signal } = new AbortController();
  const schedule: RuleSchedule = { frequency: 'P2D', period: 'P2D', operator: 'greaterThan', threshold: 0 };
  const query = [
    'SigninLogs',
    '| where isnotempty(UserPrincipalName)',
    '| summarize Tries = count() by UserPrincipalName, IPAddress',
  ].join('\n');
  const bare: RuleDraft = {
    ...newDraft,
    title: 'Who signs in from where',
    // Nobody else's incidents take its alerts, and it takes nobody else's.
    description: '#DONT_CORR#',
    logic: { ...newDraft.logic, query, schedule, perResult: true },
  };
  const idOf = (last: number) => `00000000-0000-4000-8000-00000000ab0${last}`;

  async function saved(id: string, draft: RuleDraft) {
    const outcome = await bench.hub.rules.save({ id, draft, version: null });
    if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
    return outcome.rule;
  }

  /** With what the wizard suggests for the columns of the query. */
  async function mapped(choice: GroupingChoice): Promise<RuleDraft> {
    const check = await bench.hub.rules.check(bare.logic, signal);
    if (check.kind !== 'answered') throw new Error(check.message);
    const mappings = suggestMappings(check.columns, []);
    expect(mappings.map(({ entity }) => entity)).toEqual(['Account', 'IP']);
    const grouping = { ...bare.logic.grouping, choice, lookback: 'P7D', entities: ['Account' as const] };
    return { ...bare, logic: { ...bare.logic, mappings, grouping } };
  }

  it.each<[GroupingChoice, number]>([
    ['allEntities', 1],
    ['selected', 2],
  ])(
    'fires and groups by %s as it was previewed',
    async (choice, last) => {
      const draft = await mapped(choice);
      const preview = await bench.hub.rules.preview(draft.logic, signal);
      if (preview.kind !== 'previewed') throw new Error(preview.message);
      const { alert, allEntities, allAlerts, selected } = preview.incidents;
      expect(preview).toMatchObject({ runs: 4, limitedBy: null, cutRuns: 0, quietRuns: 0 });
      expect([alert, allAlerts]).toEqual([preview.alerts, 1]);
      expect(alert).toBeGreaterThan(allEntities);
      expect(allEntities).toBeGreaterThan(selected);

      const { id } = await saved(idOf(last), draft);
      for (const { until } of planRuns(schedule, tenant.clock.now()).windows.reverse()) {
        await bench.upstream.api.sentinel.ruleRuns.trigger(id, until);
        await tenant.clock.advance(6_000);
      }
      const raised = [...tenant.store.alerts.all()].filter(({ graph }) => graph.detectorId === id);
      expect(raised).toHaveLength(preview.alerts);
      expect(new Set(raised.map(({ graph }) => graph.incidentId)).size).toBe(preview.incidents[choice]);
    },
    120_000,
  );

  it('is listed with what it groups by, and switched by whoever saw its latest state', async () => {
    const rule = (await bench.hub.rules.list()).rules.find(({ id }) => id === idOf(1));
    if (rule === undefined) throw new Error('the rule is not listed');
    expect(rule).toMatchObject({ kind: 'scheduled', enabled: true, logic: { grouping: { choice: 'allEntities' } } });
    const off = await bench.hub.rules.switchTo({ id: rule.id, enabled: false, version: rule.version });
    expect(off).toMatchObject({ outcome: 'saved', rule: { enabled: false } });
    const late = await bench.hub.rules.switchTo({ id: rule.id, enabled: true, version: rule.version });
    expect(late).toMatchObject({ outcome: 'overtaken', rule: { enabled: false } });
  }, 60_000);

  it('loses nothing when somebody else was quicker, and names their state', async () => {
    const draft = await mapped('alert');
    const rule = await saved(idOf(3), draft);
    const theirs = { ...draft, severity: 'low' as const };
    const { version } = rule;
    expect(await bench.hub.rules.save({ id: rule.id, draft: theirs, version })).toMatchObject({ outcome: 'saved' });
    const late = await bench.hub.rules.save({ id: rule.id, draft: { ...draft, title: 'Mine' }, version });
    expect(late).toMatchObject({ outcome: 'overtaken', rule: { severity: 'low' } });
    if (late.outcome !== 'overtaken' || late.rule === null) throw new Error('it is still there');
    const again = { id: rule.id, draft: { ...draft, title: 'Mine' }, version: late.rule.version };
    expect(await bench.hub.rules.save(again)).toMatchObject({ outcome: 'saved', rule: { title: 'Mine' } });
  }, 60_000);

  it('says where its query is wrong, and what Sentinel does not take', async () => {
    const wrong = { ...bare.logic, query: 'SigninLogs\n| where NoSuchColumn == 1' };
    for (const reply of [await bench.hub.rules.check(wrong, signal), await bench.hub.rules.preview(wrong, signal)]) {
      if (reply.kind !== 'refused') throw new Error('it ran');
      const [problem] = reply.problems;
      expect(problem?.code).toMatch(/^KS\d+$/u);
      expect(wrong.query.slice(problem?.start).startsWith('NoSuchColumn')).toBe(true);
    }
    const mappings = [{ entity: 'IP' as const, fields: [{ identifier: 'Address', column: 'NoSuchColumn' }] }];
    const draft = { ...bare, logic: { ...bare.logic, mappings } };
    expect(await bench.hub.rules.save({ id: idOf(4), draft, version: null })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('NoSuchColumn'),
    });
    await expect(bench.hub.rules.get(idOf(4))).rejects.toMatchObject({ code: 'notFound' });
  }, 60_000);
});
