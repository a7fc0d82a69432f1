/**
 * Acts of a page, alive while the component is mounted, listed in the `?` sheet and offered by the palette:
 * `useShortcuts('Incident queue', [{ keys: 'e', does: 'Resolve', run }], () => '#12345')`. `run` may change at every render.
 */
'use client';
import { useEffect, useRef } from 'react';
import { type Shortcut, shortcutRegistry } from '@/components/ui/shortcut-registry';

/** `about` says what the acts are about at this moment. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], about?: () => string | null): void {
  const latest = useRef({ shortcuts, about });
  useEffect(() => {
    latest.current = { shortcuts, about };
  });
  const signature = shortcuts.map(({ keys, does, inPalette }) => `${keys}\t${does}\t${inPalette !== false}`).join('\n');
  useEffect(() => {
    if (signature === '') return;
    const stable = signature.split('\n').map((line, at): Shortcut => {
      const [keys = '', does = '', inPalette] = line.split('\t');
      return { keys, does, inPalette: inPalette === 'true', run: () => latest.current.shortcuts[at]?.run() };
    });
    return shortcutRegistry.add({ title, shortcuts: stable, about: () => latest.current.about?.() ?? null });
  }, [title, signature]);
}
