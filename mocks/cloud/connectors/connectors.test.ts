/** What each connector and switch turns off, seen through the APIs: incidents, alerts, tables, rules, health. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentinelDataConnectorList } from '@/lib/wire/sentinel/data-connector';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import { alertRecordOf } from '@/mocks/store/records/new-alert';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, huntRows, list, logRows, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

// The first question loads the query engine, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const minuteMs = 60_000;
const preview = 'api-version=2025-10-01-preview';
let tenant: Tenant;
let ask: Ask;

async function begin(options: Parameters<typeof smallTenant>[0] = {}): Promise<void> {
  await tenant?.close();
  tenant = await smallTenant({ rows: 0, quotas: false, ...options });
  ask = askOf(tenant);
}
beforeEach(() => begin());
afterEach(() => tenant.close());

async function set(body: unknown): Promise<unknown> {
  const answer = await ask('tenant.onequeue.test/connectors', { method: 'POST', body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}
const kql = (query: string) => logRows(ask, query);
const hunt = (query: string) => huntRows(ask, query);
const count = async (query: string): Promise<number> => Number(field(await kql(`${query} | count`), 0, 0));
const health = (kind: string) =>
  kql(
    `SentinelHealth | where SentinelResourceKind == '${kind}' | project OperationName, Status, Table = tostring(ExtendedProperties.DestinationTable), Reason`,
  );

async function connectors() {
  const { body } = await ask(`${sentinelRoot}/dataConnectors?${preview}`);
  return sentinelDataConnectorList.parse(body).value;
}
const named = async (kind: string) =>
  (await connectors()).find((one) => one.kind === kind) ?? expect.unreachable(`no connector of kind ${kind}`);
const url = (name: string) => `${sentinelRoot}/dataConnectors/${name}?${preview}`;

type Source = 'microsoftDefenderForEndpoint' | 'microsoftDefenderForCloud' | 'azureAdIdentityProtection';

/** Defender hears of an alert of a product, in an incident of its own. */
function raise(id: string, serviceSource: Source) {
  const { graph } = mainIncident(tenant);
  const [model] = tenant.store.alerts.pick(graph.alertIds);
  if (!model) return expect.unreachable('the main incident has no alerts');
  const at = tenant.clock.iso();
  const alert = {
    ...model.graph,
    id: `da${id}`,
    providerAlertId: id,
    serviceSource,
    createdDateTime: at,
    incidentId: id,
  };
  tenant.store.alerts.add(alertRecordOf(alert));
  const fields = { ...graph.fields, id, createdDateTime: at, lastUpdateDateTime: at, status: 'active' as const };
  const incident = { id, fields, alertIds: [alert.id], twin: null as string | null };
  tenant.store.graphIncidents.add(incident);
  return incident;
}
const twin = (name: string | null) => tenant.store.sentinelIncidents.byName(name ?? '');

describe('Defender’s connector', () => {
  it('off: nothing arrives in Sentinel and no change travels either way', async () => {
    await set({ incidents: false });
    const incident = raise('70001', 'microsoftDefenderForEndpoint');
    await ask('graph.microsoft.com/v1.0/security/incidents/12345', { method: 'PATCH', body: { severity: 'low' } });
    await tenant.clock.advance(10 * minuteMs);
    expect(incident.twin).toBeNull();
    expect(mainIncident(tenant).sentinel.fields.severity).toBe('High');
    expect(await count("SecurityIncident | where ProviderIncidentId == '70001'")).toBe(0);
    expect(await hunt("AlertInfo | where AlertId == 'da70001'")).toHaveLength(1);
  });

  it('on again: what was missed comes when it next changes', async () => {
    await set({ incidents: false });
    const incident = raise('70001', 'microsoftDefenderForEndpoint');
    await tenant.clock.advance(10 * minuteMs);
    await set({ incidents: true });
    await tenant.clock.advance(10 * minuteMs);
    expect(incident.twin).toBeNull();
    await ask('graph.microsoft.com/v1.0/security/incidents/70001', { method: 'PATCH', body: { severity: 'low' } });
    await tenant.clock.advance(10 * minuteMs);
    expect(twin(incident.twin)?.fields.severity).toBe('Low');
  });

  it('without its alerts: incidents arrive, empty, and SecurityAlert stays still', async () => {
    await set({ alerts: false });
    const incident = raise('70001', 'microsoftDefenderForEndpoint');
    await tenant.clock.advance(10 * minuteMs);
    expect(twin(incident.twin)?.alertIds).toEqual([]);
    expect(await count("SecurityAlert | where VendorOriginalId == '70001'")).toBe(0);
    await set({ alerts: true });
    await tenant.clock.advance(minuteMs);
    expect(twin(incident.twin)?.alertIds).toEqual(['da70001']);
    expect(await count("SecurityAlert | where VendorOriginalId == '70001'")).toBe(1);
  });

  it('with filtered providers brings the alerts of those alone', async () => {
    const { name, kind, properties } = await named('MicrosoftThreatProtection');
    const filteredProviders = { alerts: ['microsoftDefenderForIdentity'] };
    const put = await ask(url(name), {
      method: 'PUT',
      body: { kind, properties: { ...properties, filteredProviders } },
    });
    expect(put.status).toBe(200);
    const incident = raise('70001', 'microsoftDefenderForEndpoint');
    await tenant.clock.advance(10 * minuteMs);
    expect(twin(incident.twin)?.alertIds).toEqual([]);
  });

  it('says in SentinelHealth what stopped and what flows again', async () => {
    await set({ incidents: false });
    await set({ incidents: true });
    expect(await health('MicrosoftThreatProtection')).toEqual([
      ['Data fetch status change', 'Failure', 'SecurityIncident', 'The data type was disconnected.'],
      ['Data fetch status change', 'Success', 'SecurityIncident', ''],
    ]);
  });

  it('says every hour of an outage what waits', async () => {
    const sync = (body: unknown) => ask('tenant.onequeue.test/sync', { method: 'POST', body });
    await sync({ paused: true });
    await tenant.clock.advance(125 * minuteMs);
    await sync({ paused: false });
    await tenant.clock.advance(125 * minuteMs);
    const rows = await health('MicrosoftThreatProtection');
    expect(rows.map((row) => [field(row, 0), field(row, 1)])).toEqual([
      ['Data fetch status change', 'Failure'],
      ['Data fetch failure summary', 'Informational'],
      ['Data fetch failure summary', 'Informational'],
      ['Data fetch status change', 'Success'],
    ]);
  });
});

