// @vitest-environment happy-dom

import { act, screen, waitFor, within } from '@testing-library/react';
import { TRPCClientError } from '@trpc/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { incidentActs } from '@/components/features/incident-queue/acts/incident-acts';
import { IncidentQueue } from '@/components/features/incident-queue/incident-queue';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import { aroundQueueTests, at, maya, showQueue, testNow } from '@/components/queue/testing/show-queue';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { toastStore } from '@/components/ui/toast';
import { knownKeys } from '@/components/vocabulary/known-keys';
import type { ActOutcome, ActRequest } from '@/lib/domain/incident/act';
import type { ClosePreflight } from '@/lib/domain/incident/close-preflight';
import type { Incident } from '@/lib/domain/incident/incident';
import type { MergePreview } from '@/lib/domain/incident/merge-preview';
import { paintChanges } from '@/lib/domain/incident/paint';
import { incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { outbox } from '@/lib/queries/outbox/outbox';

const server = vi.hoisted(() => ({
  changeMany: vi.fn<(input: { acts: ActRequest[] }) => Promise<unknown>>(),
  undo: vi.fn<(input: { commandIds: string[] }) => Promise<unknown>>(),
  closePreflight: vi.fn<(input: { keys: string[] }) => Promise<ClosePreflight[]>>(),
  mergePreview: vi.fn<(input: { keys: string[]; survivor: string | null }) => Promise<MergePreview>>(),
  merge: vi.fn<(input: unknown) => Promise<unknown>>(),
  detail: vi.fn<(input: unknown) => Promise<unknown>>(),
}));
const router = vi.hoisted(() => ({ push: vi.fn() }));

vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.mock('@/lib/queries/client', async () => {
  const { silentRpc } = await import('@/components/queue/testing/silent-rpc');
  return { rpc: silentRpc({ incidents: server }) };
});

aroundQueueTests();
beforeEach(() => {
  server.detail.mockReturnValue(new Promise(() => undefined));
  stores();
  incidentActs.undoStack.clear();
});

const three = [
  incidentOf({ key: '1', title: 'Phishing', severity: 'high', ...at(30) }),
  incidentOf({ key: '2', title: 'Malware', severity: 'low', ...at(20) }),
  incidentOf({ key: '3', title: 'Password spray', severity: 'medium', ...at(10) }),
];

function show(incidents: Incident[] = three, { search = '', misread = [] as string[] } = {}) {
  return showQueue(<IncidentQueue misread={misread} />, { search }, (client) =>
    client.setQueryData(incidentKeys.list, { incidents, health: [], now: testNow, seq: 1 }),
  );
}

const titles = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('a')?.textContent);

const underCursor = () => document.querySelector('[data-cursor="true"] a')?.textContent;

test('the newest change stands first, and j moves from anywhere on the page', async () => {
  const { user } = show();
  expect(titles()).toEqual(['Phishing', 'Malware', 'Password spray']);
  await user.keyboard('jj');
  expect(underCursor()).toBe('Malware');
  await user.keyboard('o');
  expect(router.push).toHaveBeenCalledWith('/incidents/2');
});

test('while a row is under the cursor, what is new waits and changes are drawn in place', async () => {
  const { client, user } = show();
  await user.keyboard('jj');
  act(() => {
    storeIncidents(client, {
      upserts: [
        incidentOf({ key: '4', title: 'Ransomware', ...at(50) }),
        incidentOf({ key: '2', title: 'Malware', severity: 'high', ...at(55) }),
      ],
    });
  });
  const news = await screen.findByRole('button', { name: '1 new · show' });
  expect(titles()).toEqual(['Phishing', 'Malware', 'Password spray']);
  expect(underCursor()).toBe('Malware');
  expect(document.querySelector('[data-cursor="true"]')?.textContent).toContain('High');
  await user.click(news);
  expect(titles()).toEqual(['Malware', 'Ransomware', 'Phishing', 'Password spray']);
  expect(underCursor()).toBe('Malware');
});

