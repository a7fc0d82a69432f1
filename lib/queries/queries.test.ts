// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { useChangeIncident } from '@/lib/queries/change-incident';
import { caughtUp, followFrom, noteEvent, reaches, withHeard } from '@/lib/queries/feed-log';
import { cachedIncident, incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { applyUpserts, shareLists } from '@/lib/queries/share-incidents';

const incident = (key: string, more: Partial<Incident> = {}): Incident => plainIncident({ key, ...more });

const list = (incidents: Incident[], seq = 1): IncidentList => ({
  incidents,
  health: [],
  now: '2025-01-15T10:05:00.000Z',
  seq,
});

describe('sharing', () => {
  it('keeps untouched incidents the same objects, and an untouched list the same array', () => {
    const old = list([incident('1'), incident('2')]);
    const same = shareLists(old, structuredClone(old));
    expect(same.incidents).toBe(old.incidents);
    const changed = shareLists(old, list([incident('2', { severity: 'high' }), incident('1')]));
    expect(changed.incidents[1]).toBe(old.incidents[0]);
    expect(changed.incidents[0]).not.toBe(old.incidents[1]);
  });

  it('replaces, adds and removes', () => {
    const old = [incident('1'), incident('2')];
    expect(applyUpserts(old, [incident('1')], [])).toBe(old);
    const next = applyUpserts(old, [incident('2', { severity: 'low' }), incident('3')], ['1', 'never there']);
    expect(next.map(({ key, severity }) => [key, severity])).toEqual([
      ['2', 'low'],
      ['3', 'medium'],
    ]);
  });
});

describe('a list that is older than the stream', () => {
  it('keeps a refusal that was heard before the answer to the act arrived', () => {
    const at = (state: 'pending' | 'refused') =>
      incident('1', { sync: { status: { state, since: '2025-01-15T10:05:00Z', commandId: 'mine', shownBy: [] } } });
    followFrom(10);
    noteEvent({ kind: 'incidents', seq: 11, upserts: [at('pending')], removed: [] });
    noteEvent({ kind: 'incidents', seq: 12, upserts: [at('refused')], removed: [] });
    expect(withHeard([{ commandId: 'mine', incident: at('pending') }])).toEqual([at('refused')]);
    // What was heard before the act says nothing of it.
    const fresh = incident('1', { alertCount: 9 });
    expect(withHeard([{ commandId: 'another', incident: fresh }])).toEqual([fresh]);
  });

  it('gets what it lacks, and nothing twice', () => {
    followFrom(10);
    noteEvent({ kind: 'incidents', seq: 11, upserts: [incident('1', { severity: 'low' })], removed: [] });
    noteEvent({ kind: 'incidents', seq: 12, upserts: [incident('1', { severity: 'high' })], removed: ['2'] });
    expect(reaches(9)).toBe(false);
    const caught = caughtUp(list([incident('1', { severity: 'informational' }), incident('2')], 10));
    expect([caught.seq, caught.incidents.map(({ severity }) => severity)]).toEqual([12, ['high']]);
    const between = list([incident('1', { severity: 'informational' })], 12);
    expect(caughtUp(between).incidents.map(({ severity }) => severity)).toEqual(['high']);
    const current = list([incident('1', { severity: 'informational' })], 13);
    expect(caughtUp(current).incidents).toBe(current.incidents);
  });
});

describe('changing an incident', () => {
  let client: QueryClient;
  let answer: (reply: Response) => void;
  const requests: { commandId: string }[] = [];
  const sent = () => requests.at(-1)?.commandId ?? '';
  beforeEach(() => {
    client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
    client.setQueryData(incidentKeys.list, list([incident('1'), incident('2')]));
    vi.stubGlobal(
      'fetch',
      (_url: string, init: RequestInit) =>
        new Promise<Response>((resolve) => {
          requests.push(JSON.parse(String(init.body)));
          answer = resolve;
        }),
    );
  });
  afterEach(async () => {
    // Whatever a test left unanswered ends here: changes under way are shared by the whole tab.
    answer(Response.json({ error: { code: -32603, message: 'over', data: {} } }, { status: 500 }));
    await waitFor(() => expect(client.isMutating()).toBe(0));
    vi.unstubAllGlobals();
  });

  const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client }, children);
  const change = () => {
    const { result } = renderHook(() => useChangeIncident(), { wrapper });
    act(() => result.current.mutate({ key: '1', changes: { status: 'inProgress', severity: 'high' } }));
    return result;
  };

  it('paints at once, before any answer', async () => {
    const untouched = cachedIncident(client, '2');
    change();
    await waitFor(() => expect(cachedIncident(client, '1')?.status).toBe('inProgress'));
    expect(cachedIncident(client, '1')?.sync.status).toMatchObject({ state: 'pending', shownBy: [] });
    expect(cachedIncident(client, '2')).toBe(untouched);
  });

  it('does not flash the old value when an older event arrives in between', async () => {
    change();
    await waitFor(() => expect(cachedIncident(client, '1')?.status).toBe('inProgress'));
    storeIncidents(client, { upserts: [incident('1', { alertCount: 9 })], seq: 2 });
    expect(cachedIncident(client, '1')).toMatchObject({ status: 'inProgress', alertCount: 9 });
  });

  it("takes the server's word when it comes", async () => {
    const result = change();
    await waitFor(() => expect(cachedIncident(client, '1')?.status).toBe('inProgress'));
    const stored = incident('1', { status: 'inProgress', title: 'As the server has it' });
    answer(Response.json({ result: { data: { outcome: 'stored', commandId: sent(), incident: stored } } }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(cachedIncident(client, '1')).toEqual(stored);
  });

  it('puts the old values back when the console did not take it, keeping what else arrived', async () => {
    const result = change();
    await waitFor(() => expect(cachedIncident(client, '1')?.status).toBe('inProgress'));
    storeIncidents(client, { upserts: [incident('1', { alertCount: 9 })], seq: 2 });
    const error = { code: -32003, message: 'This incident was merged.', data: { code: 'FORBIDDEN', path: null } };
    answer(Response.json({ error }, { status: 403 }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(result.current.error?.message).toBe('This incident was merged.');
    expect(cachedIncident(client, '1')).toEqual(incident('1', { alertCount: 9 }));
  });
});