describe('event tables', () => {
  const recent = (table: string) => `${table} | where Timestamp > datetime(2025-01-15T10:05:00Z)`;

  it('that are off stop arriving in the workspace, and hunting has them all', async () => {
    await begin({ rows: 20_000 });
    const state = await set({ events: { DeviceProcessEvents: false } });
    expect(field(state, 'events', 'DeviceProcessEvents')).toBe(false);
    await tenant.clock.advance(120 * minuteMs);
    const [hunted] = await hunt(`${recent('DeviceProcessEvents')} | count`);
    expect(Number(field(hunted, 'Count'))).toBeGreaterThan(0);
    expect(await count(recent('DeviceProcessEvents'))).toBe(0);
    expect(await count(recent('EmailEvents'))).toBeGreaterThan(0);
    expect(await count('DeviceProcessEvents')).toBeGreaterThan(0);
    await set({ events: true });
    await tenant.clock.advance(120 * minuteMs);
    expect(await count(recent('DeviceProcessEvents'))).toBeGreaterThan(0);
    expect(await count(`${recent('DeviceProcessEvents')} and Timestamp < datetime(2025-01-15T12:05:00Z)`)).toBe(0);
  });

  it('all stop when the connector is deleted, and SentinelHealth says so table by table', async () => {
    const { name } = await named('MicrosoftThreatProtection');
    expect((await ask(url(name), { method: 'DELETE' })).status).toBe(200);
    const rows = await health('MicrosoftThreatProtection');
    const tables = rows.map((row) => field(row, 2));
    for (const table of ['SecurityIncident', 'SecurityAlert', 'DeviceEvents', 'EmailEvents', 'AlertInfo']) {
      expect(tables).toContain(table);
    }
    expect(new Set(rows.map((row) => field(row, 1)))).toEqual(new Set(['Failure']));
  });

  it('are data types of the connector, known by their names', async () => {
    const body = { events: { SigninLogs: false } };
    expect((await ask('tenant.onequeue.test/connectors', { method: 'POST', body })).status).toBe(400);
    const { name, kind, properties } = await named('MicrosoftThreatProtection');
    const put = (types: object) => {
      const dataTypes = { ...properties.dataTypes, ...types };
      return ask(url(name), { method: 'PUT', body: { kind, properties: { ...properties, dataTypes } } });
    };
    expect((await put({ SigninLogs: { state: 'Disabled' } })).status).toBe(400);
    expect((await put({ EmailEvents: { state: 'Disabled' } })).status).toBe(200);
    expect(tenant.store.connections.flows('EmailEvents')).toBe(false);
    expect(await health('MicrosoftThreatProtection')).toEqual([
      ['Data fetch status change', 'Failure', 'EmailEvents', 'The table was disconnected.'],
    ]);
  });

  it('entities come with the directory that Defender for Identity reads', async () => {
    await begin({ rows: 20_000 });
    await set({ entities: false });
    await tenant.clock.advance(24 * 60 * minuteMs);
    expect(await count(recent('IdentityInfo'))).toBe(0);
    expect(await hunt(`${recent('IdentityInfo')} | take 1`)).toHaveLength(1);
    const setting = await ask(`${sentinelRoot}/settings/EntityAnalytics?${preview}`);
    expect(list(setting.body, 'properties', 'entityProviders')).toEqual(['AzureActiveDirectory']);
  });
});

