/** The frame of every page: rail, top bar, banners, and the page itself as the main landmark. */
'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useState } from 'react';
import { KeyHint } from '@/components/shell/key-hint';
import { Rail } from '@/components/shell/rail';
import { SourceBanner } from '@/components/shell/source-banner';
import { tellUnkept } from '@/components/shell/tell-unkept';
import { TopBar } from '@/components/shell/top-bar';
import { useKeySync } from '@/components/shell/use-key-sync';
import { useKeys } from '@/components/shell/use-keys';
import { patiently } from '@/components/ui/patiently';
import { type Loader, useLoadAhead } from '@/components/ui/use-load-ahead';
import { useFeed } from '@/lib/queries/feed';
import { useOutbox } from '@/lib/queries/outbox/use-outbox';

// Neither is needed for the first look at a queue.
const CommandPalette = dynamic(
  () => patiently(() => import('@/components/shell/command-palette')).then((file) => file.CommandPalette),
  {
    ssr: false,
  },
);
const ShortcutSheet = dynamic(
  () => patiently(() => import('@/components/shell/shortcut-sheet')).then((file) => file.ShortcutSheet),
  {
    ssr: false,
  },
);

const ahead: readonly Loader[] = [
  () => import('@/components/shell/command-palette'),
  () => import('@/components/shell/shortcut-sheet'),
];

type Overlay = 'palette' | 'sheet' | null;

export function Shell({ children }: { children: ReactNode }) {
  useFeed();
  useOutbox(tellUnkept);
  useLoadAhead(ahead);
  useKeySync();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const openPalette = useCallback(() => setOverlay('palette'), []);
  const openSheet = useCallback(() => setOverlay('sheet'), []);
  const close = (open: boolean) => {
    if (!open) setOverlay(null);
  };
  useKeys({ onPalette: openPalette, onSheet: openSheet });
  return (
    <div className="flex h-dvh flex-col overflow-hidden sm:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded bg-raised px-3 py-2 shadow-overlay focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TopBar onSearch={openPalette} />
        <SourceBanner />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      <KeyHint />
      {overlay === 'palette' ? <CommandPalette onOpenChange={close} /> : null}
      {overlay === 'sheet' ? <ShortcutSheet open onOpenChange={close} /> : null}
    </div>
  );
}
