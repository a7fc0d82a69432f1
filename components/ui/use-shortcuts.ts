/**
 * Keys of a page, alive while the component is mounted and listed in the `?` sheet:
 * `useShortcuts('Incident queue', [{ keys: 'e', does: 'Resolve', run }])`. `run` may change at every render.
 */
'use client';
import { useEffect, useRef } from 'react';
import { type Shortcut, shortcutRegistry } from '@/components/ui/shortcut-registry';

export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const signature = shortcuts.map(({ keys, does }) => `${keys}\t${does}`).join('\n');
  useEffect(() => {
    if (signature === '') return;
    const stable = signature.split('\n').map((line): Shortcut => {
      const [keys = '', does = ''] = line.split('\t');
      return { keys, does, run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run() };
    });
    return shortcutRegistry.add({ title, shortcuts: stable });
  }, [title, signature]);
}
