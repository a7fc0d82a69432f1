/**
 * The analyst's preferences for every component: `const [preferences, change] = usePreferences(); change({ zone: 'local' })`.
 * The provider (mounted by the shell) writes them to the cookie and to <html>, where the stylesheet reads them.
 */
'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { defaultPreferences, type Preferences, preferencesCookie, printPreferences } from '@/components/ui/preferences';
import { shortcutRegistry } from '@/components/ui/shortcut-registry';

type Change = (change: Partial<Preferences>) => void;

const Context = createContext<readonly [Preferences, Change]>([defaultPreferences, () => undefined]);

export function usePreferences(): readonly [Preferences, Change] {
  return useContext(Context);
}

const aYearSeconds = 31_536_000;

function store(preferences: Preferences): void {
  // The Cookie Store API needs https; the console may also be reached over plain http.
  document.cookie = `${preferencesCookie}=${encodeURIComponent(printPreferences(preferences))}; path=/; max-age=${aYearSeconds}; samesite=lax`;
  document.documentElement.dataset.theme = preferences.theme;
  document.documentElement.dataset.density = preferences.density;
}

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const change = useCallback<Change>((part) => {
    setPreferences((before) => {
      const after = { ...before, ...part };
      store(after);
      return after;
    });
  }, []);
  const { keyMap } = preferences;
  useEffect(() => shortcutRegistry.remap(keyMap), [keyMap]);
  const value = useMemo(() => [preferences, change] as const, [preferences, change]);
  return <Context value={value}>{children}</Context>;
}
