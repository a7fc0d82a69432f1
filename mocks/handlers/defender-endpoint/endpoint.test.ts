import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointHuntingReply } from '@/lib/wire/defender-endpoint/hunting';
import {
  endpointIndicator,
  endpointIndicatorImportReply,
  endpointIndicatorList,
} from '@/lib/wire/defender-endpoint/indicator';
import {
  endpointAlertList,
  endpointMachine,
  endpointMachineList,
  endpointUserList,
} from '@/lib/wire/defender-endpoint/machine';
import {
  endpointMachineAction,
  endpointMachineActionList,
  endpointPackageUri,
} from '@/lib/wire/defender-endpoint/machine-action';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 4000, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const api = 'api.security.microsoft.com/api';
const minuteMs = 60_000;
const post = (path: string, body: unknown) => ask(`${api}/${path}`, { method: 'POST', body });
const codeOf = (body: unknown) => field(body, 'error', 'code');
/** One that is online, runs Windows and belongs to nobody's story. */
const machineAt = (index: number) => {
  const fit = tenant.store.endpoint.machines
    .all()
    .filter(({ device, online }) => online && device.osPlatform.startsWith('Windows11'));
  return fit[index] ?? expect.unreachable();
};
const actionAt = async (id: unknown) =>
  endpointMachineAction.parse((await ask(`${api}/machineactions/${String(id)}`)).body);

describe('machines', () => {
  it('are the company’s devices, by either host', async () => {
    const { value } = endpointMachineList.parse((await ask(`${api}/machines`)).body);
    expect(value).toHaveLength(tenant.store.company.devices.length);
    const [first] = value;
    const other = `api.securitycenter.microsoft.com/api/machines/${first?.computerDnsName ?? ''}`;
    expect(endpointMachine.parse((await ask(other)).body).id).toBe(first?.id);
  });

  it.each([
    [
      "osPlatform eq 'Windows11' and healthStatus eq 'Active'",
      (one: unknown) => field(one, 'osPlatform') === 'Windows11',
    ],
    ["startswith(computerDnsName,'dc-')", (one: unknown) => String(field(one, 'computerDnsName')).startsWith('dc-')],
    ["machineTags/any(tag: tag eq 'Tier 0')", (one: unknown) => list(one, 'machineTags').includes('Tier 0')],
    ["riskScore eq 'High'", (one: unknown) => field(one, 'riskScore') === 'High'],
    ["healthStatus eq 'Inactive'", (one: unknown) => field(one, 'healthStatus') === 'Inactive'],
  ])('filter by %s', async (filter, fits) => {
    const { value } = endpointMachineList.parse((await ask(`${api}/machines?$filter=${filter}`)).body);
    expect(value.length).toBeGreaterThan(0);
    expect(value.every(fits)).toBe(true);
  });

  it('cut by $top without a next link; what finds nothing is 404, what cannot be filtered 400', async () => {
    const { body } = await ask(`${api}/machines?$top=3&$skip=2`);
    expect(endpointMachineList.parse(body).value).toHaveLength(3);
    expect(field(body, '@odata.nextLink')).toBeUndefined();
    expect((await ask(`${api}/machines?$filter=computerDnsName eq 'none'`)).status).toBe(404);
    const refused = await ask(`${api}/machines?$filter=osProcessor eq 'x64'`);
    expect([refused.status, codeOf(refused.body)]).toEqual([400, 'ODataError']);
    expect(codeOf((await ask(`${api}/machines?$top=10001`)).body)).toBe('ODataError');
    expect(codeOf((await ask(`${api}/machines/none`)).body)).toBe('ResourceNotFound');
  });

  it('tell who signs in on them and what alerts they have, and take tags', async () => {
    const risky = endpointMachineList.parse((await ask(`${api}/machines?$filter=riskScore eq 'High'`)).body).value[0];
    const alerts = endpointAlertList.parse((await ask(`${api}/machines/${risky?.id ?? ''}/alerts`)).body).value;
    expect(alerts.some((alert) => alert.severity === 'High')).toBe(true);
    const { device } = machineAt(0);
    const users = endpointUserList.parse((await ask(`${api}/machines/${device.deviceId}/logonusers`)).body).value;
    expect(users.map((user) => user.accountName)).toEqual([device.owner?.accountName]);
    const tag = (Action: string) => post(`machines/${device.deviceId}/tags`, { Value: 'hunted', Action });
    expect(endpointMachine.parse((await tag('Add')).body).machineTags).toEqual(['hunted']);
    expect(endpointMachine.parse((await tag('Remove')).body).machineTags).toEqual([]);
    expect((await tag('Toggle')).status).toBe(400);
  });
});

