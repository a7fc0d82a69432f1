// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CommandPalette } from '@/components/shell/command-palette';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';

const router = vi.hoisted(() => ({ push: vi.fn() }));
const server = vi.hoisted(() => ({ resolve: vi.fn<(input: { text: string }) => Promise<unknown>>() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.mock('@/lib/queries/client', () => ({ rpc: { incidents: { resolve: { query: server.resolve } } } }));
vi.mock('@/lib/queries/read-incidents', () => ({ readIncidents: () => new Promise(() => undefined) }));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function show(reply: IncidentResolveReply) {
  server.resolve.mockResolvedValue(reply);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <CommandPalette onOpenChange={() => undefined} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}
const chosen = () => document.querySelector('[data-selected="true"]')?.textContent;

test('M38: a number that both systems gave offers both, and Enter means Defender’s', async () => {
  const meanings = [
    { key: '12302', system: 'defender' as const },
    { key: '12345', system: 'sentinel' as const },
  ];
  const user = show({ kind: 'found', key: '12302', meanings });
  await user.type(screen.getByRole('combobox'), '12302');
  expect(await screen.findByText('Open Sentinel’s 12302, which is Defender’s #12345')).toBeTruthy();
  await waitFor(() => expect(chosen()).toBe('Open Defender’s #12302'));
});

test('what was found after the choice moved leaves the choice where it is', async () => {
  const user = show({ kind: 'found', key: '12345' });
  let answer: (reply: IncidentResolveReply) => void = () => undefined;
  server.resolve.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await user.type(screen.getByRole('combobox'), '12345');
  await waitFor(() => expect(chosen()).toContain('Trace 12345'));
  await user.keyboard('{ArrowDown}');
  answer({ kind: 'found', key: '12345' });
  await screen.findByText('Open incident 12345');
  expect(chosen()).toContain('Trace 12345');
});

function Acts({ run }: { run: (act: string) => void }) {
  useShortcuts('Queue', [
    { keys: 'x', does: 'Select', run: () => run('select') },
    { keys: 'G', does: 'Group rows', run: () => run('group') },
  ]);
  return null;
}

test('the first act is chosen at once, and after each letter', async () => {
  const run = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Acts run={run} />
      <CommandPalette onOpenChange={() => undefined} />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await waitFor(() => expect(chosen()).toContain('Select'));
  await user.type(screen.getByRole('combobox'), 'gro');
  await waitFor(() => expect(chosen()).toContain('Group rows'));
});