describe('component connectors', () => {
  const kinds = [
    'MicrosoftDefenderAdvancedThreatProtection',
    'AzureAdvancedThreatProtection',
    'OfficeATP',
    'OfficeIRM',
    'MicrosoftCloudAppSecurity',
    'AzureActiveDirectory',
  ];

  it.each(kinds)('%s looks connected and cannot be disconnected before Defender’s is', async (kind) => {
    const { name, properties } = await named(kind);
    expect(properties.dataTypes?.alerts?.state).toBe('Enabled');
    const off = { kind, properties: { dataTypes: { alerts: { state: 'Disabled' } } } };
    for (const answer of [
      await ask(url(name), { method: 'PUT', body: off }),
      await ask(url(name), { method: 'DELETE' }),
    ]) {
      expect(answer.status).toBe(400);
      expect(String(field(answer.body, 'error', 'message'))).toMatch(
        /must first disconnect the Microsoft Defender XDR/,
      );
    }
    expect((await named(kind)).properties.dataTypes?.alerts?.state).toBe('Enabled');
    await set({ incidents: false });
    expect((await ask(url(name), { method: 'PUT', body: off })).status).toBe(200);
    await set({ incidents: true });
    expect((await named(kind)).properties.dataTypes?.alerts?.state).toBe('Enabled');
  });

  it('bring their alerts alone, without an incident, while Defender’s is off', async () => {
    await set({ incidents: false });
    const incidents = [...tenant.store.sentinelIncidents.all()].length;
    raise('70001', 'microsoftDefenderForEndpoint');
    expect(await count("SecurityAlert | where VendorOriginalId == '70001'")).toBe(1);
    expect([...tenant.store.sentinelIncidents.all()]).toHaveLength(incidents);
    const { name } = await named('MicrosoftDefenderAdvancedThreatProtection');
    await ask(url(name), { method: 'DELETE' });
    raise('70002', 'microsoftDefenderForEndpoint');
    expect(await count("SecurityAlert | where VendorOriginalId == '70002'")).toBe(0);
  });
});

describe('rules that make incidents of Microsoft’s alerts', () => {
  const rule = async () => {
    const { body } = await ask(`${sentinelRoot}/alertRules?${apiVersion}`);
    const found = list(body, 'value').find((one) => field(one, 'kind') === 'MicrosoftSecurityIncidentCreation');
    return { name: String(field(found, 'name')), properties: field(found, 'properties') };
  };
  const enable = async () => {
    const { name, properties } = await rule();
    const body = { kind: 'MicrosoftSecurityIncidentCreation', properties: { ...Object(properties), enabled: true } };
    return ask(`${sentinelRoot}/alertRules/${name}?${apiVersion}`, { method: 'PUT', body });
  };

  it('cannot be switched on while Defender makes the incidents', async () => {
    const answer = await enable();
    expect(answer.status).toBe(400);
    expect(String(field(answer.body, 'error', 'message'))).toMatch(/duplicated/);
  });

  it('work while Defender’s connector is off, and are switched off with a reason when it is connected', async () => {
    await set({ incidents: false });
    expect((await enable()).status).toBe(200);
    raise('70001', 'azureAdIdentityProtection');
    raise('70002', 'microsoftDefenderForEndpoint');
    const own = [...tenant.store.sentinelIncidents.all()].filter(({ alertIds }) => alertIds.includes('da70001'));
    expect(own).toHaveLength(1);
    expect(own[0]?.twin).toBeNull();
    expect([...tenant.store.sentinelIncidents.all()].some(({ alertIds }) => alertIds.includes('da70002'))).toBe(false);
    expect(await count("SecurityAlert | where VendorOriginalId == '70001'")).toBe(1);
    await set({ incidents: true });
    const { name, properties } = await rule();
    expect(field(properties, 'enabled')).toBe(false);
    expect(field(properties, 'description')).toMatch(
      /Disabled by the Microsoft Defender XDR connector on 2025-01-15T10:05/,
    );
    const audit = await kql(
      `SentinelAudit | where SentinelResourceId endswith '${name}' | project tostring(ExtendedProperties.CallerName)`,
    );
    expect(audit.at(-1)).toEqual(['Microsoft Defender XDR connector']);
  });
});

