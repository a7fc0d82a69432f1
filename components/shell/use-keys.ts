/** Listens for the keys of the whole console: the registry's shortcuts, and Ctrl/⌘ K for the palette. */
'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { usePreferences } from '@/components/ui/preferences-provider';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { huntingPath, incidentsPath, settingsPath } from '@/lib/routes/paths';

export function useKeys({ onPalette, onSheet }: { onPalette: () => void; onSheet: () => void }): void {
  const router = useRouter();
  const [{ letterKeys }] = usePreferences();
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
  useShortcuts('Everywhere', [
    { keys: 'g i', does: 'Go to incidents', run: () => router.push(incidentsPath()) },
    { keys: 'g h', does: 'Go to hunting', run: () => router.push(huntingPath()) },
    { keys: 'g s', does: 'Go to settings', run: () => router.push(settingsPath()) },
    { keys: '?', does: 'These shortcuts', run: onSheet },
  ]);
}
