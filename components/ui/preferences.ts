/** What one analyst likes: kept in a cookie, so that the server paints the right theme before any script runs. */
import { isChosenKeys, type KeyMap } from '@/components/ui/key-map';

export const themes = ['system', 'dark', 'light'] as const;
export const zones = ['utc', 'local'] as const;
export const densities = ['compact', 'comfortable'] as const;

export type Preferences = {
  theme: (typeof themes)[number];
  zone: (typeof zones)[number];
  density: (typeof densities)[number];
  /** Single-letter shortcuts; WCAG 2.1.4 wants them to be switchable. */
  letterKeys: boolean;
  /** Keys that were chosen instead of the console's own. */
  keyMap: KeyMap;
};

export const defaultPreferences: Preferences = {
  theme: 'dark',
  zone: 'utc',
  density: 'compact',
  letterKeys: true,
  keyMap: {},
};

export const preferencesCookie = 'onequeue-preferences';

function member<Value extends string>(values: readonly Value[], text: string | null, otherwise: Value): Value {
  return values.find((value) => value === text) ?? otherwise;
}

/** `e=d`, one for each; the old keys are never `=`. */
function keyMapOf(texts: readonly string[]): KeyMap {
  const pairs = texts.map((text) => {
    const at = text.indexOf('=');
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(
    pairs.filter(([keys, chosen]) => isChosenKeys(keys) && (chosen === '' || isChosenKeys(chosen))),
  );
}

/** Reads the cookie's value; whatever it does not understand falls back to the default. */
export function parsePreferences(text: string | undefined): Preferences {
  const fields = new URLSearchParams(text ?? '');
  return {
    theme: member(themes, fields.get('theme'), defaultPreferences.theme),
    zone: member(zones, fields.get('zone'), defaultPreferences.zone),
    density: member(densities, fields.get('density'), defaultPreferences.density),
    letterKeys: fields.get('letters') !== 'off',
    keyMap: keyMapOf(fields.getAll('key')),
  };
}

export function printPreferences({ theme, zone, density, letterKeys, keyMap }: Preferences): string {
  const fields = new URLSearchParams({ theme, zone, density, letters: letterKeys ? 'on' : 'off' });
  for (const [keys, chosen] of Object.entries(keyMap)) fields.append('key', `${keys}=${chosen}`);
  return fields.toString();
}
