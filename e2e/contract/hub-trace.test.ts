/** The tracer on a tenant: a rule that made #12345, one that was switched off, an alert, and an incident that Sentinel lacks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, hubOn, smallTenant } from '@/e2e/contract/hub-harness';
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
