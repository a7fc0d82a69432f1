/** Listens for the keys of the whole console: the registry's shortcuts, and Ctrl/⌘ K for the palette. */
'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { everywhereTitle } from '@/components/shell/palette-acts';
import { rooms } from '@/components/shell/rooms';
import { usePreferences } from '@/components/ui/preferences-provider';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { rulePath, syncPath } from '@/lib/routes/paths';

const themeWords = { dark: 'dark', light: 'light', system: 'as the system' } as const;

export function useKeys({ onPalette, onSheet }: { onPalette: () => void; onSheet: () => void }): void {
  const router = useRouter();
  const [{ letterKeys, theme, zone }, change] = usePreferences();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
        return;
      }
      shortcutRegistry.press(event, letterKeys);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letterKeys, onPalette]);
  useShortcuts(everywhereTitle, [
    ...rooms.map(({ name, path, keys }) => ({
      keys,
      does: `Go to ${name.toLowerCase()}`,
      run: () => router.push(path),
    })),
    { keys: '', does: 'New analytics rule', run: () => router.push(rulePath()) },
    { keys: '', does: 'Go to bi-directional sync', run: () => router.push(syncPath()) },
    { keys: '?', does: 'Keyboard shortcuts', run: onSheet },
    ...(['dark', 'light', 'system'] as const)
      .filter((name) => name !== theme)
      .map((name) => ({ keys: '', does: `Theme: ${themeWords[name]}`, run: () => change({ theme: name }) })),
    {
      keys: '',
      does: zone === 'utc' ? 'Show local times' : 'Show UTC times',
      run: () => change({ zone: zone === 'utc' ? 'local' : 'utc' }),
    },
  ]);
}
