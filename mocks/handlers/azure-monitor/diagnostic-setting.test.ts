/** Where the key vaults send their logs, as Azure Monitor says it, and what it means for the rows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  azureDiagnosticSetting,
  azureDiagnosticSettingList,
  diagnosticSettingsApiVersion,
} from '@/lib/wire/azure-monitor/diagnostic-setting';
import { keyVault } from '@/mocks/company/azure';
import { vaultRow } from '@/mocks/company/telemetry/cloud';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const version = `api-version=${diagnosticSettingsApiVersion}`;
const root = `management.azure.com${keyVault.id}/providers/Microsoft.Insights/diagnosticSettings`;
let tenant: Tenant;
let ask: Ask;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const settings = async () => azureDiagnosticSettingList.parse((await ask(`${root}?${version}`)).body).value;
/** A read of a secret now, as it reaches the logs; answers whether anybody kept it. */
function isKept(): boolean {
  const row = vaultRow({
    at: tenant.clock.nowMs(),
    upn: '',
    appId: '',
    callerIp: '198.51.100.10',
    vault: keyVault,
    operation: 'SecretGet',
    path: 'secrets/erp-api-token',
    allowed: true,
    correlationId: '',
  });
  return tenant.store.connections.heard({ table: 'AzureDiagnostics', rows: [row] }).rows.length === 1;
}

describe('diagnostic settings of a key vault', () => {
  it('send its audit log to the workspace from the start', async () => {
    const [setting, ...others] = await settings();
    expect(others).toEqual([]);
    expect(setting?.properties.workspaceId).toBe(tenantFacts.workspaceResourceId);
    expect(setting?.properties.logs).toMatchObject([{ category: 'AuditEvent', enabled: true }]);
    const one = await ask(`${root}/${setting?.name}?${version}`);
    expect(azureDiagnosticSetting.parse(one.body)).toEqual(setting);
    expect(isKept()).toBe(true);
  });

  it('removed: its events are lost, until another one is made', async () => {
    const [setting] = await settings();
    const url = `${root}/${setting?.name}?${version}`;
    expect((await ask(url, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(url, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(url)).status).toBe(404);
    expect(await settings()).toEqual([]);
    await tenant.clock.advance(60_000);
    expect(isKept()).toBe(false);
    const workspaceId = tenantFacts.workspaceResourceId.toUpperCase();
    const logs = [{ categoryGroup: 'audit', enabled: true }];
    const put = await ask(`${root}/to-sentinel?${version}`, {
      method: 'PUT',
      body: { properties: { workspaceId, logs } },
    });
    expect(put.status).toBe(200);
    expect(azureDiagnosticSetting.parse(put.body).name).toBe('to-sentinel');
    expect(isKept()).toBe(true);
  });

  it.each([
    { workspaceId: '/subscriptions/other', logs: [{ category: 'AuditEvent', enabled: true }] },
    { workspaceId: tenantFacts.workspaceResourceId, logs: [{ category: 'AuditEvent', enabled: false }] },
    { workspaceId: tenantFacts.workspaceResourceId, metrics: [{ category: 'AllMetrics', enabled: true }] },
  ])('that do not send the audit log to the workspace are no use: %j', async (properties) => {
    const [setting] = await settings();
    expect((await ask(`${root}/${setting?.name}?${version}`, { method: 'PUT', body: { properties } })).status).toBe(
      200,
    );
    await tenant.clock.advance(60_000);
    expect(isKept()).toBe(false);
  });

  it('need a sink, a version, a vault, and rights', async () => {
    const put = (url: string, as?: 'reader') =>
      ask(url, { method: 'PUT', body: { properties: { logs: [] } }, ...(as ? { as } : {}) });
    expect((await put(`${root}/x?${version}`)).status).toBe(400);
    expect((await ask(root)).status).toBe(400);
    expect((await ask(`${root}?api-version=2017-05-01`)).status).toBe(400);
    expect((await ask(`${root.replace('kv-contoso-prod', 'kv-nowhere')}?${version}`)).status).toBe(404);
    expect((await put(`${root}/x?${version}`, 'reader')).status).toBe(403);
    expect((await ask(`${root}?${version}`, { as: 'reader' })).status).toBe(200);
  });
});