describe('Defender for Cloud', () => {
  it('without its connector the incidents are empty in Sentinel; with it they fill', async () => {
    await set({ defenderForCloud: false });
    const incident = raise('70001', 'microsoftDefenderForCloud');
    await tenant.clock.advance(10 * minuteMs);
    const alerts = async () =>
      list(
        (await ask(`${sentinelRoot}/incidents/${incident.twin}/alerts?${apiVersion}`, { method: 'POST' })).body,
        'value',
      );
    expect(incident.twin).not.toBeNull();
    expect(await alerts()).toEqual([]);
    await set({ defenderForCloud: true });
    await tenant.clock.advance(minuteMs);
    expect(await alerts()).toHaveLength(1);
  });

  it('what came before it was switched off stays', async () => {
    const incident = raise('70001', 'microsoftDefenderForCloud');
    await tenant.clock.advance(10 * minuteMs);
    await set({ defenderForCloud: false });
    await tenant.clock.advance(10 * minuteMs);
    expect(twin(incident.twin)?.alertIds).toEqual(['da70001']);
  });
});

describe('diagnostic settings and other connectors', () => {
  const since = (query: string) => `${query} | where TimeGenerated > datetime(2025-01-15T10:05:00Z)`;

  it('Key Vault’s off: AzureDiagnostics has no new rows anywhere until it is on again', async () => {
    await begin({ rows: 20_000 });
    await set({ diagnostics: { keyVault: false } });
    await tenant.clock.advance(6 * 60 * minuteMs);
    expect(await count(since('AzureDiagnostics'))).toBe(0);
    const [hunted] = await hunt(`${since('AzureDiagnostics')} | count`);
    expect(field(hunted, 'Count')).toBe(0);
    expect(await count('AzureDiagnostics')).toBeGreaterThan(0);
    await set({ diagnostics: { keyVault: true } });
    await tenant.clock.advance(6 * 60 * minuteMs);
    expect(await count(since('AzureDiagnostics'))).toBeGreaterThan(0);
  });

  it('Microsoft 365’s mailboxes off: OfficeActivity goes on without them', async () => {
    await begin({ rows: 20_000 });
    const { name, kind, properties } = await named('Office365');
    const dataTypes = { ...properties.dataTypes, exchange: { state: 'Disabled' } };
    expect(
      (await ask(url(name), { method: 'PUT', body: { kind, properties: { ...properties, dataTypes } } })).status,
    ).toBe(200);
    await tenant.clock.advance(6 * 60 * minuteMs);
    const rows = await kql(`${since('OfficeActivity')} | summarize by OfficeWorkload`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).not.toContainEqual(['Exchange']);
  });
});

describe('the method of integration', () => {
  const provider = async (name: string) =>
    field((await ask(`${sentinelRoot}/incidents/${name}?${apiVersion}`)).body, 'properties', 'providerName');

  it('gives Defender’s incidents their name', async () => {
    const { name } = mainIncident(tenant).sentinel;
    expect(await provider(name)).toBe('Microsoft XDR');
    const verify = 'SecurityIncident | where ProviderName == "Microsoft 365 Defender" | take 10';
    expect(await kql(verify)).toEqual([]);
    await set({ method: 'azure' });
    expect(await provider(name)).toBe('Microsoft 365 Defender');
    raise('70001', 'microsoftDefenderForEndpoint');
    await tenant.clock.advance(10 * minuteMs);
    expect((await kql(verify)).length).toBeGreaterThan(0);
    await set({ method: 'unified' });
    expect(await provider(name)).toBe('Microsoft XDR');
  });

  it('in the Azure portal alone, analytics rules make incidents that Defender never hears of', async () => {
    await begin({ rows: 0, detection: true });
    await set({ method: 'azure' });
    const before = new Set([...tenant.store.graphIncidents.all()].map(({ id }) => id));
    await tenant.clock.advance(90 * minuteMs);
    const rules = [ruleIds.signInThenAzure, ruleIds.lateralAzure, ruleIds.credentialAccess];
    const made = [...tenant.store.sentinelIncidents.all()].filter(
      ({ twin: of, createdAt, relatedAnalyticRuleIds }) =>
        of === null &&
        createdAt > '2025-01-15T10:05:00Z' &&
        rules.some((id) => relatedAnalyticRuleIds.some((related) => related.endsWith(id))),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(await provider(made[0]?.name ?? '')).toBe('Azure Sentinel');
    const alerts = new Set(made.flatMap(({ alertIds }) => alertIds));
    for (const incident of tenant.store.graphIncidents.all()) {
      if (!before.has(incident.id)) expect(incident.alertIds.some((id) => alerts.has(id))).toBe(false);
    }
    const [first] = [...alerts];
    expect((await ask(`graph.microsoft.com/v1.0/security/alerts_v2/${first}`)).status).toBe(404);
  });
});
