// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { alertActs } from '@/components/features/alert-queue/acts/alert-acts';
import { AlertQueue } from '@/components/features/alert-queue/alert-queue';
import { alertOf } from '@/components/features/alert-queue/testing/alert';
import { aroundQueueTests, at, maya, showQueue, testNow } from '@/components/queue/testing/show-queue';
import { toastStore } from '@/components/ui/toast';
import type { AlertActRequest, AlertOutcome } from '@/lib/domain/alert/act';
import type { AlertDetailReply } from '@/lib/domain/alert/alert-list';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { paintAlert } from '@/lib/domain/alert/paint';
import { alertKeys, storeAlerts } from '@/lib/queries/alert-cache';
import { peopleQueries } from '@/lib/queries/people';

const server = vi.hoisted(() => ({
  change: vi.fn<(input: { acts: AlertActRequest[] }) => Promise<{ outcomes: AlertOutcome[] }>>(),
  undo: vi.fn<(input: { commandIds: string[] }) => Promise<{ outcomes: AlertOutcome[] }>>(),
  comment: vi.fn<(input: { id: string; text: string }) => Promise<AlertOutcome>>(),
  detail: vi.fn<(input: { id: string }) => Promise<AlertDetailReply>>(),
}));
const router = vi.hoisted(() => ({ push: vi.fn() }));

vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.mock('@/lib/queries/client', async () => {
  const { silentRpc } = await import('@/components/queue/testing/silent-rpc');
  return { rpc: silentRpc({ alerts: server }) };
});

aroundQueueTests();
beforeEach(() => {
  alertActs.undoStack.clear();
  server.detail.mockReturnValue(new Promise(() => undefined));
});

const three = [
  alertOf({ id: 'ed1', title: 'Phishing link opened', severity: 'high', ...at(30) }),
  alertOf({ id: 'sn2', title: 'Odd DNS traffic', product: 'sentinel', detectionSource: 'scheduledAlerts', ...at(20) }),
  alertOf({
    id: 'g3',
    title: 'Rule without incidents',
    product: 'sentinel',
    system: 'sentinel',
    incidentKey: null,
    ...at(10),
  }),
];

function show(alerts: AlertRow[] = three, { search = '', misread = [] as string[] } = {}) {
  return showQueue(<AlertQueue misread={misread} />, { search }, (client) =>
    client.setQueryData(alertKeys.list, { alerts, now: testNow, seq: 1 }),
  );
}

const cellsOf = (column: string) =>
  [...document.querySelectorAll(`tr[data-key] [data-column="${column}"]`)].map((cell) => cell.textContent);
const titles = () => cellsOf('title');

/** The server stores everything. */
function stores(): void {
  server.change.mockImplementation(async ({ acts }) => ({
    outcomes: acts.map(({ commandId, id, changes }): AlertOutcome => {
      const alert = three.find((one) => one.id === id) ?? alertOf({ id });
      const mark = { state: 'pending', since: '2025-01-15T10:05:00.000Z', commandId, shownBy: [] } as const;
      return { outcome: 'stored', commandId, alert: paintAlert(alert, changes, { ...mark, shownBy: [] }) };
    }),
  }));
}

