/** Threat intelligence and saved searches: what analysts write, and what queries then meet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentinelSavedSearch, sentinelSavedSearchList } from '@/lib/wire/sentinel/saved-search';
import {
  sentinelIndicator,
  sentinelIndicatorList,
  sentinelIndicatorMetrics,
} from '@/lib/wire/sentinel/threat-intelligence';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, logRows, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const send = (method: string, path: string, body?: unknown) =>
  ask(`${path}?${apiVersion}`, { method, ...(body === undefined ? {} : { body }) });
const rows = (query: string) => logRows(ask, query);

describe('threat intelligence', () => {
  const root = `${sentinelRoot}/threatIntelligence/main`;
  const properties = {
    source: 'Microsoft Sentinel',
    displayName: 'Beacon',
    pattern: "[ipv4-addr:value = '203.0.113.77']",
    patternType: 'ipv4-addr',
    threatTypes: ['C2'],
    confidence: 90,
    validFrom: '2025-01-15T00:00:00Z',
    validUntil: '2025-02-15T00:00:00Z',
  };

  it('makes an indicator once, and queries find it in both tables', async () => {
    const made = await send('POST', `${root}/createIndicator`, { kind: 'indicator', properties });
    expect(made.status).toBe(201);
    const indicator = sentinelIndicator.parse(made.body);
    expect(indicator.properties.parsedPattern?.[0]?.patternTypeValues?.[0]?.value).toBe('203.0.113.77');
    const again = await send('POST', `${root}/createIndicator`, { kind: 'indicator', properties });
    expect([again.status, sentinelIndicator.parse(again.body).name]).toEqual([200, indicator.name]);
    const old =
      "ThreatIntelligenceIndicator | where NetworkIP == '203.0.113.77' | take 1 | project Active, ConfidenceScore";
    expect(await rows(old)).toEqual([[true, 90]]);
    const next =
      "ThreatIntelIndicators | where ObservableValue == '203.0.113.77' | take 1 | project ObservableKey, IsActive";
    expect(await rows(next)).toEqual([['ipv4-addr:value', true]]);
  });

  it.each([
    ['no kind', { properties }],
    ['no pattern', { kind: 'indicator', properties: { ...properties, pattern: '' } }],
    ['what is not a pattern', { kind: 'indicator', properties: { ...properties, pattern: 'evil' } }],
    ['more than certain', { kind: 'indicator', properties: { ...properties, confidence: 101 } }],
  ])('refuses %s', async (_, body) => {
    expect((await send('POST', `${root}/createIndicator`, body)).status).toBe(400);
  });

  it('is asked by confidence, source and keyword, a page at a time', async () => {
    const ask100 = (body: unknown) => send('POST', `${root}/queryIndicators`, body);
    const sure = sentinelIndicatorList.parse((await ask100({ minConfidence: 90 })).body).value;
    expect(sure.length).toBeGreaterThan(1);
    expect(sure.every((one) => (one.properties.confidence ?? 0) >= 90)).toBe(true);
    const feed = {
      sources: ['contoso tip'],
      pageSize: 2,
      sortBy: [{ itemKey: 'confidence', sortOrder: 'descending' }],
    };
    const first = sentinelIndicatorList.parse((await ask100(feed)).body);
    expect(first.value.map((one) => one.properties.confidence)).toEqual([99, 95]);
    const next = String(first.nextLink).replace('https://', '');
    const second = sentinelIndicatorList.parse((await ask(next, { method: 'POST', body: feed })).body);
    expect(second.value[0]?.properties.confidence).toBe(90);
    expect(sentinelIndicatorList.parse((await ask100({ keywords: ['beacon'] })).body).value).toHaveLength(1);
    const counted = sentinelIndicatorMetrics.parse((await send('GET', `${root}/metrics`)).body).value[0];
    expect(counted?.properties.sourceMetrics).toContainEqual({ metricName: 'Microsoft Sentinel', metricValue: 1 });
  });

  it('is tagged, replaced and deleted', async () => {
    const { value } = sentinelIndicatorList.parse(
      (await send('POST', `${root}/queryIndicators`, { keywords: ['beacon'] })).body,
    );
    const one = `${root}/indicators/${value[0]?.name ?? ''}`;
    expect((await send('POST', `${one}/appendTags`, { threatIntelligenceTags: ['hunt'] })).status).toBe(200);
    const tagged = sentinelIndicator.parse((await send('GET', one)).body);
    expect(tagged.properties.threatIntelligenceTags).toEqual(['hunt']);
    const stale = { kind: 'indicator', etag: value[0]?.etag, properties };
    expect((await send('PUT', one, stale)).status).toBe(409);
    expect((await send('PUT', one, { ...stale, etag: tagged.etag })).status).toBe(200);
    expect((await send('DELETE', one)).status).toBe(200);
    expect((await send('DELETE', one)).status).toBe(204);
    expect(await rows('ThreatIntelIndicators | where IsDeleted | count')).toEqual([[1]]);
  });
});

describe('saved searches', () => {
  const root = `management.azure.com${tenantFacts.workspaceResourceId}/savedSearches`;
  const saved = (method: string, name: string, body?: unknown) =>
    ask(`${root}/${name}?api-version=2020-08-01`, { method, ...(body === undefined ? {} : { body }) });
  const put = (name: string, properties: unknown) => saved('PUT', name, { properties });
  const base = { category: 'Mine', displayName: 'Twice', query: 'print Doubled = n * 2' };

  it('with an alias are functions of the next query, and gone when deleted', async () => {
    const made = await put('twice', { ...base, functionAlias: 'Twice', functionParameters: 'n:long = 4' });
    expect(made.status).toBe(200);
    expect(sentinelSavedSearch.parse(made.body).properties.functionAlias).toBe('Twice');
    expect(await rows('Twice(21)')).toEqual([[42]]);
    expect(await rows('Twice')).toEqual([[8]]);
    await put('twice', { ...base, query: 'print n * 3', functionAlias: 'Twice', functionParameters: 'n:long = 4' });
    expect(await rows('Twice(2)')).toEqual([[6]]);
    expect((await saved('DELETE', 'twice')).status).toBe(200);
    const { status } = await ask(queryUrl, { method: 'POST', body: { query: 'Twice(21)' } });
    expect(status).toBe(400);
  });

  it('are listed with those the SOC keeps, which run', async () => {
    const { body } = await ask(`${root}?api-version=2025-02-01`);
    expect(sentinelSavedSearchList.parse(body).value.map((one) => one.name)).toContain('soc-privileged-users');
    expect(await rows('PrivilegedUsers | where UserPrincipalName startswith "helena.marsh" | project Tags')).toEqual([
      ['Executive'],
    ]);
    expect(await rows('FailedSignIns(30d) | summarize take_any(1)')).toHaveLength(1);
  });

  it('refuse an alias that is taken or no name, and want the version of their own namespace', async () => {
    expect((await put('x', { ...base, functionAlias: 'FailedSignIns' })).status).toBe(400);
    expect((await put('x', { ...base, functionAlias: 'no name' })).status).toBe(400);
    expect((await put('x', { displayName: 'no category' })).status).toBe(400);
    expect((await ask(`${root}?${apiVersion}`)).status).toBe(400);
  });
});
