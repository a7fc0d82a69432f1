/** The tracer and the page about the sync on a tenant: a rule that made #12345, one that was switched off, an alert, and an incident that Sentinel lacks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, clearFaults, hubOn, orderFault, smallTenant } from '@/e2e/contract/hub-harness';
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
