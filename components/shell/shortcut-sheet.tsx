/** All keys that are alive on this page, by where they belong. Opened by `?`. */
'use client';
import { useSyncExternalStore } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { usePreferences } from '@/components/ui/preferences-provider';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';

export function ShortcutSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const groups = useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.groups, shortcutRegistry.groups);
  const [{ letterKeys }] = usePreferences();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      {...(letterKeys ? {} : { description: 'Single-letter keys are switched off in Settings.' })}
      wide
    >
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(({ title, shortcuts }) => (
          <section key={title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-faint text-small">{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys} className="flex h-7 items-center justify-between border-b last:border-b-0">
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
