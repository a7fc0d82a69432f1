/** After the first of two keys: what the second one may be, and what happens without one. */
'use client';
import { useSyncExternalStore } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { type PendingKeys, shortcutRegistry } from '@/components/ui/shortcut-registry';

const none = () => null;

function Choices({ pending }: { pending: PendingKeys }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded bg-raised px-3 py-2 shadow-overlay forced-colors:border">
      <Kbd keys={pending.keys} exact />
      {pending.next.map(({ key, does }) => (
        <span key={key} className="flex items-center gap-1.5">
          <Kbd keys={key} exact /> {does}
        </span>
      ))}
      {pending.held === null ? null : <span className="text-muted">or wait: {pending.held}</span>}
    </div>
  );
}

export function KeyHint() {
  const pending = useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.pending, none);
  return (
    <div
      role="status"
      className="pointer-events-none fixed bottom-16 left-1/2 z-50 max-w-[calc(100vw-24px)] -translate-x-1/2 sm:bottom-3"
    >
      {pending === null ? null : <Choices pending={pending} />}
    </div>
  );
}