describe('machine actions', () => {
  it('go from Pending over InProgress to Succeeded on the tenant’s clock', async () => {
    const { device } = machineAt(1);
    const ordered = await post(`machines/${device.deviceId}/runAntiVirusScan`, { Comment: 'look', ScanType: 'Quick' });
    expect(ordered.status).toBe(201);
    const action = endpointMachineAction.parse(ordered.body);
    expect(action).toMatchObject({
      type: 'RunAntiVirusScan',
      scope: 'Quick',
      status: 'Pending',
      requestor: 'OneQueue',
    });
    await tenant.clock.advance(30_000);
    expect((await actionAt(action.id)).status).toBe('InProgress');
    await tenant.clock.advance(10 * minuteMs);
    expect((await actionAt(action.id)).status).toBe('Succeeded');
    const query = `DeviceEvents | where DeviceId == '${device.deviceId}' and ActionType == 'AntivirusScanCompleted' | count`;
    const hunted = await post('advancedqueries/run', { Query: query });
    expect(endpointHuntingReply.parse(hunted.body).Results).toEqual([{ Count: 1 }]);
  });

  it('refuse the same order twice, and release while isolation is under way', async () => {
    const { device } = machineAt(2);
    const isolate = () => post(`machines/${device.deviceId}/isolate`, { Comment: 'stop', IsolationType: 'Full' });
    expect((await isolate()).status).toBe(201);
    const twice = await isolate();
    expect([twice.status, codeOf(twice.body)]).toEqual([400, 'ActiveRequestAlreadyExists']);
    const release = await post(`machines/${device.deviceId}/unisolate`, { Comment: 'go' });
    expect(codeOf(release.body)).toBe('ActiveRequestAlreadyExists');
  });

  it.each([
    ['no comment', 'isolate', { IsolationType: 'Full' }],
    ['an empty comment', 'isolate', { Comment: '', IsolationType: 'Full' }],
    ['members in lower case', 'isolate', { comment: 'x', isolationType: 'Full' }],
    ['values in lower case', 'isolate', { Comment: 'x', IsolationType: 'full' }],
    ['no type of scan', 'runAntiVirusScan', { Comment: 'x' }],
    ['a hash that is none', 'StopAndQuarantineFile', { Comment: 'x', Sha1: 'abc' }],
  ])('refuse %s', async (_, path, body) => {
    const refused = await post(`machines/${machineAt(3).device.deviceId}/${path}`, body);
    expect([refused.status, codeOf(refused.body)]).toEqual([400, 'InvalidRequestBody']);
  });

  it('refuse phones, offboarding, releasing what is not isolated, unknown machines and readers', async () => {
    const phone = tenant.store.company.devices.find((device) => device.role === 'phone');
    const isolate = { Comment: 'x', IsolationType: 'Full' };
    expect(codeOf((await post(`machines/${phone?.deviceId ?? ''}/isolate`, isolate)).body)).toBe(
      'OsPlatformNotSupported',
    );
    const { deviceId } = machineAt(3).device;
    expect((await post(`machines/${deviceId}/offboard`, { Comment: 'x' })).status).toBe(403);
    expect((await post(`machines/${deviceId}/unisolate`, { Comment: 'x' })).status).toBe(400);
    expect((await post('machines/none/isolate', isolate)).status).toBe(404);
    const reader = await ask(`${api}/machines/${deviceId}/isolate`, { method: 'POST', body: isolate, as: 'reader' });
    expect(reader.status).toBe(403);
  });

  it('can be cancelled until they are final', async () => {
    const { deviceId } = machineAt(4).device;
    const { id } = endpointMachineAction.parse(
      (await post(`machines/${deviceId}/collectInvestigationPackage`, { Comment: 'x' })).body,
    );
    const cancelled = await post(`machineactions/${id}/cancel`, { Comment: 'no need' });
    expect(endpointMachineAction.parse(cancelled.body)).toMatchObject({
      status: 'Cancelled',
      cancellationComment: 'no need',
    });
    expect((await post(`machineactions/${id}/cancel`, { Comment: 'again' })).status).toBe(400);
    await tenant.clock.advance(30 * minuteMs);
    expect((await actionAt(id)).status).toBe('Cancelled');
    expect((await ask(`${api}/machineactions/${id}/getPackageUri`)).status).toBe(404);
    const second = endpointMachineAction.parse(
      (await post(`machines/${deviceId}/collectInvestigationPackage`, { Comment: 'x' })).body,
    );
    await tenant.clock.advance(15 * minuteMs);
    const uri = endpointPackageUri.parse((await ask(`${api}/machineactions/${second.id}/getPackageUri`)).body);
    expect(uri.value).toContain(second.id);
  });

  it('fail on a device that is offline, after it was waited for', async () => {
    const offline = tenant.store.endpoint.machines
      .all()
      .find(({ online, device }) => !online && device.osPlatform.startsWith('Windows'));
    const ordered = await post(`machines/${offline?.device.deviceId ?? ''}/isolate`, {
      Comment: 'x',
      IsolationType: 'Full',
    });
    const { id } = endpointMachineAction.parse(ordered.body);
    await tenant.clock.advance(minuteMs);
    expect((await actionAt(id)).status).toBe('Pending');
    await tenant.clock.advance(15 * minuteMs);
    expect((await actionAt(id)).status).toBe('Failed');
    expect(offline?.isolation).toBeNull();
  });

  it('are listed, the newest first, by machine and by status', async () => {
    const { value } = endpointMachineActionList.parse((await ask(`${api}/machineactions`)).body);
    const times = value.map((action) => action.creationDateTimeUtc);
    expect(times).toEqual([...times].sort().reverse());
    const failed = endpointMachineActionList.parse(
      (await ask(`${api}/machineactions?$filter=status eq 'Failed' and type eq 'Isolate'`)).body,
    );
    expect(failed.value).toHaveLength(1);
  });
});