test('without a cursor new incidents simply appear', async () => {
  const { client } = show();
  act(() => storeIncidents(client, { upserts: [incidentOf({ key: '4', title: 'Ransomware', ...at(50) })] }));
  await waitFor(() => expect(titles()[0]).toBe('Ransomware'));
});

test('typing filters the rows and then the address', async () => {
  const { addresses, user } = show();
  await user.keyboard('/');
  await user.keyboard('mal');
  expect(titles()).toEqual(['Malware']);
  await waitFor(() => expect(addresses.at(-1)).toBe('?q=status:new,inProgress+updated:30d+mal'));
});

test('letters typed into the filter run no shortcut', async () => {
  const { user } = show();
  await user.keyboard('jj/');
  await user.keyboard('aje');
  expect(server.changeMany).not.toHaveBeenCalled();
  expect(screen.getByRole('combobox', { name: 'Filter incidents' })).toHaveProperty('value', 'aje');
});

test('a header sorts, a second press turns the order around', async () => {
  const { addresses, user } = show();
  await user.click(screen.getByText('Severity', { selector: 'th span' }));
  expect(titles()).toEqual(['Phishing', 'Password spray', 'Malware']);
  await user.click(screen.getByText('Severity', { selector: 'th span' }));
  expect(titles()).toEqual(['Malware', 'Password spray', 'Phishing']);
  await waitFor(() => expect(addresses.at(-1)).toBe('?sort=severity'));
});

test('an empty queue says what is filtered away and lets it through with one click', async () => {
  const { user } = show(three, { search: 'q=status:new,inProgress+severity:informational+updated:30d' });
  expect(screen.getByText('All 3 incidents are filtered away')).toBeTruthy();
  expect(screen.getByText(/New, In progress · Informational · updated in last 30 days/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all 3' }));
  expect(titles()).toHaveLength(3);
});

test('a misread address is told and can be dismissed', async () => {
  const { user } = show(three, { search: 'severity=catastrophic', misread: ['severity'] });
  expect(titles()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/was not understood/u)).toBeNull();
});

/** The console stores everything that it is asked, or answers each act as `otherwise` says. */
function stores(otherwise: (act: ActRequest) => ActOutcome | null = () => null) {
  server.changeMany.mockImplementation(async ({ acts }) => ({
    outcomes: acts.map(
      (act): ActOutcome =>
        otherwise(act) ?? {
          outcome: 'stored',
          commandId: act.commandId,
          incident: paintChanges(
            incidentOf({ ...three.find(({ key }) => key === act.key), key: act.key }),
            act.changes,
            { id: act.commandId, since: '2025-01-15T10:05:00.000Z' },
          ),
        },
    ),
  }));
}
const acts = () => server.changeMany.mock.calls.flatMap(([input]) => input.acts);

test('a assigns the row under the cursor to me at once, u takes the stored command back', async () => {
  const { user } = show();
  await user.keyboard('jja');
  expect(document.querySelector('[data-cursor="true"]')?.textContent).toContain('Maya Chen');
  expect(acts()).toMatchObject([{ key: '2', changes: { assignee: maya }, seen: { assignee: null } }]);
  server.undo.mockResolvedValue({ outcomes: [] });
  await user.keyboard('u');
  await waitFor(() => expect(server.undo).toHaveBeenCalledWith({ commandIds: [acts().at(-1)?.commandId] }));
});

test('x selects rows, and a acts on all of them by one request', async () => {
  const { user } = show();
  await user.keyboard('jxjxa');
  expect(server.changeMany).toHaveBeenCalledTimes(1);
  expect(acts().map(({ key }) => key)).toEqual(['1', '2']);
});

test('X selects everything that the filter lets through, and nothing the second time', async () => {
  const { user } = show();
  await user.keyboard('X');
  expect(screen.getByRole('toolbar', { name: 'Selected incidents' }).textContent).toContain('3 selected');
  await user.keyboard('X');
  expect(screen.queryByRole('toolbar', { name: 'Selected incidents' })).toBeNull();
});

const clear = (key: string): ClosePreflight => ({
  key,
  openTasks: [],
  unresolvedAlerts: 2,
  pendingActions: [],
  failures: [],
  notRead: false,
});

test('two keys resolve with a class when nothing is open, and the cursor goes on to the next row', async () => {
  server.closePreflight.mockImplementation(async ({ keys }) => keys.map(clear));
  const { user } = show();
  await user.keyboard('jef');
  await waitFor(() =>
    expect(acts()).toMatchObject([
      { key: '1', changes: { status: 'resolved', verdict: { classification: 'falsePositive', determination: null } } },
    ]),
  );
  await waitFor(() => expect(underCursor()).toBe('Malware'));
});

test('with something open the question comes first, says what, and has the class chosen', async () => {
  server.closePreflight.mockImplementation(async ({ keys }) =>
    keys.map((key) => ({ ...clear(key), openTasks: [{ title: 'Call the user', system: 'sentinel' }] })),
  );
  const { user } = show();
  await user.keyboard('jef');
  const dialog = await screen.findByRole('dialog', { name: 'Resolve' });
  expect(dialog.textContent).toContain('Open task in Sentinel: Call the user');
  expect(within(dialog).getByRole('radio', { name: /^False positive/ })).toHaveProperty('checked', true);
  expect(server.changeMany).not.toHaveBeenCalled();
  await user.keyboard('b');
  expect(within(dialog).getByRole('radio', { name: /^Benign positive/ })).toHaveProperty('checked', true);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(acts()).toMatchObject([{ changes: { verdict: { classification: 'benignPositive' } } }]));
});

