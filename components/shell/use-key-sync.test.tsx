// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useKeySync } from '@/components/shell/use-key-sync';
import type { KeyMap } from '@/components/ui/key-map';
import { defaultPreferences } from '@/components/ui/preferences';
import { PreferencesProvider, usePreferences } from '@/components/ui/preferences-provider';
import { toastStore } from '@/components/ui/toast';
import type { ChooseKeysRequest, ChosenKeys } from '@/lib/domain/session/chosen-keys';

configure({ asyncUtilTimeout: 20_000 });

const server = vi.hoisted(() => ({
  current: vi.fn<() => Promise<unknown>>(),
  choose: vi.fn<(request: unknown) => Promise<unknown>>(),
}));
vi.mock('@/lib/queries/client', () => ({
  rpc: {
    session: { current: { query: async () => ({ me: { name: 'maya.chen@contoso.com' } }) } },
    keys: { current: { query: server.current }, choose: { mutate: server.choose } },
  },
}));

function Probe() {
  useKeySync();
  const [{ keyMap }, change] = usePreferences();
  return (
    <button type="button" onClick={() => change({ keyMap: { e: 'z' } })}>
      {JSON.stringify(keyMap)}
    </button>
  );
}

function show(keyMap: KeyMap = {}) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retryDelay: 0 } } })}>
      <PreferencesProvider initial={{ ...defaultPreferences, keyMap }}>
        <Probe />
      </PreferencesProvider>
    </QueryClientProvider>,
  );
}

const shown = (map: KeyMap) => screen.findByRole('button', { name: JSON.stringify(map) });
const keys = (map: KeyMap, updatedAt = '2025-01-15T10:00:00.000Z'): ChosenKeys => ({ map, updatedAt });
const keptAs = (updatedAt: string) => async (request: unknown) => ({
  outcome: 'kept',
  // Guaranteed by the mock: the hook sends nothing else.
  keys: keys((request as ChooseKeysRequest).map, updatedAt),
});

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

test('a new device uses the keys that were chosen on another', async () => {
  server.current.mockResolvedValue(keys({ e: 'd' }));
  show();
  await shown({ e: 'd' });
  expect(server.choose).not.toHaveBeenCalled();
  expect(decodeURIComponent(document.cookie)).toContain('key=e%3Dd');
});

test('a choice works at once and is sent with the version that it changes', async () => {
  server.current.mockResolvedValue(keys({ e: 'd' }));
  server.choose.mockImplementation(keptAs('2025-01-15T10:01:00.000Z'));
  show();
  const button = await shown({ e: 'd' });
  act(() => button.click());
  await shown({ e: 'z' });
  await waitFor(() => expect(server.choose).toHaveBeenCalledTimes(1));
  expect(server.choose).toHaveBeenCalledWith({ map: { e: 'z' }, seen: '2025-01-15T10:00:00.000Z' });
});

test('another device was quicker: its keys are used, and that is said', async () => {
  server.current.mockResolvedValue(keys({}));
  server.choose.mockResolvedValue({ outcome: 'overtaken', keys: keys({ s: 'q' }, '2025-01-15T10:02:00.000Z') });
  show();
  const button = await shown({});
  await waitFor(() => expect(localStorage.length).toBe(1));
  act(() => button.click());
  await shown({ s: 'q' });
  expect(toastStore.get().map(({ title }) => title)).toContain('Your keys were changed on another device');
});

test('keys that the server refuses are put back, with its reason', async () => {
  server.current.mockResolvedValue(keys({ e: 'd' }));
  server.choose.mockRejectedValue(
    Object.assign(new Error('“z” would be pressed for two things'), { data: { code: 'FORBIDDEN' } }),
  );
  show({ e: 'd' });
  const button = await shown({ e: 'd' });
  await waitFor(() => expect(localStorage.length).toBe(1));
  act(() => button.click());
  await waitFor(() =>
    expect(toastStore.get().map(({ detail }) => detail)).toContain('“z” would be pressed for two things'),
  );
  await shown({ e: 'd' });
  expect(server.choose).toHaveBeenCalledTimes(1);
});

test('a server that cannot be reached costs nobody a key, and is not asked without end', async () => {
  server.current.mockResolvedValue(keys({ e: 'd' }));
  server.choose.mockRejectedValue(new Error('fetch failed'));
  show({ e: 'd' });
  const button = await shown({ e: 'd' });
  await waitFor(() => expect(localStorage.length).toBe(1));
  act(() => button.click());
  await waitFor(() => expect(server.choose).toHaveBeenCalledTimes(4));
  await act(async () => {
    await Promise.resolve();
  });
  expect(server.choose).toHaveBeenCalledTimes(4);
  await shown({ e: 'z' });
  expect(JSON.parse(localStorage.getItem('onequeue-agreed-keys') ?? '')).toMatchObject({ map: { e: 'd' } });
});
