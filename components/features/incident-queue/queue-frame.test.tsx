// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { IncidentQueue } from '@/components/features/incident-queue/incident-queue';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import { aroundQueueTests, at, maya, showQueue, testNow } from '@/components/queue/testing/show-queue';
import type { Incident } from '@/lib/domain/incident/incident';
import type { SavedView, SavedViewDraft, SavedViews } from '@/lib/domain/queue/saved-view';
import { incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { viewQueries, visitQueries } from '@/lib/queries/views';

const server = vi.hoisted(() => ({ save: vi.fn<(draft: SavedViewDraft) => Promise<unknown>>() }));

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));
vi.mock('@/lib/queries/client', async () => {
  const { silentRpc } = await import('@/components/queue/testing/silent-rpc');
  return { rpc: silentRpc({ views: server }) };
});

aroundQueueTests();

const four = [
  incidentOf({ key: '1', title: 'Phishing', severity: 'high', products: ['sentinel', 'entraIdProtection'], ...at(30) }),
  incidentOf({ key: '2', title: 'Malware', severity: 'low', alertCount: 3, assignee: maya, ...at(20) }),
  incidentOf({
    key: '3',
    title: 'Password spray',
    severity: 'medium',
    createdAt: '2025-01-14T09:00:00.000Z',
    ...at(10),
  }),
  incidentOf({ key: '4', title: 'Closed one', severity: 'high', status: 'resolved', ...at(5) }),
];

function show({
  search = '',
  incidents = four as Incident[],
  saved = [] as SavedView[],
  since = null as string | null,
  /** Null: the server has not told the views yet. */
  views = { views: saved, defaults: { incidents: null, alerts: null, rules: null } } as SavedViews | null,
} = {}) {
  return showQueue(<IncidentQueue misread={[]} />, { search, views }, (client) => {
    client.setQueryData(incidentKeys.list, { incidents, health: [], now: testNow, seq: 1 });
    client.setQueryData(visitQueries.current().queryKey, {
      startedAt: '2025-01-15T10:00:00.000Z',
      previousEndedAt: since,
      looks: {},
    });
  });
}

/** Panels are loaded when they are wanted, and this machine may be busy. */
const loaded = { timeout: 20_000 };

const titles = () => [...document.querySelectorAll('tr[data-key] a')].map((link) => link.textContent);
const field = () => screen.getByRole('combobox', { name: 'Filter incidents' });

test('a typed condition works at once and becomes a chip', async () => {
  const { addresses, user } = show();
  await user.keyboard('/');
  await user.keyboard('-severity:low ');
  expect(titles()).toEqual(['Phishing', 'Password spray']);
  await user.keyboard('{Enter}');
  expect(field()).toHaveProperty('value', '');
  expect(screen.getByRole('button', { name: /^Severity not Low/u })).toBeTruthy();
  await waitFor(() => expect(addresses.at(-1)).toBe('?q=status:new,inProgress+updated:30d+-severity:low'), loaded);
});

test('completion offers fields and then values with counts, by keyboard', async () => {
  const { user } = show();
  await user.keyboard('/');
  await user.keyboard('seve{ArrowDown}{Enter}');
  const options = within(await screen.findByRole('listbox', { name: 'Suggestions' })).getAllByRole('option');
  expect(options.slice(0, 3).map((option) => option.textContent)).toEqual(['High1', 'Medium1', 'Low1']);
  await user.keyboard('{ArrowDown}{Enter}{Enter}');
  expect(titles()).toEqual(['Password spray']);
});

test('what makes no sense is said at its place, with what may be meant, and filters nothing', async () => {
  const { user } = show();
  await user.keyboard('/');
  await user.keyboard('severity:hgh ');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(titles()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'high?' }));
  expect(titles()).toEqual(['Phishing']);
});

test('as text the field shows the whole filter', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Edit the filter as text' }));
  expect(field()).toHaveProperty('value', 'status:new,inProgress updated:30d');
  await user.clear(field());
  expect(titles()).toHaveLength(4);
});

test('a group is closed and opened by the keyboard, and holds its rows', async () => {
  const { user } = show({ search: 'group=severity' });
  const tree = screen.getByRole('treegrid', { name: 'Incidents' });
  // A mark says its word to nobody but the page's text: it is hidden from screen readers here.
  expect([...tree.querySelectorAll('tr[data-group]')].map((row) => row.textContent)).toEqual([
    'HighHigh11 alert',
    'MediumMedium11 alert',
    'LowLow13 alerts',
  ]);
  await user.keyboard('jh');
  expect(titles()).toEqual(['Password spray', 'Malware']);
  await user.keyboard('l');
  expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']);
  await user.keyboard('jjx');
  expect(screen.getByText('1 selected', { selector: 'tr *' })).toBeTruthy();
});

test('under the cursor a row stays in its group, whatever becomes of it', async () => {
  const { client, user } = show({ search: 'group=severity' });
  await user.keyboard('jj');
  act(() => storeIncidents(client, { upserts: [{ ...(four[0] as Incident), severity: 'low' }] }));
  await waitFor(() => expect(document.querySelector('tr[data-cursor="true"]')?.textContent).toContain('Low'), loaded);
  expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']);
  await user.keyboard('r');
  expect(titles()).toEqual(['Password spray', 'Phishing', 'Malware']);
});

const worstFirst: SavedView = {
  id: '7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f0001',
  noun: 'incidents',
  name: 'Worst first',
  shared: true,
  owner: 'liam@contoso.com',
  search: '?q=-status:resolved&sort=-severity&group=status',
  columns: { order: ['title', 'severity'], hidden: ['tactics'], pinned: ['title'], widths: { title: 400 } },
  zone: null,
  updatedAt: '2025-01-15T09:00:00.000Z',
};

