// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { server } from '@/components/features/incident-page/testing/page-server';
import { sampleAlert, sampleIncident, sampleTask } from '@/components/features/incident-page/testing/sample-incident';
import { found, setUpPage, show } from '@/components/features/incident-page/testing/show-page';
import type { HistoryEntry, IncidentHistory } from '@/lib/domain/incident/history';

vi.mock('next/navigation', async () => {
  const { router: stand } = await import('@/components/features/incident-page/testing/page-server');
  return { useRouter: () => stand };
});
vi.mock('@/lib/queries/client', async () => {
  const { clientModule } = await import('@/components/features/incident-page/testing/page-server');
  return clientModule();
});

setUpPage();

function entry(what: HistoryEntry['what'], to: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ at: '2025-01-15T10:00:00.000Z', what, from: null, to, system: 'defender', commandId: null, state: null },
    by: { kind: 'system', name: null },
    times: { event: null, created: null, ingested: null, synced: null },
    ...more,
  };
}
const history = (entries: HistoryEntry[]): IncidentHistory => ({
  entries,
  complete: true,
  since: '2025-01-15T08:00:00.000Z',
});

const sentinelOnly = sampleIncident({ key: '00000000-0000-4000-8000-000000012345', defender: null });
const segment = sentinelOnly.key;

