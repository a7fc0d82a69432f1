/** How tall a row is, in pixels; the same numbers as `--row-height` in app/globals.css. */
'use client';
import { usePreferences } from '@/components/ui/preferences-provider';

export function useRowHeight(): number {
  const [{ density }] = usePreferences();
  return density === 'comfortable' ? 40 : 32;
}
