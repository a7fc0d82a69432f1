/** Rules at work on a tenant whose clock is moved by hand: alerts, grouping, suppression, and rules that fail. */
import { afterEach, describe, expect, it } from 'vitest';
import { placeAlert } from '@/mocks/cloud/correlation/place-alert';
import { disabledPrefix } from '@/mocks/cloud/detection/auto-disable';
import { detectedAlert } from '@/mocks/store/detected-alert';
import { detectedEvidence } from '@/mocks/store/detected-evidence';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { AlertRuleBody } from '@/mocks/store/records/alert-rule-record';
import { grouped, mapped, scheduled } from '@/mocks/store/seed-rules/query-rule';
import type { Tenant } from '@/mocks/tenant';
import { smallTenant } from '@/mocks/testing/small-tenant';

const minuteMs = 60_000;
const by = { kind: 'caller', name: 'tester' } as const;
let tenant: Tenant;
afterEach(() => tenant.close());

/** Only the rule in question is on, and nothing else happens. */
async function withRule(body: AlertRuleBody): Promise<Tenant> {
  tenant = await smallTenant({ rows: 0, incidents: 1, detection: true });
  for (const rule of [...tenant.store.rules.alertRules.all()]) tenant.store.rules.alertRules.remove(rule, by);
  for (const rule of [...tenant.store.detectionRules.all()]) tenant.store.detectionRules.remove(rule);
  tenant.store.rules.alertRules.write('mine', body, by);
  return tenant;
}
const raised = (): AlertRecord[] => [...tenant.store.alerts.all()].filter(({ graph }) => graph.detectorId === 'mine');

const always = (changes: Partial<Parameters<typeof scheduled>[0]> = {}): AlertRuleBody =>
  scheduled({
    displayName: 'Always',
    description: '',
    severity: 'Medium',
    query: "print User = 'alex.johnson@contoso.com', Ip = '198.51.100.7'",
    queryFrequency: 'PT5M',
    queryPeriod: 'PT5M',
    tactics: ['Discovery'],
    techniques: [],
    entityMappings: [mapped('Account', 'FullName', 'User'), mapped('IP', 'Address', 'Ip')],
    ...grouped('AllEntities', 'PT5H'),
    ...changes,
  });

describe('a scheduled rule', () => {
  it('runs at once and then at its frequency; its alerts share an incident', async () => {
    await withRule(always());
    await tenant.clock.advance(16 * minuteMs);
    expect(raised()).toHaveLength(4);
    expect(new Set(raised().map(({ graph }) => graph.incidentId)).size).toBe(1);
    expect(tenant.store.rules.alertRules.byName('mine')?.runs.map(({ alerts }) => alerts)).toEqual([1, 1, 1, 1]);
  });

  it('with suppression keeps quiet after an alert', async () => {
    await withRule(always({ suppressionEnabled: true, suppressionDuration: 'PT10M' }));
    await tenant.clock.advance(16 * minuteMs);
    expect(raised()).toHaveLength(2);
  });

  it('that makes no incident leaves its alerts to the workspace', async () => {
    await withRule(always({ incidentConfiguration: { createIncident: false } }));
    const before = [...tenant.store.graphIncidents.all()].length;
    await tenant.clock.advance(2 * minuteMs);
    expect(raised().map(({ inGraph, graph }) => [inGraph, graph.incidentId])).toEqual([[false, null]]);
    expect([...tenant.store.graphIncidents.all()]).toHaveLength(before);
  });

  it('whose query cannot be understood is switched off after five runs, and its name says so', async () => {
    await withRule(always({ query: 'GoneTable_CL | take 1', entityMappings: [] }));
    await tenant.clock.advance(16 * minuteMs);
    const rule = tenant.store.rules.alertRules.byName('mine');
    expect(rule?.body.properties.enabled).toBe(true);
    await tenant.clock.advance(20 * minuteMs);
    expect(rule?.body.properties).toMatchObject({ enabled: false, displayName: `${disabledPrefix}Always` });
    expect(rule?.runs).toHaveLength(5);
    expect(rule?.runs.every(({ status, problem }) => status === 'Failure' && problem.startsWith('KS'))).toBe(true);
  });
});

describe('correlation', () => {
  const alertAbout = (key: string, user: string): AlertRecord => {
    const at = tenant.clock.nowMs();
    const evidence = detectedEvidence(tenant.store, 'Account', { FullName: user }, at);
    return detectedAlert(
      {
        product: 'sentinel',
        key,
        title: key,
        description: '',
        severity: 'high',
        category: 'Impact',
        techniques: [],
        firstAt: at,
        lastAt: at,
        createdAt: at,
        ruleId: key,
        evidence: evidence ? [evidence] : [],
        additionalData: {},
      },
      true,
    );
  };
  const usual = { grouping: null, excluded: false };

  it('joins what is about the same user, says why, and leaves the others alone', async () => {
    tenant = await smallTenant({ rows: 0, incidents: 1 });
    const nora = 'nora.whitfield@contoso.com';
    const first = placeAlert(tenant.store, alertAbout('one', nora), usual);
    const second = alertAbout('two', nora);
    expect(placeAlert(tenant.store, second, usual)).toBe(first);
    expect(second.graph.additionalData).toMatchObject({
      CorrelationReasons: 'sameActor, temporalProximity',
      CorrelatedBy: [`user ${nora}`],
    });
    // It still had its first alert's name.
    expect(first.fields.displayName).toMatch(/^Multi-stage incident .*reported by one source$/u);
    expect(placeAlert(tenant.store, alertAbout('three', 'devon.clarke@contoso.com'), usual)).not.toBe(first);
    expect(placeAlert(tenant.store, alertAbout('four', nora), { grouping: null, excluded: true })).not.toBe(first);
  });

  it('ends with the window and with the incident', async () => {
    tenant = await smallTenant({ rows: 0, incidents: 1 });
    const nora = 'nora.whitfield@contoso.com';
    const first = placeAlert(tenant.store, alertAbout('one', nora), usual);
    tenant.store.graphIncidents.change(first, { status: 'resolved' }, by);
    const second = placeAlert(tenant.store, alertAbout('two', nora), usual);
    expect(second).not.toBe(first);
    await tenant.clock.advance(25 * 60 * minuteMs);
    expect(placeAlert(tenant.store, alertAbout('three', nora), usual)).not.toBe(second);
  });
});
