/** Investigations and live response: how they go on, and how many are too many. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointInvestigation, endpointInvestigationList } from '@/lib/wire/defender-endpoint/investigation';
import { endpointLiveResponseLink } from '@/lib/wire/defender-endpoint/live-response';
import { endpointMachineAction } from '@/lib/wire/defender-endpoint/machine-action';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 0 });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const api = 'api.security.microsoft.com/api';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const post = (path: string, body: unknown) => ask(`${api}/${path}`, { method: 'POST', body });
const codeOf = (body: unknown) => field(body, 'error', 'code');
const windows = (): MachineRecord[] =>
  tenant.store.endpoint.machines.all().filter(
    (machine) =>
      machine.device.osPlatform.startsWith('Windows') &&
      // One at a time.
      !tenant.store.endpoint.investigations.all().some((one) => one.machine === machine && one.endedAt === null),
  );
const at = (index: number): string => windows()[index]?.device.deviceId ?? expect.unreachable();

describe('an investigation', () => {
  it('is queued, runs, and ends with what the device’s alerts say', async () => {
    const machine = windows().find(
      ({ device, online }) => online && tenant.store.endpoint.alertsOn(device.deviceId).length === 0,
    );
    const path = `machines/${machine?.device.deviceId}/startInvestigation`;
    const started = await post(path, { Comment: 'look' });
    expect(started.status).toBe(201);
    const { id, state } = endpointInvestigation.parse(started.body);
    expect(state).toBe('Queued');
    expect(codeOf((await post(path, { Comment: 'again' })).body)).toBe('ActiveRequestAlreadyExists');
    const now = async () => endpointInvestigation.parse((await ask(`${api}/investigations/${id}`)).body);
    await tenant.clock.advance(minuteMs);
    expect((await now()).state).toBe('Running');
    await tenant.clock.advance(20 * minuteMs);
    expect(await now()).toMatchObject({ state: 'Benign', machineId: machine?.device.deviceId });
    const url = `${api}/investigations?$filter=state eq 'Benign'`;
    expect(endpointInvestigationList.parse((await ask(url)).body).value.map((one) => one.id)).toContain(id);
    expect((await ask(`${api}/investigations/1`)).status).toBe(404);
  });

  it('is started by alerts of Defender for Endpoint, each as its alert says', async () => {
    const { value } = endpointInvestigationList.parse((await ask(`${api}/investigations`)).body);
    const triggered = value.filter(({ triggeringAlertId }) => triggeringAlertId);
    const { graph } =
      [...tenant.store.alerts.all()].find((alert) => alert.graph.title === 'Suspicious WMI process creation') ??
      expect.unreachable('no story of WMI');
    const waiting = triggered.find(({ triggeringAlertId }) => triggeringAlertId === graph.id);
    expect([graph.investigationState, waiting?.state, waiting?.endTime]).toEqual([
      'pendingApproval',
      'PendingApproval',
      null,
    ]);
    const benign = triggered.filter(({ state }) => state === 'Benign');
    expect(benign.length).toBeGreaterThan(0);
    for (const { startTime, endTime } of benign)
      expect(Date.parse(endTime ?? '')).toBeGreaterThan(Date.parse(startTime ?? ''));
    const filter = `triggeringAlertId eq '${graph.id}'`;
    const found = endpointInvestigationList.parse((await ask(`${api}/investigations?$filter=${filter}`)).body).value;
    expect(found.map(({ id }) => id)).toEqual([waiting?.id]);
  });

  it('wants a comment and Windows', async () => {
    expect((await post(`machines/${at(40)}/startInvestigation`, { comment: 'x' })).status).toBe(400);
    const other = tenant.store.endpoint.machines.all().find(({ device }) => !device.osPlatform.startsWith('Windows'));
    const refused = await post(`machines/${other?.device.deviceId}/startInvestigation`, { Comment: 'x' });
    expect(codeOf(refused.body)).toBe('OsPlatformNotSupported');
  });

  it('is refused beyond fifty in an hour, whatever the minute allows', async () => {
    await tenant.clock.advance(2 * hourMs);
    const statuses = new Map<number, number>();
    let last: Awaited<ReturnType<typeof post>> | undefined;
    for (let index = 0; index < 51; index += 1) {
      last = await post(`machines/${at(index)}/startInvestigation`, { Comment: 'all of them' });
      statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1);
    }
    expect([statuses.get(201), statuses.get(429)]).toEqual([50, 1]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(60);
    // Reading goes on meanwhile.
    expect((await ask(`${api}/investigations`)).status).toBe(200);
    await tenant.clock.advance(hourMs + minuteMs);
    expect((await post(`machines/${at(60)}/startInvestigation`, { Comment: 'later' })).status).toBe(201);
  });
});

describe('live response', () => {
  const commands = [{ type: 'RunScript', params: [{ key: 'ScriptName', value: 'triage.ps1' }] }];

  it('is one action for all commands, and gives each result when it is done', async () => {
    const machine = windows().find(({ online }) => online);
    const path = `machines/${machine?.device.deviceId}/runliveresponse`;
    const ordered = await post(path, { Comment: 'look', Commands: commands });
    expect(ordered.status).toBe(201);
    const { id, type, commands: told } = endpointMachineAction.parse(ordered.body);
    expect([type, told?.[0]?.commandStatus]).toEqual(['LiveResponse', 'Created']);
    const link = `${api}/machineactions/${id}/GetLiveResponseResultDownloadLink(index=0)`;
    expect((await ask(link)).status).toBe(404);
    await tenant.clock.advance(10 * minuteMs);
    const done = endpointMachineAction.parse((await ask(`${api}/machineactions/${id}`)).body);
    expect([done.status, done.commands?.[0]?.commandStatus]).toEqual(['Succeeded', 'Completed']);
    expect(endpointLiveResponseLink.parse((await ask(link)).body).value).toContain(id);
    expect((await ask(link.replace('index=0', 'index=7'))).status).toBe(404);
    expect((await ask(link, { as: 'reader' })).status).toBe(403);
  });

  it('wants the parameter of each command, and ten calls a minute are enough', async () => {
    const bare = { Comment: 'x', Commands: [{ type: 'GetFile', params: [] }] };
    expect(codeOf((await post(`machines/${at(3)}/runLiveResponse`, bare)).body)).toBe('MissingRequiredParameter');
    await tenant.clock.advance(2 * minuteMs);
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      statuses.push(
        (await post(`machines/${at(100 + index)}/runLiveResponse`, { Comment: 'x', Commands: commands })).status,
      );
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });
});