test('a saved view brings filter, sort, grouping and columns, and the address may say more', () => {
  show({ search: `view=${worstFirst.id}`, saved: [worstFirst] });
  expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']);
  expect(screen.getByRole('button', { name: /View: Worst first/u })).toBeTruthy();
  const headers = screen.getAllByRole('columnheader').map((header) => header.textContent);
  expect(headers[0]).toBe('Incident');
  expect(headers).not.toContain('Tactics');
  cleanup();
  show({ search: `view=${worstFirst.id}&q=assignee:me`, saved: [worstFirst] });
  expect(titles()).toEqual(['Malware']);
});

test('what is shown is saved under a name', async () => {
  server.save.mockImplementation(async (draft) => ({ ...draft, owner: maya.name, updatedAt: '' }));
  const { addresses, user } = show({ search: 'q=severity:high&sort=title' });
  await user.click(screen.getByRole('button', { name: /View: Open incidents/u }));
  await user.type(await screen.findByLabelText('Save as a new view', {}, loaded), 'High');
  await user.click(screen.getByRole('checkbox', { name: 'Colleagues see it too' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(server.save).toHaveBeenCalledWith(
    expect.objectContaining({
      name: 'High',
      shared: true,
      noun: 'incidents',
      search: '?q=severity:high&sort=title&group=none',
    }),
  );
  const [draft] = server.save.mock.calls[0] ?? [];
  await waitFor(() => expect(addresses.at(-1)).toBe(`?view=${draft?.id}`), loaded);
  expect(titles()).toEqual(['Closed one', 'Phishing']);
});

test('the morning: high and nobody’s, mine, new since the last visit, with counts', async () => {
  show({ search: 'view=morning', since: '2025-01-14T18:00:00.000Z' });
  expect([...document.querySelectorAll('tr[data-group]')].map((row) => row.textContent)).toEqual([
    'High and nobody’s11 alert',
    'Mine or my groups’13 alerts',
  ]);
  const strip = await screen.findByRole('region', { name: 'Morning' }, loaded);
  expect(
    within(strip)
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(['1high and nobody’s', '1mine or my groups’', '2new', '1changed']);
});

test('an address that names a view nobody has is the queue as it starts', () => {
  show({ search: 'view=7d0c1a52-5d8b-4c5e-9a57-000000000000' });
  expect(titles()).toHaveLength(3);
});

describe('a default view of one’s own', () => {
  const defaults = { incidents: worstFirst.id, alerts: null, rules: null };

  test('no rows of another view are painted while nobody knows which is meant', async () => {
    const { client } = show({ views: null });
    expect(titles()).toEqual([]);
    expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
    act(() => void client.setQueryData(viewQueries.list().queryKey, { views: [worstFirst], defaults }));
    await waitFor(() => expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']), loaded);
    expect(screen.getByRole('button', { name: /View: Worst first/u })).toBeTruthy();
  });

  test('the second time it is there at once, and the server’s word stands over the memory', async () => {
    show({ views: { views: [worstFirst], defaults } });
    cleanup();
    const { client } = show({ views: null });
    expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']);
    act(
      () =>
        void client.setQueryData(viewQueries.list().queryKey, {
          views: [worstFirst],
          defaults: { incidents: null, alerts: null, rules: null },
        }),
    );
    await waitFor(() => expect(titles()).toEqual(['Phishing', 'Malware', 'Password spray']), loaded);
  });

  test('an address that says what it wants waits for nobody', () => {
    show({ views: null, search: 'q=severity:low' });
    expect(titles()).toEqual(['Malware']);
  });
});

test('today’s alerts and the incidents they became', () => {
  show();
  expect(screen.getByText('5 alerts → 3 incidents today')).toBeTruthy();
});

test('the value of a cell is kept or left out by a key', async () => {
  const { user } = show();
  await user.keyboard('jj{ArrowRight}F');
  expect(titles()).toEqual(['Phishing', 'Password spray']);
  await user.keyboard('jk{Home}f');
  expect(titles()).toEqual(['Phishing']);
});

test('the menu of a value copies it harmless; a title is nothing to filter by', async () => {
  const { user } = show({ incidents: [incidentOf({ key: '7', title: 'Beacon to https://evil.example/x', ...at(1) })] });
  const title = document.querySelector('td[data-column="title"]');
  if (title === null) throw new Error('no title');
  fireEvent.contextMenu(title);
  const menu = await screen.findByRole('menu', { name: 'Value of Incident' }, loaded);
  expect(within(menu).queryByRole('menuitem', { name: /^Only/u })).toBeNull();
  await user.click(within(menu).getByRole('menuitem', { name: 'Copy defanged' }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('Beacon to hxxps://evil[.]example/x'));
});

test('the menu of a value leaves it out by keyboard; an empty queue leads to why', async () => {
  const { user } = show({ incidents: [incidentOf({ key: '7', ...at(1) })] });
  await user.keyboard('j{ArrowRight}.');
  const menu = await screen.findByRole('menu', { name: 'Value of Severity' }, loaded);
  await user.click(within(menu).getByRole('menuitem', { name: /^Without/u }));
  await waitFor(() => expect(titles()).toEqual([]), loaded);
  const why = await screen.findByRole('link', { name: 'Why isn’t it here?' }, loaded);
  expect(why.getAttribute('href')).toContain('/trace?queue=');
});

test('the priority says why', () => {
  show({ search: 'q=severity:high+status:new' });
  const cell = document.querySelector('td[data-column="priority"] [title]');
  expect(cell?.getAttribute('title')).toContain('Confirmed by Sentinel and Entra ID: +10');
  expect(cell?.getAttribute('title')).toContain('Nobody’s: +5');
});
