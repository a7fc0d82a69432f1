// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { router, server } from '@/components/features/incident-page/testing/page-server';
import { sampleIncident } from '@/components/features/incident-page/testing/sample-incident';
import { found, setUpPage, show } from '@/components/features/incident-page/testing/show-page';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { toastStore } from '@/components/ui/toast';
import { knownKeys } from '@/components/vocabulary/known-keys';

vi.mock('next/navigation', async () => {
  const { router: stand } = await import('@/components/features/incident-page/testing/page-server');
  return { useRouter: () => stand };
});
vi.mock('@/lib/queries/client', async () => {
  const { clientModule } = await import('@/components/features/incident-page/testing/page-server');
  return clientModule();
});

setUpPage();

it('shows the priority that the queue sorts by, and why it has it', async () => {
  const user = show(found());
  await user.click(await screen.findByRole('button', { name: /^Priority: \d+$/u }));
  const reasons = await screen.findByRole('dialog', { name: 'Reasons of its priority' });
  expect(within(reasons).getAllByRole('listitem')[0]?.textContent).toBe('Defender scores it 92');
});

describe('triage by keyboard', () => {
  it('sets a status with s', async () => {
    server.change.mockResolvedValue({ outcome: 'stored', commandId: 'c', incident: sampleIncident() });
    const user = show(found());
    await screen.findByRole('tablist');
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'In progress' }));
    expect(server.change.mock.calls[0]?.[0]).toMatchObject({ key: '12345', changes: { status: 'inProgress' } });
  });

  it('resolves with e, asking for the verdict and saying what each system keeps', async () => {
    server.change.mockResolvedValue({ outcome: 'stored', commandId: 'c', incident: sampleIncident() });
    const user = show(found());
    await screen.findByRole('tablist');
    await user.keyboard('e');
    const dialog = await screen.findByRole('dialog', { name: 'Resolve' });
    await user.click(within(dialog).getByRole('radio', { name: 'False positive' }));
    expect(dialog.textContent).toContain('Sentinel has no determinations and keeps “Inaccurate data”');
    await user.type(within(dialog).getByLabelText('Closing note'), 'Test of the red team');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(server.change.mock.calls[0]?.[0]).toMatchObject({
      changes: {
        status: 'resolved',
        verdict: { classification: 'falsePositive', determination: 'notMalicious', comment: 'Test of the red team' },
      },
    });
  });

  it('takes the last act back with u', async () => {
    server.change.mockResolvedValue({ outcome: 'stored', commandId: 'c', incident: sampleIncident() });
    server.undo.mockResolvedValue({ outcomes: [{ outcome: 'stored', commandId: 'd', incident: sampleIncident() }] });
    const user = show(found());
    await screen.findByRole('tablist');
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'In progress' }));
    await waitFor(() => expect(toastStore.get().at(-1)?.action?.label).toBe('Undo'));
    await user.keyboard('u');
    await waitFor(() => expect(server.undo).toHaveBeenCalledWith({ commandIds: ['c'] }));
  });

  it('asks when somebody was quicker, and carries mine through only if I insist', async () => {
    const fields = [{ field: 'status', yours: 'In progress', theirs: 'Resolved', by: 'Sam Okoye', at: null }];
    server.change.mockImplementation(async ({ overwrite }) =>
      overwrite
        ? { outcome: 'stored', commandId: 'c', incident: sampleIncident() }
        : { outcome: 'overtaken', commandId: 'c', incident: sampleIncident(), fields },
    );
    const user = show(found());
    await screen.findByRole('tablist');
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'In progress' }));
    const dialog = await screen.findByRole('dialog', { name: 'Somebody was quicker' });
    expect(dialog.textContent).toContain('Resolvedby Sam Okoye');
    await user.click(within(dialog).getByRole('button', { name: 'Overwrite with mine' }));
    await waitFor(() => expect(server.change.mock.calls.map(([input]) => input.overwrite)).toEqual([false, true]));
  });

  it('has only keys that can be remapped in the settings', async () => {
    show(found());
    await screen.findByRole('tablist');
    const known = knownKeys.flatMap((group) => group.acts.map(({ keys }) => keys));
    const added = shortcutRegistry.groups().flatMap((group) => group.shortcuts.map(({ keys }) => keys));
    expect(added.filter((keys) => keys !== 'Escape' && !known.includes(keys))).toEqual([]);
  });

  it('says why a merged incident cannot be changed', async () => {
    const user = show(found({ incident: sampleIncident({ status: 'redirected', redirectedTo: '777' }) }));
    await screen.findByRole('tablist');
    await user.keyboard('s');
    expect(await screen.findByText(/merged into #777/u)).toBeTruthy();
  });

  it('goes back to the queue with the cursor on this incident', async () => {
    const user = show(found());
    await screen.findByRole('tablist');
    await user.keyboard('{Escape}');
    expect(router.push).toHaveBeenCalledWith('/incidents?row=12345');
  });
});