describe('the rows', () => {
  test('the newest change stands first, with its source, and the incident is a link', () => {
    show();
    expect(titles()).toEqual(['Phishing link opened', 'Odd DNS traffic', 'Rule without incidents']);
    expect(cellsOf('source')).toEqual(['Endpoint', 'Sentinel', 'Sentinel']);
    expect(screen.getAllByRole('link', { name: '#12345' })[0]?.getAttribute('href')).toBe('/incidents/12345');
  });

  test('an assignee stands by name where the console knows the person, else by address', () => {
    const alerts = [
      alertOf({ id: 'a', assignee: maya.name.toUpperCase(), ...at(30) }),
      alertOf({ id: 'b', assignee: 'stranger@contoso.com', ...at(20) }),
      alertOf({ id: 'c', ...at(10) }),
    ];
    showQueue(<AlertQueue misread={[]} />, { search: '' }, (client) => {
      client.setQueryData(alertKeys.list, { alerts, now: testNow, seq: 1 });
      client.setQueryData(peopleQueries.assignable().queryKey, [maya]);
    });
    expect(cellsOf('assignee')).toEqual([maya.displayName, 'stranger@contoso.com', 'Unassigned']);
  });

  test('mine are those of my groups too, and the address holds it', async () => {
    const alerts = [
      alertOf({ id: 'a', title: 'My own', assignee: maya.name, ...at(40) }),
      alertOf({ id: 'b', title: 'My group’s', assignee: 'soc-tier2@contoso.com', ...at(30) }),
      alertOf({ id: 'c', title: 'A stranger’s', assignee: 'stranger@contoso.com', ...at(20) }),
      alertOf({ id: 'd', title: 'Nobody’s', ...at(10) }),
    ];
    const group = { name: 'soc-tier2@contoso.com', displayName: 'SOC Tier 2', objectId: 'g', isGroup: true } as const;
    const { user, addresses } = showQueue(<AlertQueue misread={[]} />, { search: '?q=mine:me,group' }, (client) => {
      client.setQueryData(alertKeys.list, { alerts, now: testNow, seq: 1 });
      client.setQueryData(peopleQueries.myGroups().queryKey, [group]);
    });
    expect(titles()).toEqual(['My own', 'My group’s']);
    await user.click(screen.getByRole('button', { name: /^Mine/u }));
    await user.click(await screen.findByRole('option', { name: /Assigned to me/u }));
    await waitFor(() => expect(titles()).toEqual(['My group’s']));
    await waitFor(() => expect(new URLSearchParams(addresses.at(-1)).get('q')).toBe('mine:group'));
  });

  test('M46: service source Sentinel is a filter that lives in the address', async () => {
    const { user, addresses } = show();
    await user.click(screen.getByRole('button', { name: /^Service source/u }));
    await user.click(await screen.findByRole('option', { name: /Microsoft Sentinel/u }));
    await waitFor(() => expect(titles()).toEqual(['Odd DNS traffic', 'Rule without incidents']));
    await waitFor(() => expect(new URLSearchParams(addresses.at(-1)).get('q')).toContain('source:sentinel'));
    cleanup();
    show(three, { search: addresses.at(-1) ?? '' });
    expect(titles()).toEqual(['Odd DNS traffic', 'Rule without incidents']);
  });

  test.each<[string, string[]]>([
    ['?q=incident:12345', ['Phishing link opened', 'Odd DNS traffic']],
    ['?q=incident:none', ['Rule without incidents']],
    ['?q=-source:sentinel', ['Phishing link opened']],
    ['?q=detection:scheduledAlerts', ['Odd DNS traffic']],
    ['?q=dns', ['Odd DNS traffic']],
    ['?view=sentinel-only', ['Rule without incidents']],
  ])('%s', (search, expected) => {
    show(three, { search });
    expect(titles()).toEqual(expected);
  });

  test('grouped by incident they stand under headings with counts', () => {
    show(three, { search: '?group=incident' });
    expect(screen.getByRole('treegrid', { name: 'Alerts' })).toBeTruthy();
    const headings = [...document.querySelectorAll('tr[data-group]')].map((row) => row.textContent);
    expect(headings).toEqual([expect.stringMatching(/#12345.*2/u), expect.stringMatching(/None.*1/u)]);
  });

  test('an empty queue says what is filtered away, and takes it away', async () => {
    const { user } = show(three, { search: '?q=status:resolved' });
    await user.click(await screen.findByRole('button', { name: 'Show all 3' }));
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  test('an address that makes no sense is named', () => {
    show(three, { misread: ['sort'] });
    expect(screen.getByText(/was not understood/u).closest('p')?.textContent).toContain('sort');
  });

  test('ten thousand alerts of one incident draw no more rows than fit', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => alertOf({ id: `ed${index}` }));
    show(many, { search: '?q=incident:12345' });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
    expect(document.querySelectorAll('tr[data-key]').length).toBeLessThan(80);
  });
});

describe('acts by keyboard', () => {
  test('a assigns to me at once, with what was seen, and u takes it back', async () => {
    stores();
    const { user } = show();
    await user.keyboard('ja');
    expect(cellsOf('assignee')[0]).toContain(maya.name);
    await waitFor(() => expect(server.change).toHaveBeenCalledOnce());
    const [{ acts }] = server.change.mock.calls[0] ?? [{ acts: [] }];
    expect(acts).toMatchObject([
      { id: 'ed1', changes: { assignee: maya.name }, seen: { assignee: null }, overwrite: false },
    ]);
    server.undo.mockResolvedValue({ outcomes: [] });
    await user.keyboard('u');
    await waitFor(() => expect(server.undo).toHaveBeenCalledWith({ commandIds: [acts[0]?.commandId] }));
  });

  test('e f resolves as false positive and goes to the next', async () => {
    stores();
    const { user } = show();
    await user.keyboard('j');
    await user.keyboard('ef');
    await waitFor(() => expect(server.change).toHaveBeenCalledOnce());
    expect(server.change.mock.calls[0]?.[0].acts[0]?.changes).toMatchObject({
      status: 'resolved',
      verdict: { classification: 'falsePositive' },
    });
    expect(document.querySelector('[data-cursor="true"]')?.getAttribute('data-key')).toBe('sn2');
  });

  test('a bulk act is one request; what Sentinel cannot do is told and not sent', async () => {
    stores();
    const { user } = show();
    await user.keyboard('X');
    expect(await screen.findByRole('toolbar', { name: 'Selected alerts' })).toBeTruthy();
    await user.keyboard('a');
    await waitFor(() => expect(server.change).toHaveBeenCalledOnce());
    expect(server.change.mock.calls[0]?.[0].acts.map(({ id }) => id)).toEqual(['ed1', 'sn2']);
    const results = await screen.findByRole('region', { name: 'What was not changed' });
    expect(results.textContent).toContain('1 of 3 not changed');
    expect(results.textContent).toContain('Change its incident');
  });

  test('what Defender refuses later is told though the row has left the filter', async () => {
    stores();
    const { client, user } = show(three, { search: '?q=status:new+system:defender' });
    await user.keyboard('X');
    await user.keyboard('ef');
    await waitFor(() => expect(titles()).toEqual([]));
    const [{ acts }] = server.change.mock.calls[0] ?? [{ acts: [] }];
    const [first] = three;
    if (first === undefined) throw new Error('no alert');
    const refused = {
      state: 'refused' as const,
      since: '2025-01-15T10:05:02.000Z',
      commandId: acts[0]?.commandId ?? '',
      shownBy: [],
      reason: 'Conflict: it is being correlated',
      retryable: true,
    };
    // It is not new to the analyst either: somebody has begun with it meanwhile.
    act(() => storeAlerts(client, [{ ...first, status: 'inProgress', sync: { status: refused } }]));
    const results = await screen.findByRole('region', { name: 'What was not changed' });
    expect(results.textContent).toContain('1 of 2 not changed');
    expect(results.textContent).toContain('Conflict: it is being correlated');
    expect(titles()).toEqual([]);
    expect(within(results).getByRole('button', { name: /try again/u })).toBeTruthy();
  });

  test('somebody was quicker: nothing is stored until it is decided', async () => {
    const { user } = show();
    const fields = [
      { field: 'assignee', yours: maya.name, theirs: 'sam@contoso.com', by: 'Sam Okoye', at: null },
    ] as const;
    server.change.mockImplementation(async ({ acts: [asked] }) => ({
      outcomes: [
        {
          outcome: 'overtaken',
          commandId: asked?.commandId ?? '',
          alert: alertOf({ id: 'ed1', assignee: 'sam@contoso.com' }),
          fields: [...fields],
        },
      ],
    }));
    await user.keyboard('ja');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Sam Okoye');
    stores();
    await user.click(within(dialog).getByRole('button', { name: 'Overwrite with mine' }));
    await waitFor(() => expect(server.change).toHaveBeenCalledTimes(2));
    expect(server.change.mock.calls[1]?.[0].acts[0]).toMatchObject({ overwrite: true });
  });

  test('a console that does not answer puts the old value back and says so', async () => {
    const { user } = show();
    server.change.mockRejectedValue(new Error('The console is away.'));
    await user.keyboard('ja');
    await waitFor(() => expect(cellsOf('assignee')[0]).toContain('Unassigned'));
    expect(toastStore.get().map(({ detail }) => detail)).toContain('The console is away.');
  });

  test('i opens the incident', async () => {
    const { user } = show();
    await user.keyboard('ji');
    expect(router.push).toHaveBeenCalledWith('/incidents/12345');
  });
});

describe('the pane', () => {
  test('shows the alert as sections, why it was linked, and text as text', async () => {
    const [row] = three;
    if (row === undefined) throw new Error('no alert');
    server.detail.mockResolvedValue({
      kind: 'found',
      detail: {
        row,
        alert: {
          ...row,
          tactics: [],
          techniques: [],
          description: '<b>Somebody</b> opened a link.',
          productName: '',
          systems: ['defender'],
          webUrl: 'https://attacker.example/',
          evidence: [],
          recommendedActions: 'Reset the password.',
          link: { reasons: ['sameActor', 'temporalProximity'], by: ['user alex.johnson@contoso.com'] },
        },
        comments: [],
        investigationState: null,
        providerAlertId: null,
        readAt: '2025-01-15T10:05:00.000Z',
      },
    });
    const { user } = show();
    await user.keyboard('j');
    const pane = await screen.findByRole('complementary', { name: 'Alert' });
    expect(await within(pane).findByText('<b>Somebody</b> opened a link.')).toBeTruthy();
    expect(within(pane).getByRole('region', { name: 'Incident' }).textContent).toContain(
      'Linked because: same user, close in time: user alex.johnson@contoso.com',
    );
    expect(within(pane).getByText('Reset the password.')).toBeTruthy();
    // An address that leads elsewhere than to Microsoft is no link.
    expect(within(pane).queryByRole('link', { name: /Open in Defender/u })).toBeNull();
  });

  test('keeps what the row knows when the alert cannot be read', async () => {
    server.detail.mockRejectedValue(new Error('Defender did not answer.'));
    const { user } = show();
    await user.keyboard('j');
    const pane = await screen.findByRole('complementary', { name: 'Alert' });
    expect(await within(pane).findByText(/Defender did not answer/u)).toBeTruthy();
    expect(within(pane).getByRole('region', { name: 'What happened' }).textContent).toContain(
      'Microsoft Defender for Endpoint',
    );
  });

  test('says why nothing can be changed where nothing can', async () => {
    const { user } = show();
    await user.keyboard('jjj');
    const pane = await screen.findByRole('complementary', { name: 'Alert' });
    expect(within(pane).getByRole('button', { name: 'Change status' })).toHaveProperty('disabled', true);
    expect(pane.textContent).toContain('Change its incident');
  });
});

test('under the cursor nothing moves: a new alert waits', async () => {
  const { client, user } = show();
  await user.keyboard('j');
  act(() => storeAlerts(client, [alertOf({ id: 'ed9', title: 'Just now', ...at(59) })]));
  expect(titles()).toEqual(['Phishing link opened', 'Odd DNS traffic', 'Rule without incidents']);
  await user.click(await screen.findByRole('button', { name: /1 new · show/u }));
  await waitFor(() => expect(titles()[0]).toBe('Just now'));
});
