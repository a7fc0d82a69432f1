/** A queue in a test: its page with a session, the saved views, an address in memory, and keys that are heard. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import type { SavedViews } from '@/lib/domain/queue/saved-view';
import { noteServerTime } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';
import { viewQueries } from '@/lib/queries/views';

export const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };

/** When it is in these tests. */
export const testNow = '2025-01-15T10:05:00Z';

/** A change at this minute of the morning. */
export const at = (minute: number) => ({ updatedAt: `2025-01-15T09:${String(minute).padStart(2, '0')}:00.000Z` });

const noViews: SavedViews = { views: [], defaults: { incidents: null, alerts: null, rules: null } };

const onKeyDown = (event: KeyboardEvent) => shortcutRegistry.press(event, true);

/** Before and after each test of a file. */
export function aroundQueueTests(): void {
  // Editors are loaded when they are first wanted, and a busy machine takes its time.
  configure({ asyncUtilTimeout: 20_000 });
  vi.setConfig({ testTimeout: 60_000 });
  beforeEach(() => {
    document.addEventListener('keydown', onKeyDown);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    noteServerTime(testNow);
    localStorage.clear();
  });
  afterEach(() => {
    cleanup();
    document.removeEventListener('keydown', onKeyDown);
    vi.restoreAllMocks();
    vi.clearAllMocks();
  });
}

/** `views` null: the server has not told them yet. */
export function showQueue(
  page: ReactElement,
  { search = '', views = noViews }: { search?: string; views?: SavedViews | null | undefined },
  seed: (client: QueryClient) => void,
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQueries.current().queryKey, {
    tenant: { id: 't', displayName: 'Contoso' },
    workspace: { name: 'w', id: 'i', resourceGroup: 'g', subscriptionId: 's', location: null },
    me: maya,
    canSwitchUser: false,
  });
  if (views !== null) client.setQueryData(viewQueries.list().queryKey, views);
  seed(client);
  const addresses: string[] = [];
  render(
    <QueryClientProvider client={client}>
      <NuqsTestingAdapter
        searchParams={search}
        hasMemory
        onUrlUpdate={(update: UrlUpdateEvent) => addresses.push(update.queryString)}
      >
        {page}
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return { client, addresses, user: userEvent.setup() };
}
