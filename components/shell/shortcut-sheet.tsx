/** All keys that are alive on this page, as they are mapped now, by where they belong. Opened by `?`. */
'use client';
import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { mappedKeys } from '@/components/ui/key-map';
import { usePreferences } from '@/components/ui/preferences-provider';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { settingsPath } from '@/lib/routes/paths';

export function ShortcutSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const groups = useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.groups, shortcutRegistry.groups);
  const [{ letterKeys, keyMap }] = usePreferences();
  const shown = groups
    .map(({ title, shortcuts }) => ({
      title,
      lines: shortcuts
        .filter(({ keys }) => keys !== '')
        .map(({ keys, does }) => ({ keys: mappedKeys(keys, keyMap), was: keys, does })),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description={
        <>
          {letterKeys ? 'Keys can be changed or switched off' : 'Single-character keys are switched off'} in{' '}
          <Link href={`${settingsPath()}#keys`} onClick={() => onOpenChange(false)} className="text-accent underline">
            Settings
          </Link>
          .
        </>
      }
      wide
      reading
    >
      <div className="columns-1 gap-8 sm:columns-2">
        {shown.map(({ title, lines }) => (
          <section key={title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-faint text-small">{title}</h3>
            <dl>
              {lines.map(({ keys, was, does }) => (
                <div
                  key={`${was} ${does}`}
                  className="flex min-h-7 items-center justify-between gap-3 border-b last:border-b-0"
                >
                  <dt>{does}</dt>
                  <dd>
                    {keys === '' ? <span className="text-faint text-small">no key</span> : <Kbd keys={keys} exact />}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className="mb-4 break-inside-avoid">
          <h3 className="mb-1 text-faint text-small">Always</h3>
          <dl>
            <div className="flex min-h-7 items-center justify-between gap-3">
              <dt>Any act, any id, any page</dt>
              <dd>
                <Kbd keys="Ctrl K" />
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