describe('investigations', () => {
  it('M34: of an incident that only Sentinel has cannot run, and the tab says so', async () => {
    show(found({ incident: sentinelOnly }), { segment, search: '?tab=investigations' });
    expect(await screen.findByText('No automated investigation can run here')).toBeTruthy();
    expect(screen.getByText(/Only Sentinel knows this incident, and automated/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Microsoft’s page about it/u }).getAttribute('href')).toMatch(/autoir$/u);
    expect(server.investigations).not.toHaveBeenCalled();
  });

  it('stand by alert and by device; a failing source is named', async () => {
    server.investigations.mockResolvedValue({
      onDevices: [
        {
          ...{ id: '63001', state: 'running', stateDetails: null, device: 'pc-7.contoso.com', alertId: null },
          ...{ startedAt: '2025-01-15T09:00:00.000Z', endedAt: null },
        },
      ],
      failure: 'HTTP 503',
      unaskedDevices: 0,
    });
    const alerts = [
      sampleAlert('a', '09:00', { title: 'Malware', investigation: 'pendingApproval' }),
      sampleAlert('b', '09:10', { title: 'No investigation' }),
    ];
    const user = show(found({ alerts }), { search: '?tab=investigations' });
    const ofAlerts = await screen.findByRole('list', { name: 'Investigations of alerts' });
    expect(within(ofAlerts).getAllByRole('listitem')).toHaveLength(1);
    expect(within(ofAlerts).getByText('Waiting for approval')).toBeTruthy();
    const ofDevices = await screen.findByRole('list', { name: 'Investigations on devices' });
    await waitFor(() => expect(within(ofDevices).getByText('pc-7.contoso.com')).toBeTruthy());
    expect(screen.getByRole('alert').textContent).toContain('could not be asked: HTTP 503');
    await user.click(within(ofAlerts).getByRole('button', { name: 'Malware' }));
    expect((await screen.findByRole('button', { name: /Malware/u })).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('activity', () => {
  it('M33: shows the rename and why no rule should match on titles', async () => {
    const rename = entry('title', 'Multi-stage attack', { from: 'Suspicious sign-in' });
    server.history.mockResolvedValue(history([rename, entry('status', 'new', { from: 'resolved' })]));
    show(found(), { search: '?tab=activity' });
    const titles = await screen.findByRole('region', { name: 'Titles' });
    expect(titles.textContent).toMatch(/Suspicious sign-in → Multi-stage attack/u);
    expect(titles.textContent).toContain('a rule that looks for a title stops matching');
  });

  it('M32: tasks cannot be changed here, and it says where they can', async () => {
    server.tasks.mockResolvedValue({ tasks: [sampleTask()], failure: null });
    show(found(), { search: '?tab=tasks' });
    const add = await screen.findByRole('button', { name: 'Add a task' });
    expect(add).toHaveProperty('disabled', true);
    const why = document.getElementById(add.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toMatch(/Sentinel keeps tasks for itself/u);
    expect(screen.getByRole('link', { name: /Change them in Sentinel/u })).toBeTruthy();
    // They are there to be read all the same.
    const list = await screen.findByRole('list', { name: /Tasks/u });
    expect(list.textContent).toMatch(/^OpenCall the user/u);
    expect(within(list).queryByRole('checkbox')).toBeNull();
  });

  it('of a thousand entries comes by the hundred', async () => {
    const many = Array.from({ length: 250 }, (_, at) => entry('alerts', `Alert ${at}`));
    server.history.mockResolvedValue(history(many));
    const user = show(found(), { search: '?tab=activity' });
    const rows = async () =>
      within(await screen.findByRole('list', { name: 'Changes' })).getAllByRole('listitem').length;
    expect(await rows()).toBe(100);
    await user.click(screen.getByRole('button', { name: '100 more of 150' }));
    expect(await rows()).toBe(200);
  });
});

describe('what came since I looked', () => {
  it('M37: is counted above the page, each change when it is opened', async () => {
    server.lastSeen.mockResolvedValue('2025-01-15T09:00:00.000Z');
    server.changesSince.mockResolvedValue({ alerts: 3, entities: 2, entries: [entry('alerts', 'A new alert')] });
    show(found());
    await waitFor(() => expect(document.body.textContent).toContain('3 alerts and 2 entities since you last looked'));
    expect(screen.getByText('A new alert')).toBeTruthy();
  });

  it('is nothing for whoever looks for the first time', async () => {
    server.lastSeen.mockResolvedValue(null);
    show(found());
    await screen.findByRole('tablist');
    expect(screen.queryByText(/since you last looked/u)).toBeNull();
    expect(server.changesSince).not.toHaveBeenCalled();
  });
});

describe('alerts', () => {
  it('M30: says how many Sentinel shows of a large incident, and where all are', async () => {
    const alerts = Array.from({ length: 40 }, (_, at) => sampleAlert(`a${at}`, '09:00'));
    show(found({ incident: sampleIncident({ alertCount: 1_240 }), alerts }), { search: '?tab=alerts' });
    expect(await screen.findByText('150+ of 1,240')).toBeTruthy();
    expect(screen.getByRole('link', { name: /All in Defender/u })).toBeTruthy();
  });

  it('M32: cannot be added to an incident of Sentinel’s own, and it says where', async () => {
    show(found({ incident: sentinelOnly, alerts: [sampleAlert('a', '09:00')] }), { segment, search: '?tab=alerts' });
    expect(await screen.findByRole('button', { name: 'Add alerts' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/alerts are moved between incidents in Defender/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Move to another incident' })).toBeNull();
  });

  it('move to the incident that any id names', async () => {
    server.resolve.mockResolvedValue({ kind: 'found', key: '777' });
    server.moveAlerts.mockResolvedValue({ outcome: 'stored', commandId: 'c', incident: sampleIncident() });
    const user = show(found({ alerts: [sampleAlert('a', '09:00')] }), { search: '?tab=alerts&alert=a' });
    await user.click(await screen.findByRole('button', { name: 'Move to another incident' }));
    await user.type(await screen.findByLabelText('Id of the incident'), '#777{Enter}');
    await waitFor(() =>
      expect(server.moveAlerts.mock.calls[0]?.[0]).toMatchObject({ from: '12345', alertIds: ['a'], to: '777' }),
    );
  });
});

describe('tasks of an incident that Sentinel alone has', () => {
  const asked = () => server.changeTask.mock.calls.map(([{ commandId: _, ...change }]) => change);
  const open = { title: 'Call the user', description: 'Ask about the mail.', status: 'open' };

  it('are completed, edited, removed and added, each as a change of what was seen', async () => {
    server.tasks.mockResolvedValue({ tasks: [sampleTask()], failure: null });
    server.changeTask.mockResolvedValue({ outcome: 'stored', commandId: 'c', incident: sentinelOnly });
    const user = show(found({ incident: sentinelOnly }), { segment, search: '?tab=tasks' });
    await user.click(await screen.findByRole('checkbox', { name: 'Completed' }));
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const title = screen.getByLabelText('Task');
    await user.clear(title);
    await user.type(title, 'Call the manager{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Add a task' }));
    await user.type(screen.getByLabelText('Task'), 'Reset the password{Enter}');
    await waitFor(() => expect(asked()).toHaveLength(4));
    const { key } = sentinelOnly;
    expect(asked()).toEqual([
      { key, taskId: 't1', before: open, wanted: { ...open, status: 'completed' } },
      { key, taskId: 't1', before: expect.anything(), wanted: expect.objectContaining({ title: 'Call the manager' }) },
      { key, taskId: 't1', before: expect.anything(), wanted: null },
      {
        key,
        taskId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        before: null,
        wanted: { title: 'Reset the password', description: null, status: 'open' },
      },
    ]);
  });

  it('say that a change was refused, and why', async () => {
    const refused = sampleTask({ state: 'refused', commandId: 'c', reason: 'Somebody removed the task meanwhile.' });
    server.tasks.mockResolvedValue({ tasks: [refused], failure: null });
    const user = show(found({ incident: sentinelOnly }), { segment, search: '?tab=tasks' });
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody removed the task meanwhile.');
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    expect(server.retry).toHaveBeenCalledWith({ commandIds: ['c'] });
  });

  it('say since when Sentinel has not told them', async () => {
    const failure = { part: 'tasks', system: 'sentinel', message: '503', since: '2025-01-15T10:00:00.000Z' };
    server.tasks.mockResolvedValue({ tasks: [], failure });
    show(found({ incident: sentinelOnly }), { segment, search: '?tab=tasks' });
    expect((await screen.findByRole('alert')).textContent).toContain('Sentinel has not told its tasks since');
    expect(screen.queryByText(/Nobody has written a task/u)).toBeNull();
  });
});

describe('comments', () => {
  it('M32: cannot be edited, and it says why', async () => {
    const written = { id: '1', system: 'defender', author: 'Sam', text: 'Seen', state: 'confirmed' } as const;
    show(found({ comments: [{ ...written, createdAt: '2025-01-15T09:00:00.000Z' }] }), { search: '?tab=comments' });
    expect(await screen.findByRole('button', { name: 'Edit a comment' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/Defender can add comments and never edit them/u)).toBeTruthy();
  });
});
