/** What the workspace is connected with, what is switched on in it, and what it knows about entities. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentinelContentPackage, sentinelContentPackageList } from '@/lib/wire/sentinel/content-package';
import { sentinelDataConnector, sentinelDataConnectorList } from '@/lib/wire/sentinel/data-connector';
import { sentinelConnectorRequirements } from '@/lib/wire/sentinel/data-connector-requirements';
import { sentinelEntity, sentinelEntityList } from '@/lib/wire/sentinel/entity';
import {
  sentinelEntityPage,
  sentinelExpandReply,
  sentinelInsightsReply,
  sentinelTimelineReply,
} from '@/lib/wire/sentinel/entity-page';
import { sentinelOnboardingState, sentinelOnboardingStateList } from '@/lib/wire/sentinel/onboarding-state';
import { sentinelSetting, sentinelSettingList } from '@/lib/wire/sentinel/setting';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, list, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const preview = 'api-version=2025-10-01-preview';
const send = (method: string, path: string, version: string, body?: unknown) =>
  ask(`${sentinelRoot}/${path}?${version}`, { method, ...(body === undefined ? {} : { body }) });

describe('data connectors', () => {
  it('say which of their data flows; Defender XDR’s only in preview versions', async () => {
    const stable = sentinelDataConnectorList.parse((await send('GET', 'dataConnectors', apiVersion)).body).value;
    expect(stable.map((one) => one.kind)).toContain('AzureActiveDirectory');
    expect(stable.map((one) => one.kind)).not.toContain('MicrosoftThreatProtection');
    const newer = sentinelDataConnectorList.parse((await send('GET', 'dataConnectors', preview)).body).value;
    const xdr = newer.find((one) => one.kind === 'MicrosoftThreatProtection');
    expect(xdr?.properties.dataTypes).toEqual({ incidents: { state: 'Enabled' }, alerts: { state: 'Enabled' } });
    expect((await send('GET', `dataConnectors/${xdr?.name ?? ''}`, apiVersion)).status).toBe(404);
  });

  it('are switched off by a PUT, but never change their kind', async () => {
    const newer = sentinelDataConnectorList.parse((await send('GET', 'dataConnectors', preview)).body).value;
    const xdr = newer.find((one) => one.kind === 'MicrosoftThreatProtection');
    const path = `dataConnectors/${xdr?.name ?? ''}`;
    const off = {
      kind: 'MicrosoftThreatProtection',
      etag: xdr?.etag,
      properties: { dataTypes: { incidents: { state: 'Disabled' } } },
    };
    const put = await send('PUT', path, preview, off);
    expect(put.status).toBe(200);
    expect(sentinelDataConnector.parse(put.body).properties.dataTypes).toEqual({ incidents: { state: 'Disabled' } });
    expect((await send('PUT', path, preview, off)).status).toBe(409);
    expect((await send('PUT', path, preview, { ...off, etag: null, kind: 'Office365' })).status).toBe(400);
  });
});

describe('what connecting needs', () => {
  const check = (kind: string, version = preview, as?: 'reader') =>
    ask(`${sentinelRoot}/dataConnectorsCheckRequirements?${version}`, {
      method: 'POST',
      body: { kind, properties: { tenantId: tenant.store.company.tenant.tenantId } },
      ...(as ? { as } : {}),
    });

  it('is there for whoever may write connectors, and is checked in preview versions', async () => {
    const valid = sentinelConnectorRequirements.parse((await check('MicrosoftThreatProtection')).body);
    expect(valid).toEqual({ authorizationState: 'Valid', licenseState: 'Valid' });
    const reader = (await check('MicrosoftThreatProtection', preview, 'reader')).body;
    expect(sentinelConnectorRequirements.parse(reader).authorizationState).toBe('Invalid');
    expect((await check('MicrosoftThreatProtection', apiVersion)).status).toBe(404);
    expect((await check('CarrierPigeon')).status).toBe(400);
  });

  it('a stable version makes no connector that it does not know, and Defender’s says whether it brings incidents', async () => {
    const put = (version: string, dataTypes: object) =>
      send('PUT', 'dataConnectors/second', version, { kind: 'MicrosoftThreatProtection', properties: { dataTypes } });
    expect((await put(apiVersion, { incidents: { state: 'Enabled' } })).status).toBe(400);
    expect((await put(preview, { alerts: { state: 'Enabled' } })).status).toBe(400);
  });
});

describe('a workspace without Sentinel', () => {
  it('answers for nothing but its onboarding, until it is onboarded again', async () => {
    expect((await send('DELETE', 'onboardingStates/default', apiVersion)).status).toBe(200);
    expect((await send('DELETE', 'onboardingStates/default', apiVersion)).status).toBe(204);
    const refused = await send('GET', 'incidents', apiVersion);
    expect(refused.status).toBe(400);
    expect(field(refused.body, 'error', 'message')).toMatch(/not onboarded to Microsoft Sentinel/);
    expect(list((await send('GET', 'onboardingStates', apiVersion)).body, 'value')).toEqual([]);
    const body = { properties: { customerManagedKey: false } };
    expect((await send('PUT', 'onboardingStates/other', apiVersion, body)).status).toBe(400);
    const created = await send('PUT', 'onboardingStates/default', apiVersion, body);
    expect(created.status).toBe(201);
    sentinelOnboardingState.parse(created.body);
    expect((await send('PUT', 'onboardingStates/default', apiVersion, body)).status).toBe(200);
    expect((await send('GET', 'incidents', apiVersion)).status).toBe(200);
  });
});

describe('settings, onboarding and content', () => {
  it('settings are a preview resource of four kinds', async () => {
    const { value } = sentinelSettingList.parse((await send('GET', 'settings', preview)).body);
    expect(value.map((one) => one.name)).toEqual(['Anomalies', 'EyesOn', 'EntityAnalytics', 'Ueba']);
    expect((await send('GET', 'settings', apiVersion)).status).toBe(404);
    const put = await send('PUT', 'settings/Ueba', preview, {
      kind: 'Ueba',
      properties: { dataSources: ['AuditLogs'] },
    });
    expect(sentinelSetting.parse(put.body).properties.dataSources).toEqual(['AuditLogs']);
    expect((await send('PUT', 'settings/Ueba', preview, { kind: 'EyesOn', properties: {} })).status).toBe(400);
    expect(
      (await send('PUT', 'settings/Ueba', preview, { kind: 'Ueba', properties: { dataSources: ['x'] } })).status,
    ).toBe(400);
    expect((await send('DELETE', 'settings/EyesOn', preview)).status).toBe(200);
    expect((await send('GET', 'settings/EyesOn', preview)).status).toBe(404);
  });

  it('the workspace is onboarded, and solutions are installed', async () => {
    const states = sentinelOnboardingStateList.parse((await send('GET', 'onboardingStates', apiVersion)).body);
    expect(states.value.map((one) => one.name)).toEqual(['default']);
    sentinelOnboardingState.parse((await send('GET', 'onboardingStates/default', apiVersion)).body);
    const packages = sentinelContentPackageList.parse((await send('GET', 'contentPackages', apiVersion)).body).value;
    expect(packages.map((one) => one.properties.displayName)).toContain('Microsoft Defender XDR');
    const one = await send('GET', `contentPackages/${packages[0]?.name ?? ''}`, apiVersion);
    expect(sentinelContentPackage.parse(one.body).properties.contentKind).toBe('Solution');
  });
});

describe('entities', () => {
  let name: string;
  beforeAll(async () => {
    const incident = `incidents/${mainIncident(tenant).sentinel.name}`;
    const { entities } = sentinelEntityList.parse((await send('POST', `${incident}/entities`, apiVersion)).body);
    name = entities.find((entity) => entity.kind === 'Account')?.name ?? '';
  });

  it('are the ones that incidents name', async () => {
    expect(sentinelEntity.parse((await send('GET', `entities/${name}`, preview)).body).kind).toBe('Account');
    const page = sentinelEntityPage.parse((await send('GET', 'entities', preview)).body);
    expect(page.value).toHaveLength(100);
    expect(page.nextLink).toBeTruthy();
    expect((await send('GET', `entities/${name}`, apiVersion)).status).toBe(404);
    expect((await send('GET', 'entities/none', preview)).status).toBe(404);
  });

  it('expand to their alerts and to the entities in them, within a time', async () => {
    const queries = list((await send('GET', 'entityQueries', preview)).body, 'value');
    const [alerts, entities] = queries.map((query) => String(field(query, 'name')));
    const expand = (body: unknown) => send('POST', `entities/${name}/expand`, preview, body);
    const found = sentinelExpandReply.parse((await expand({ expansionId: alerts })).body);
    expect(found.metaData.aggregations).toEqual([{ entityKind: 'SecurityAlert', count: found.value.entities.length }]);
    expect(found.value.entities.length).toBeGreaterThan(0);
    const near = sentinelExpandReply.parse((await expand({ expansionId: entities })).body).value.entities;
    expect(near.map((entity) => entity.kind)).toContain('Ip');
    expect(near.map((entity) => entity.name)).not.toContain(name);
    const long = { expansionId: alerts, startTime: '2020-01-01T00:00:00Z', endTime: '2020-01-02T00:00:00Z' };
    expect(sentinelExpandReply.parse((await expand(long)).body).value.entities).toEqual([]);
    expect((await expand({ expansionId: name })).status).toBe(400);
  });

  it('have a timeline of alerts and an insight', async () => {
    const span = { startTime: '2024-12-01T00:00:00Z', endTime: '2025-01-16T00:00:00Z' };
    const timeline = (body: unknown) => send('POST', `entities/${name}/getTimeline`, preview, body);
    const all = sentinelTimelineReply.parse((await timeline(span)).body);
    expect(all.metaData.totalCount).toBe(all.value.length);
    expect(all.value.length).toBeGreaterThan(0);
    const none = sentinelTimelineReply.parse((await timeline({ ...span, kinds: ['Anomaly'] })).body);
    expect(none.value).toEqual([]);
    expect((await timeline({ startTime: span.startTime })).status).toBe(400);
    const insights = await send('POST', `entities/${name}/getInsights`, preview, span);
    const { tableQueryResults } = sentinelInsightsReply.parse(insights.body).value[0] ?? expect.unreachable();
    const counted = tableQueryResults.rows.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(counted).toBe(all.value.length);
  });
});