describe('indicators', () => {
  const base = { title: 'Bad', description: 'Seen in a hunt', action: 'Block', severity: 'High' };
  const address = { ...base, indicatorValue: '203.0.113.66', indicatorType: 'IpAddress' };

  it('are submitted with 200, replaced by value and type, filtered and deleted', async () => {
    const made = endpointIndicator.parse((await post('indicators', address)).body);
    expect(made).toMatchObject({ sourceType: 'AadApp', createdByDisplayName: 'OneQueue' });
    const again = endpointIndicator.parse(
      (await post('indicators', { ...address, action: 'Audit', generateAlert: true })).body,
    );
    expect([again.id, again.action]).toEqual([made.id, 'Audit']);
    const found = await ask(`${api}/indicators?$filter=indicatorType eq 'IpAddress'`);
    expect(endpointIndicatorList.parse(found.body).value).toHaveLength(1);
    const gone = () => ask(`${api}/indicators/${made.id}`, { method: 'DELETE' });
    expect([(await gone()).status, (await gone()).status]).toEqual([204, 404]);
  });

  it.each([
    ['a network', { ...address, indicatorValue: '203.0.113.0/24' }],
    ['a hash of another length', { ...base, indicatorValue: 'abc', indicatorType: 'FileSha256' }],
    ['an action that does not exist', { ...address, action: 'Explode' }],
    ['no description', { ...address, description: undefined }],
  ])('refuse %s', async (_, body) => {
    expect((await post('indicators', body)).status).toBe(400);
  });

  it('are imported line by line, and deleted in one go', async () => {
    const Indicators = [address, { ...address, indicatorValue: 'nowhere' }, { indicatorValue: 'half' }];
    const { value } = endpointIndicatorImportReply.parse((await post('indicators/import', { Indicators })).body);
    expect(value.map((line) => line.isFailed)).toEqual([false, true, true]);
    const ids = value.flatMap((line) => line.id ?? []);
    expect((await post('indicators/BatchDelete', { IndicatorIds: ids })).status).toBe(204);
    expect(endpointIndicatorList.parse((await ask(`${api}/indicators`)).body).value).toEqual([]);
  });
});
