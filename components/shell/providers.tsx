/** What every page stands on: query cache, address state, preferences, tooltips, toasts and the live region. */
'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { Announcer } from '@/components/ui/announcer';
import type { Preferences } from '@/components/ui/preferences';
import { PreferencesProvider } from '@/components/ui/preferences-provider';
import { Toaster } from '@/components/ui/toaster';

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The feed keeps answers current; focusing the window is no reason to ask again.
      queries: { staleTime: 60_000, refetchOnWindowFocus: false, retry: 2 },
    },
  });
}

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <PreferencesProvider initial={preferences}>
          {children}
          <Toaster />
          <Announcer />
        </PreferencesProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