const preview: MergePreview = {
  survivor: '1',
  why: 'Defender keeps #1, because it is the oldest that is open.',
  link: 'https://learn.microsoft.com/defender-xdr/merge-incidents-manually',
  mayChoose: true,
  candidates: ['1', '2'],
  how: 'merge',
  moves: [{ key: '2', alerts: 3, entities: 4, comments: 1 }],
  lost: ['1 comment and the activity log stay with #2.'],
  refusedBecause: [{ key: '2', reason: 'It is assigned to Sam, #1 to Maya.' }],
  after: { alertCount: 4, severity: 'high', title: 'Phishing' },
  failures: [],
};

test('m shows what merging does before it does it, and refuses for as long as something stands in the way', async () => {
  server.mergePreview.mockImplementation(async ({ survivor }) =>
    survivor === '2' ? { ...preview, survivor: '2', how: 'move', refusedBecause: [] } : preview,
  );
  const { user } = show();
  await user.keyboard('jxjxm');
  const dialog = await screen.findByRole('dialog', { name: 'Merge incidents' });
  expect(await within(dialog).findByText('It is assigned to Sam, #1 to Maya.')).toBeTruthy();
  expect(dialog.textContent).toContain('1 comment and the activity log stay with #2.');
  expect(within(dialog).getByRole('button', { name: /^Merge/ })).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('radio', { name: '#2 Malware' }));
  await waitFor(() => expect(within(dialog).getByRole('button', { name: /^Merge/ })).toHaveProperty('disabled', false));
  expect(server.mergePreview).toHaveBeenLastCalledWith({ keys: ['1', '2'], survivor: '2' }, expect.anything());
});

test('what is merged into another shows at once that it is on its way, and no longer when the console says no', async () => {
  server.mergePreview.mockResolvedValue({ ...preview, refusedBecause: [] });
  let refuse = (_: Error) => {};
  server.merge.mockReturnValue(
    new Promise((_, reject) => {
      refuse = reject;
    }),
  );
  server.detail.mockResolvedValue({ kind: 'unknown', lookedFor: '2', lookedIn: [] });
  const { user } = show();
  await user.keyboard('jxjxm');
  const dialog = await screen.findByRole('dialog', { name: 'Merge incidents' });
  await within(dialog).findByText('Moves');
  await user.click(within(dialog).getByRole('button', { name: /^Merge/ }));
  const status = () => document.querySelector('[data-key="2"] [data-column="status"]')?.textContent;
  await waitFor(() => expect(status()).toContain('Pending'));
  await waitFor(() => expect(server.merge).toHaveBeenCalledOnce());
  refuse(new Error('Defender is away.'));
  await waitFor(() => expect(status()).not.toContain('Pending'));
  expect(toastStore.get().at(-1)).toMatchObject({ tone: 'error', detail: 'Defender is away.' });
});

