// @vitest-environment happy-dom

import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActOutcome, ActRequest } from '@/lib/domain/incident/act';
import type { Incident } from '@/lib/domain/incident/incident';
import { cachedIncident, incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { beginChange, endChange } from '@/lib/queries/optimistic-changes';
import { type OutboxAct, outbox } from '@/lib/queries/outbox/outbox';
import { paintWaiting } from '@/lib/queries/outbox/paint-waiting';
import { sendOrKeep, waits } from '@/lib/queries/outbox/send-or-keep';
import { sendOutbox, type Unkept } from '@/lib/queries/outbox/send-outbox';
import { isUnreached, mayWorkLater } from '@/lib/queries/outbox/unreached';
import { sessionQueries } from '@/lib/queries/session';

const server = vi.hoisted(() => ({ change: vi.fn(), changeMany: vi.fn(), undo: vi.fn(), comment: vi.fn() }));
vi.mock('@/lib/queries/client', () => {
  const of = (answer: unknown) => ({ mutate: answer, query: answer });
  const incidents = Object.fromEntries(Object.entries(server).map(([name, answer]) => [name, of(answer)]));
  return { rpc: { incidents } };
});

const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
const lost = () => new TRPCClientError('Failed to fetch', { cause: new TypeError('Failed to fetch') });
const said = (code: string) =>
  new TRPCClientError('no', { result: { error: { code: -32003, message: 'no', data: { code } } } });

/** Only these fields matter here. */
function incident(key: string, more: Partial<Incident> = {}): Incident {
  return { key, status: 'new', severity: 'medium', assignee: null, tags: [], sync: {}, ...more } as Incident;
}
const act = (
  commandId: string,
  key: string,
  changes: ActRequest['changes'],
  seen: ActRequest['changes'],
): ActRequest => ({
  ...{ commandId, key, changes, seen },
  overwrite: false,
});
const one = (id: string, key = '1'): OutboxAct => ({
  kind: 'incidents',
  acts: [act(id, key, { status: 'resolved' }, { status: 'new' })],
  reason: null,
});
const stored = (commandId: string, of: Incident): ActOutcome => ({ outcome: 'stored', commandId, incident: of });

let client: QueryClient;
const rowOf = (key: string) => cachedIncident(client, key);
beforeEach(() => {
  for (const { id } of outbox.get()) outbox.remove(id);
  for (const answer of Object.values(server)) answer.mockReset();
  client = new QueryClient();
  client.setQueryData(sessionQueries.current().queryKey, {
    tenant: { id: 't', displayName: 'Contoso' },
    workspace: { name: 'w', id: 'i', resourceGroup: 'g', subscriptionId: 's', location: null },
    me: maya,
    canSwitchUser: false,
  });
  paintWaiting(client, maya.name, outbox.get());
  client.setQueryData(incidentKeys.list, { incidents: [incident('1'), incident('2')], health: [], now: '', seq: 1 });
});

const keep = (wanted: OutboxAct) => sendOrKeep(client, wanted, () => Promise.reject(lost()));
/** What a window knows that was opened just now. */
const reloaded = () => JSON.parse(JSON.stringify(Object.values(localStorage))).length;

describe('what is kept', () => {
  it.each<[string, unknown, boolean, boolean]>([
    ['no connection', lost(), true, true],
    ['a gateway that answers for it', new TRPCClientError('x', { meta: { response: { status: 502 } } }), true, true],
    ['a page of another site', new TRPCClientError('x', { meta: { response: { status: 403 } } }), false, false],
    ['a refusal', said('FORBIDDEN'), false, false],
    ['a console whose database is away', said('INTERNAL_SERVER_ERROR'), false, true],
    ['a fault of ours', new Error('x'), false, false],
  ])('%s', (_, error, unreached, later) => {
    expect([isUnreached(error), mayWorkLater(error)]).toEqual([unreached, later]);
  });

  it('is what was not heard; what was refused is thrown', async () => {
    expect(await keep(one('a'))).toBeNull();
    expect(outbox.get()).toHaveLength(1);
    outbox.remove(outbox.get()[0]?.id ?? '');
    await expect(sendOrKeep(client, one('b'), () => Promise.reject(said('FORBIDDEN')))).rejects.toThrow('no');
    expect(outbox.get()).toEqual([]);
  });

  it('stands behind what waits already, even when the console answers again', async () => {
    await keep(one('a'));
    const send = vi.fn();
    expect(await sendOrKeep(client, one('b', '2'), send)).toBeNull();
    expect(send).not.toHaveBeenCalled();
    expect(outbox.get().map((entry) => 'acts' in entry.act && entry.act.acts[0]?.commandId)).toEqual(['a', 'b']);
  });

  it('is thrown back when the browser has no room', async () => {
    vi.spyOn(outbox, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(keep(one('a'))).rejects.toThrow('no room');
  });

  it('survives a reload, and nothing of another writer is taken for it', async () => {
    await keep(one('a'));
    localStorage.setItem('outbox/strange', '{"id":1}');
    localStorage.setItem('outbox/broken', '{');
    window.dispatchEvent(new StorageEvent('storage', { key: 'outbox/strange' }));
    expect(reloaded()).toBe(3);
    expect(outbox.get().map(({ of }) => of)).toEqual([maya.name]);
    localStorage.removeItem('outbox/strange');
    localStorage.removeItem('outbox/broken');
  });
});

describe('what is shown', () => {
  it('the wanted value with a mark that says that nobody else knows of it', async () => {
    await keep(one('a'));
    expect(waits(client, ['a'])).toEqual([{ outcome: 'waiting', commandId: 'a' }]);
    expect(rowOf('1')).toMatchObject({ status: 'resolved', sync: { status: { state: 'pending', unsent: true } } });
    await keep({ kind: 'undoIncidents', commandIds: ['a'] });
    waits(client, ['a']);
    expect(rowOf('1')).toMatchObject({ status: 'new', sync: { status: { unsent: true } } });
  });

  it('the trap: the mark is painted before the paint of the request is taken off, and stays', async () => {
    const stop = outbox.subscribe(() => paintWaiting(client, maya.name, outbox.get()));
    beginChange('1', { id: 'a', since: '', changes: { status: 'resolved' } });
    await keep(one('a'));
    endChange('1', 'a');
    waits(client, ['a']);
    // The stream may still be alive and tell of other changes.
    storeIncidents(client, { upserts: [incident('1', { alertCount: 9 })] });
    expect(rowOf('1')).toMatchObject({ status: 'resolved', alertCount: 9, sync: { status: { unsent: true } } });
    stop();
  });

  it('nothing of another person of this browser', async () => {
    outbox.put({ of: 'sam@contoso.com', at: '', act: one('a') });
    paintWaiting(client, maya.name, outbox.get());
    expect(rowOf('1')).toMatchObject({ status: 'new', sync: {} });
  });
});

describe('sending', () => {
  const unkept: Unkept[] = [];
  const send = () => sendOutbox(client, maya.name, (told) => unkept.push(...told));
  beforeEach(() => {
    unkept.length = 0;
  });

  it('goes in order with the same ids, and once', async () => {
    await keep(one('a'));
    await keep(one('b', '2'));
    waits(client, ['a', 'b']);
    server.change.mockImplementation(async ({ commandId, key }: ActRequest) =>
      stored(commandId, incident(key, { status: 'resolved', title: 'As the console has it' })),
    );
    await Promise.all([send(), send()]);
    expect(server.change.mock.calls.map(([{ commandId, seen }]) => [commandId, seen])).toEqual([
      ['a', { status: 'new' }],
      ['b', { status: 'new' }],
    ]);
    expect(outbox.get()).toEqual([]);
    expect([rowOf('1')?.title, rowOf('1')?.sync]).toEqual(['As the console has it', {}]);
    expect(unkept).toEqual([]);
  });

  it('stops where the console is lost again, and goes on from there', async () => {
    await keep(one('a'));
    await keep(one('b', '2'));
    server.change.mockResolvedValueOnce(stored('a', incident('1'))).mockRejectedValueOnce(lost());
    await send();
    expect(outbox.get()).toHaveLength(1);
    server.change.mockResolvedValueOnce(stored('b', incident('2')));
    await send();
    expect(server.change.mock.calls.map(([{ commandId }]) => commandId)).toEqual(['a', 'b', 'b']);
    expect(outbox.get()).toEqual([]);
  });

  it('tells what somebody else was quicker with, and what was refused', async () => {
    await keep(one('a'));
    await keep(one('b', '2'));
    waits(client, ['a', 'b']);
    const fields = [{ field: 'status', yours: 'resolved', theirs: 'inProgress', by: 'Sam Okoye', at: null }] as const;
    const theirs = incident('1', { status: 'inProgress' });
    server.change
      .mockResolvedValueOnce({ outcome: 'overtaken', commandId: 'a', incident: theirs, fields })
      .mockResolvedValueOnce({ outcome: 'refused', commandId: 'b', key: '2', reason: 'It was merged.' });
    await send();
    expect(unkept).toMatchObject([
      { noun: 'incident', id: '1', fields: ['status'], reason: '', overtaken: fields },
      { noun: 'incident', id: '2', fields: ['status'], reason: 'It was merged.', overtaken: [] },
    ]);
    expect(rowOf('1')).toEqual(theirs);
    expect(outbox.get()).toEqual([]);
  });

  it('gives up what the console answers with a fault again and again, and says so', async () => {
    await keep({ kind: 'comment', commandId: 'a', key: '1', text: 'Hello' });
    server.comment.mockRejectedValue(said('INTERNAL_SERVER_ERROR'));
    server.comment.mockRejectedValueOnce(said('SERVICE_UNAVAILABLE')).mockRejectedValueOnce(lost());
    for (let time = 1; time < 2 + 360; time += 1) await send();
    expect(outbox.get()).toHaveLength(1);
    await send();
    expect(outbox.get()).toEqual([]);
    expect(unkept).toMatchObject([{ id: '1', fields: ['comment'], reason: 'no' }]);
  });

  it('leaves alone what another person of this browser said', async () => {
    outbox.put({ of: 'sam@contoso.com', at: '', act: one('a') });
    await send();
    expect(server.change).not.toHaveBeenCalled();
  });
});
