/**
 * A day at Contoso: the clock runs through 24 hours, and what Microsoft's cloud does by itself is there afterwards, the
 * same through REST and through KQL: rules ran, alerts were raised and correlated, incidents formed and were carried to
 * Sentinel, automation acted. An analyst merged two incidents in the morning, and around noon, while somebody walked
 * through Azure, Defender's connector and the vaults' diagnostic settings were off for two hours.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, list, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const hourMs = 3_600_000;
let tenant: Tenant;
let ask: Ask;
let news: GraphIncidentRecord[];
let merged: { target: string; source: GraphIncidentRecord };
/** The incidents that were made while the connector was off, as they were when it was switched on again. */
let missed: { id: string; twin: string | null }[];

async function mergeTwo(): Promise<typeof merged> {
  const [one, other] = [...tenant.store.graphIncidents.all()].filter(
    ({ id, fields, twin, alertIds }) =>
      id !== '12345' && twin !== null && fields.status === 'active' && !fields.assignedTo && alertIds.length < 20,
  );
  if (!one || !other) return expect.unreachable('no two open incidents');
  const { status, body } = await ask('graph.microsoft.com/v1.0/security/incidents/mergeIncidents', {
    method: 'POST',
    body: { incidentIds: [one.id, other.id] },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const target = String(field(body, 'targetIncidentId'));
  return { target, source: target === one.id ? other : one };
}

async function connect(on: boolean): Promise<void> {
  const body = { incidents: on, diagnostics: { keyVault: on } };
  const { status } = await ask('tenant.onequeue.test/connectors', { method: 'POST', body });
  expect(status).toBe(200);
}

beforeAll(async () => {
  tenant = await smallTenant({ rows: 200, detection: true, quotas: false });
  ask = askOf(tenant);
  const before = new Set([...tenant.store.graphIncidents.all()].map(({ id }) => id));
  await tenant.clock.advance(2 * hourMs);
  merged = await mergeTwo();
  await tenant.clock.advance(9 * hourMs);
  const sofar = new Set([...tenant.store.graphIncidents.all()].map(({ id }) => id));
  await connect(false);
  await tenant.clock.advance(2 * hourMs);
  missed = [...tenant.store.graphIncidents.all()].flatMap(({ id, twin }) => (sofar.has(id) ? [] : [{ id, twin }]));
  await connect(true);
  await tenant.clock.advance(11 * hourMs);
  news = [...tenant.store.graphIncidents.all()].filter(({ id }) => !before.has(id));
}, 300_000);
afterAll(() => tenant.close());

async function kql(query: string): Promise<unknown[]> {
  const { status, body } = await ask(queryUrl, { method: 'POST', body: { query } });
  expect(status, JSON.stringify(body)).toBe(200);
  return list(body, 'tables', 0, 'rows');
}

const alertsOf = (incident: GraphIncidentRecord) => tenant.store.alerts.pick(incident.alertIds);
const intrusion = (): GraphIncidentRecord => {
  const [found] = news.filter((incident) => incident.alertIds.length > 3);
  return found ?? expect.unreachable('no incident of several alerts');
};

describe('a day in the life of the tenant', () => {
  it('runs every rule that is on at its frequency, and says so in SentinelHealth', async () => {
    const runs = await kql(
      "SentinelHealth | where TimeGenerated > ago(1d) and Status == 'Success' and SentinelResourceType == 'Analytics Rule' | summarize count() by RuleId = tostring(ExtendedProperties.RuleId)",
    );
    const counts = new Map(runs.map((row) => [String(field(row, 0)), Number(field(row, 1))]));
    expect(counts.get(ruleIds.signInThenAzure)).toBe(96);
    expect(counts.get(ruleIds.lateralAzure)).toBeGreaterThan(100);
    expect(counts.get(ruleIds.credentialAccess)).toBeGreaterThanOrEqual(1439);
    const disabled = [...tenant.store.rules.alertRules.all()].filter(({ body }) => !body.properties.enabled);
    for (const { name } of disabled) expect(counts.has(name)).toBe(false);
  });

  it('accounts for every hour of what it logged, free of charge where Microsoft is', async () => {
    const hours = await kql(
      "Usage | where TimeGenerated > ago(1d) and DataType == 'SentinelHealth' | project Hours = (EndTime - StartTime) / 1h, Quantity, IsBillable",
    );
    expect(hours).toHaveLength(24);
    for (const hour of hours) expect(hour).toEqual([1, expect.any(Number), false]);
    const billed = await kql(
      "Usage | where DataType in ('SecurityAlert', 'SecurityIncident') | summarize Free = sumif(Quantity, not(IsBillable)) > 0, Billed = sumif(Quantity, IsBillable) by DataType | sort by DataType asc",
    );
    expect(billed).toEqual([
      ['SecurityAlert', true, 0],
      ['SecurityIncident', true, 0],
    ]);
  });

  it('lets the three rules of the commission fire over an intrusion, into one incident', () => {
    const rules = new Set(alertsOf(intrusion()).map(({ graph }) => graph.detectorId));
    for (const name of [ruleIds.signInThenAzure, ruleIds.credentialAccess, ruleIds.lateralAzure]) {
      expect(rules).toContain(name);
    }
  });

  it('keeps with every alert that joined why it did', () => {
    const [first, ...later] = alertsOf(intrusion());
    expect(first?.graph.additionalData?.CorrelationReasons).toBeUndefined();
    for (const { graph } of later) {
      expect(graph.additionalData?.CorrelationReasons).toMatch(/sameActor|sharedIndicators|repeatedAlertOccurrence/);
      expect(list(graph.additionalData, 'CorrelatedBy').length).toBeGreaterThan(0);
    }
  });

  it('shows the same alerts through Graph, Sentinel and KQL', async () => {
    const incident = intrusion();
    const graph = await ask(`graph.microsoft.com/v1.0/security/incidents/${incident.id}?$expand=alerts`);
    const ids = list(graph.body, 'alerts').map((alert) => String(field(alert, 'id')).slice(2));
    expect(ids).toHaveLength(incident.alertIds.length);
    const sentinel = await ask(`${sentinelRoot}/incidents/${incident.twin}/alerts?${apiVersion}`, { method: 'POST' });
    const names = list(sentinel.body, 'value').map((alert) => String(field(alert, 'name')));
    expect(names.toSorted()).toEqual(ids.toSorted());
    const rows = await kql(
      `SecurityAlert | where ProviderName == 'ASI Scheduled Alerts' | summarize by SystemAlertId | where SystemAlertId in ('${ids.join("','")}')`,
    );
    expect(rows).toHaveLength(ids.length);
  });

  it('carries the incident to Sentinel, with the rules that made it', async () => {
    const { twin, id } = intrusion();
    const { body } = await ask(`${sentinelRoot}/incidents/${twin}?${apiVersion}`);
    expect(field(body, 'properties', 'providerIncidentId')).toBe(id);
    const [row] = await kql(
      `SecurityIncident | where ProviderIncidentId == '${id}' | summarize arg_max(LastModifiedTime, *) | project Status, Owner = tostring(Owner.assignedTo), Labels = tostring(Labels)`,
    );
    expect(row).toEqual(['Active', 'SOC Tier 2', expect.stringContaining('Compromise response')]);
  });

  it('lets automation take the incident and start the playbook, and says so', async () => {
    const incident = intrusion();
    const twin = tenant.store.sentinelIncidents.byName(incident.twin ?? '');
    expect(twin?.fields.owner.assignedTo).toBe('SOC Tier 2');
    expect(twin?.tasks?.map(({ title }) => title)).toContain('Revoke the sessions of the user');
    const playbook = tenant.store.rules.playbooks.byName('playbook-compromise-response');
    expect(playbook?.runs.find((run) => run.incident === twin?.name)?.status).toBe('Succeeded');
    const rows = await kql(
      `SentinelHealth | where OperationName == 'Automation rule run' and tostring(ExtendedProperties.IncidentName) == '${twin?.name}' | project SentinelResourceName, Status`,
    );
    expect(rows).toContainEqual(['Auto-Respond to Account Compromise Incidents', 'Success']);
    expect(incident.fields.status).toBe('inProgress');
  });

  it('redirects the incident that was merged away, on both sides and in the log', async () => {
    const { target, source } = merged;
    const graph = await ask(`graph.microsoft.com/v1.0/security/incidents/${source.id}`);
    expect(graph.body).toMatchObject({ status: 'redirected', redirectIncidentId: target });
    const twin = await ask(`${sentinelRoot}/incidents/${source.twin}?${apiVersion}`);
    expect(field(twin.body, 'properties', 'status')).toBe('Closed');
    expect(list(twin.body, 'properties', 'labels').map((label) => field(label, 'labelName'))).toContain('Redirected');
    const [row] = await kql(
      `SecurityIncident | where IncidentName == '${source.twin}' | summarize arg_max(LastModifiedTime, *) | project Status, Labels = tostring(Labels), Alerts = array_length(AlertIds)`,
    );
    expect(row).toEqual(['Closed', expect.stringContaining('Redirected'), 0]);
  });

  it('brings nothing to Sentinel while the connector is off, and says so in SentinelHealth', async () => {
    expect(missed.length).toBeGreaterThan(0);
    for (const { twin } of missed) expect(twin).toBeNull();
    const states = await kql(
      "SentinelHealth | where SentinelResourceKind == 'MicrosoftThreatProtection' and ExtendedProperties.DestinationTable == 'SecurityIncident' | project Status, TimeGenerated",
    );
    expect(states).toEqual([
      ['Failure', '2025-01-15T21:05:00Z'],
      ['Success', '2025-01-15T23:05:00Z'],
    ]);
    const ids = missed.map(({ id }) => `'${id}'`).join();
    expect(
      await kql(
        `SecurityIncident | where ProviderIncidentId in (${ids}) and TimeGenerated between (datetime(2025-01-15T21:05:00Z) .. 2h)`,
      ),
    ).toEqual([]);
  });

  it('carries incidents again once the connector is on', () => {
    const known = new Set(missed.map(({ id }) => id));
    const later = news.filter(
      ({ id, fields }) =>
        !known.has(id) && fields.createdDateTime > '2025-01-15T23:05' && fields.createdDateTime < '2025-01-16T10:00',
    );
    expect(later.length).toBeGreaterThan(0);
    for (const { twin } of later) expect(twin).not.toBeNull();
  });

  it('has nothing of what was done to the vaults while nobody sent it, and has it again afterwards', async () => {
    // The same walk through Azure as before and after: sign-ins and operations are there, reads of secrets are not.
    const [reads] = await kql(
      "let off = datetime(2025-01-15T21:05:00Z); let on = datetime(2025-01-15T23:05:00Z); AzureDiagnostics | where OperationName == 'SecretGet' and isnotempty(identity_claim_upn_s) | summarize Meanwhile = countif(TimeGenerated >= off and TimeGenerated < on), Afterwards = countif(TimeGenerated >= on)",
    );
    expect(field(reads, 0)).toBe(0);
    expect(Number(field(reads, 1))).toBeGreaterThan(0);
    const [operations] = await kql(
      "AzureActivity | where OperationNameValue =~ 'Microsoft.KeyVault/vaults/read' | summarize countif(TimeGenerated between (datetime(2025-01-15T21:05:00Z) .. 2h))",
    );
    expect(Number(field(operations, 0))).toBeGreaterThan(0);
  });

  it('makes a number of incidents that people can bear', () => {
    expect(news.length).toBeGreaterThan(1);
    expect(news.length).toBeLessThan(40);
  });
});