test('two keys set the severity', async () => {
  const { user } = show();
  await user.keyboard('jvl');
  expect(acts()).toMatchObject([{ key: '1', changes: { severity: 'low' }, seen: { severity: 'high' } }]);
});

test('rows of a bulk act that were not changed are listed with their reasons', async () => {
  stores((act) =>
    act.key === '2' ? { outcome: 'refused', commandId: act.commandId, key: '2', reason: 'Defender said no' } : null,
  );
  const { user } = show();
  await user.keyboard('Xa');
  const panel = await screen.findByRole('region', { name: 'What was not changed' });
  expect(within(panel).getByRole('status').textContent).toBe(
    '3 incidents assigned to Maya Chen 1 of 3 not changed, 2 on their way',
  );
  expect(within(panel).getByRole('listitem').textContent).toContain('#2Refused Defender said no');
  await user.click(within(panel).getByRole('button', { name: 'Close the list' }));
  expect(screen.queryByRole('region', { name: 'What was not changed' })).toBeNull();
});

test('when somebody was quicker, both values are shown and mine is sent only when I insist', async () => {
  const fields = [
    { field: 'assignee' as const, yours: 'Maya Chen', theirs: 'Sam Reed', by: 'Sam Reed', at: '2025-01-15T10:04:00Z' },
  ];
  stores((act) =>
    act.overwrite
      ? null
      : { outcome: 'overtaken', commandId: act.commandId, incident: incidentOf({ key: act.key }), fields },
  );
  const { user } = show();
  await user.keyboard('ja');
  const dialog = await screen.findByRole('dialog', { name: 'Somebody was quicker' });
  expect(dialog.textContent).toContain('Sam Reed');
  await user.click(within(dialog).getByRole('button', { name: 'Overwrite with mine' }));
  await waitFor(() => expect(acts().map(({ overwrite }) => overwrite)).toEqual([false, true]));
});

test('a merged incident is not changed, and the reason is told', async () => {
  const merged = incidentOf({ key: '9', status: 'redirected', redirectedTo: '1' });
  const { user } = show([merged], { search: 'q=status:redirected' });
  await user.keyboard('ja');
  expect(server.changeMany).not.toHaveBeenCalled();
  expect(toastStore.get().at(-1)).toMatchObject({ tone: 'error', detail: expect.stringContaining('merged into #1') });
});

test('every key of the queue can be remapped: the settings know it', () => {
  show();
  const known = knownKeys.flatMap((group) => group.acts.map(({ keys }) => keys));
  const added = shortcutRegistry.groups().flatMap((group) => group.shortcuts.map(({ keys }) => keys));
  expect(added.filter((keys) => keys !== '' && keys !== 'Escape' && !known.includes(keys))).toEqual([]);
});

test('O14: without the console what was done stays, marked as waiting, also after the page was left, and u takes it back', async () => {
  server.changeMany.mockRejectedValue(new TRPCClientError('Failed to fetch', { cause: new TypeError('Failed') }));
  const { user } = show();
  await user.keyboard('ja');
  const row = () => document.querySelector('tr[data-key="1"]');
  await waitFor(() => expect(row()?.textContent).toContain('Waiting for connection'));
  expect(row()?.textContent).toContain(maya.displayName);
  expect(toastStore.get().map(({ title }) => title)).toContain('Waiting for connection: #1 assigned to Maya Chen');
  // Whatever comes next stands behind it and is not even tried.
  await user.keyboard('u');
  await waitFor(() => expect(row()?.textContent).toContain('Unassigned'));
  expect(server.changeMany).toHaveBeenCalledOnce();
  expect(server.undo).not.toHaveBeenCalled();
  expect(outbox.get().map(({ act: { kind } }) => kind)).toEqual(['incidents', 'undoIncidents']);
  for (const { id } of outbox.get()) outbox.remove(id);
});
