// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SidePane } from '@/components/features/incident-queue/pane/side-pane';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import type { HistoryEntry } from '@/lib/domain/incident/history';
import type { Incident } from '@/lib/domain/incident/incident';

configure({ asyncUtilTimeout: 20_000 });

const server = vi.hoisted(() => ({
  history: vi.fn<() => Promise<unknown>>(),
  lastSeen: vi.fn<() => Promise<string | null>>(),
  changesSince: vi.fn<() => Promise<unknown>>(),
  settleDrift: vi.fn<(input: unknown) => Promise<unknown>>(),
}));

vi.mock('@/lib/queries/client', () => {
  const never = () => new Promise(() => undefined);
  return {
    rpc: {
      incidents: {
        detail: { query: never },
        history: { query: server.history },
        lastSeen: { query: server.lastSeen },
        changesSince: { query: server.changesSince },
        seen: { mutate: never },
        settleDrift: { mutate: server.settleDrift },
      },
    },
  };
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const entry: HistoryEntry = {
  at: '2025-01-15T10:02:00Z',
  what: 'status',
  from: 'New',
  to: 'In progress',
  by: { kind: 'analyst', name: 'Sam Okoye' },
  system: 'onequeue',
  commandId: 'c1',
  state: 'confirmed',
  times: { event: null, created: '2025-01-15T10:02:00Z', ingested: null, synced: '2025-01-15T10:02:03Z' },
};

function show(incident: Incident) {
  server.lastSeen.mockResolvedValue('2025-01-15T09:50:00Z');
  server.changesSince.mockResolvedValue({ alerts: 3, entities: 2, entries: [entry] });
  server.history.mockResolvedValue({ entries: [entry], complete: false, since: '2025-01-15T09:00:00Z' });
  const acts = { onEdit: vi.fn(), onCopy: vi.fn(), onUndo: vi.fn(), onClose: vi.fn() };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SidePane incident={incident} me={undefined} {...acts} />
    </QueryClientProvider>,
  );
  return { ...acts, user: userEvent.setup() };
}

test('what is new since I looked is counted and shown with who did it and four named times', async () => {
  show(incidentOf({ key: '7' }));
  expect(await screen.findByText('3 alerts, 2 entities, and 1 change')).toBeTruthy();
  const list = screen.getByRole('list', { name: 'Changes' });
  expect(list.textContent).toContain('New → In progress');
  expect(list.textContent).toContain('Sam Okoye');
  for (const name of ['Happened', 'Created at Microsoft', 'Reached the log', 'Seen by this console'])
    expect(within(list).getByText(name)).toBeTruthy();
});

test('an act of this console is taken back from the history, and gaps are admitted', async () => {
  const { onUndo, user } = show(incidentOf({ key: '7' }));
  await user.click(screen.getByRole('button', { name: 'History' }));
  await user.click(await screen.findByRole('button', { name: 'Undo: Status In progress' }));
  expect(onUndo).toHaveBeenCalledWith('c1', '#7 status In progress');
  expect(screen.getByText(/There may be gaps/u)).toBeTruthy();
});

test('when the systems disagree, both values are shown and the chosen one is written to both', async () => {
  const incident = incidentOf({
    key: '7',
    sync: {
      status: {
        state: 'drifted',
        since: '2025-01-15T10:00:00Z',
        commandId: null,
        shownBy: [],
        values: { defender: 'In progress', sentinel: 'Closed' },
      },
    },
  });
  server.settleDrift.mockResolvedValue({ outcome: 'stored', commandId: 'd', incident });
  const { user } = show(incident);
  const banner = screen.getByRole('region', { name: 'The systems disagree' });
  expect(banner.textContent).toContain('Defender says In progress');
  expect(banner.textContent).toContain('Sentinel says Closed');
  await user.click(screen.getByRole('button', { name: 'Status: keep what Sentinel says in both systems' }));
  await waitFor(() =>
    expect(server.settleDrift).toHaveBeenCalledWith(
      expect.objectContaining({ key: '7', field: 'status', keep: 'sentinel' }),
    ),
  );
});

test('it copies by choice, and links to both portals', async () => {
  const incident = incidentOf({
    key: '7',
    defender: { id: '7', webUrl: 'https://security.microsoft.com/incidents/7', updatedAt: '2025-01-15T10:00:00Z' },
  });
  const { onCopy, user } = show(incident);
  expect(screen.getByRole('link', { name: /Open in Defender/u }).getAttribute('href')).toBe(
    'https://security.microsoft.com/incidents/7',
  );
  await user.click(screen.getByRole('button', { name: 'Copy …' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy indicators, defanged' }));
  expect(onCopy).toHaveBeenCalledWith('indicators', [incident]);
});
