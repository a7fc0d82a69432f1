/** An isolated device falls silent in the logs, but for its heartbeat, until it is released. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, list } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const minuteMs = 60_000;

it('writes nothing of its own while it is isolated, and is heard again when released', async () => {
  const { endpoint, company } = tenant.store;
  const { device } =
    endpoint.machines.byId(company.laptopOf(company.person('alex.johnson')).deviceId) ?? expect.unreachable();
  const row = (at: number) => ({ Timestamp: at, DeviceId: device.deviceId, ActionType: 'x' });
  const heard = (table: string) => endpoint.heard({ table, rows: [row(tenant.clock.nowMs())] }).rows.length;
  const order = async (path: string, body: unknown) => {
    const url = `api.security.microsoft.com/api/machines/${device.deviceId}/${path}`;
    expect((await ask(url, { method: 'POST', body })).status).toBe(201);
    const before = heard('DeviceProcessEvents');
    await tenant.clock.advance(2 * minuteMs);
    return before;
  };

  expect(await order('isolate', { Comment: 'stop', IsolationType: 'Full' })).toBe(1);
  const tables = [
    'DeviceProcessEvents',
    'DeviceNetworkEvents',
    'DeviceFileEvents',
    'DeviceLogonEvents',
    'DeviceEvents',
  ];
  expect(tables.map(heard)).toEqual([0, 0, 0, 0, 0]);
  expect(['DeviceInfo', 'DeviceNetworkInfo', 'SigninLogs'].map(heard)).toEqual([1, 1, 1]);
  // What it did before is still on its way.
  const early = [row(tenant.clock.nowMs() - 60 * minuteMs)];
  expect(endpoint.heard({ table: 'DeviceProcessEvents', rows: early }).rows).toHaveLength(1);

  expect(await order('unisolate', { Comment: 'clean' })).toBe(0);
  expect(tables.map(heard)).toEqual([1, 1, 1, 1, 1]);

  const query = {
    Query: `union (DeviceEvents | where DeviceId == '${device.deviceId}' | where ActionType in ('IsolateDevice', 'ReleaseFromIsolation') | project Timestamp, What = strcat('done ', ActionType)), (CloudAppEvents | where ObjectId == '${device.deviceId}' | project Timestamp, What = strcat('ordered ', ActionType)) | sort by Timestamp asc | project What`,
  };
  const { body } = await ask('graph.microsoft.com/v1.0/security/runHuntingQuery', { method: 'POST', body: query });
  expect(list(body, 'results').map((one) => Reflect.get(Object(one), 'What'))).toEqual([
    'ordered IsolateDevice',
    'done IsolateDevice',
    'ordered ReleaseFromIsolation',
    'done ReleaseFromIsolation',
  ]);
});
