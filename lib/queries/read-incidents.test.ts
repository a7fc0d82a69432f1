import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { encodeIncidents, firstScreen, firstScreenRows } from '@/lib/domain/incident/incident-table';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { followFrom } from '@/lib/queries/feed-log';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { incidentQueries } from '@/lib/queries/incidents';

afterEach(() => vi.unstubAllGlobals());

const incident = (key: string): Incident => plainIncident({ key });

const list: IncidentList = {
  incidents: Array.from({ length: 450 }, (_, index) => incident(String(index))),
  health: [],
  now: '2025-01-15T10:05:00.000Z',
  seq: 3,
};

/** A server whose answers come when the test says so; `asked` are the procedures in order. */
function server(whole: IncidentList) {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', async (address: string | URL) => {
    const procedure = /incidents\.(\w+)/u.exec(String(address))?.[1] ?? '';
    asked.push(procedure);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return Response.json({
      result: { data: procedure === 'firstScreen' ? firstScreen(whole) : encodeIncidents(whole) },
    });
  });
  return {
    asked,
    answer: async () => {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()?.();
    },
  };
}

it('shows the first screen while the rest is on its way, then everything, the rows of the screen untouched', async () => {
  followFrom(0);
  const client = new QueryClient();
  const { asked, answer } = server(list);
  const reading = client.fetchQuery(incidentQueries.list());
  await answer();
  await vi.waitFor(() =>
    expect(client.getQueryData<IncidentList>(incidentKeys.list)?.awaiting).toBe(
      list.incidents.length - firstScreenRows,
    ),
  );
  const screen = client.getQueryData<IncidentList>(incidentKeys.list);
  expect(screen?.incidents).toHaveLength(firstScreenRows);
  await answer();
  expect(await reading).toEqual(list);
  const all = client.getQueryData<IncidentList>(incidentKeys.list);
  expect(all?.incidents.find(({ key }) => key === '0')).toBe(screen?.incidents.find(({ key }) => key === '0'));
  expect(asked).toEqual(['firstScreen', 'table']);
});

it('asks once where the whole queue fits', async () => {
  followFrom(0);
  const { asked, answer } = server({ ...list, incidents: list.incidents.slice(0, 30) });
  const reading = new QueryClient().fetchQuery(incidentQueries.list());
  await answer();
  expect((await reading).incidents).toHaveLength(30);
  expect(asked).toEqual(['firstScreen']);
});

it('asks for everything at once where a list is there already', async () => {
  followFrom(0);
  const client = new QueryClient();
  client.setQueryData(incidentKeys.list, list);
  const { asked, answer } = server(list);
  const reading = client.fetchQuery({ ...incidentQueries.list(), staleTime: 0 });
  await answer();
  await reading;
  expect(client.getQueryData<IncidentList>(incidentKeys.list)?.incidents).toBe(list.incidents);
  expect(asked).toEqual(['table']);
});
