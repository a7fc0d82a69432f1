/** An incident's page as tests show it: on a server of the test's own, with the keys alive. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { afterEach, beforeEach, vi } from 'vitest';
import { IncidentPage } from '@/components/features/incident-page/incident-page';
import { server } from '@/components/features/incident-page/testing/page-server';
import { sampleDetail } from '@/components/features/incident-page/testing/sample-incident';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';

const onKeyDown = (event: KeyboardEvent) => shortcutRegistry.press(event, true);

/** Before and after each test of a file. */
export function setUpPage(): void {
  // Questions are loaded when they are first asked, and a busy machine takes its time.
  configure({ asyncUtilTimeout: 20_000 });
  beforeEach(() => {
    document.addEventListener('keydown', onKeyDown);
    sessionStorage.clear();
    const { history, mergedHistory, investigations, tasks, retry, lastSeen, changesSince } = server;
    for (const read of [history, mergedHistory, investigations, tasks, retry, lastSeen, changesSince]) {
      read.mockReturnValue(new Promise(() => undefined));
    }
  });
  afterEach(() => {
    cleanup();
    document.removeEventListener('keydown', onKeyDown);
    vi.restoreAllMocks();
    vi.clearAllMocks();
  });
}

export function show(reply: IncidentDetailReply | Error, { segment = '12345', search = '' } = {}) {
  server.detail.mockImplementation(() => (reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <NuqsTestingAdapter searchParams={search} hasMemory>
        {/* No stylesheet is loaded here, so this scrolls in place of the tab's panel. */}
        <div style={{ overflowY: 'auto' }}>
          <IncidentPage segment={segment} />
        </div>
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}
export const found = (change: Partial<IncidentDetail> = {}): IncidentDetailReply => ({
  kind: 'found',
  detail: sampleDetail(change),
});
