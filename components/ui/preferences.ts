/** What one analyst likes: kept in a cookie, so that the server paints the right theme before any script runs. */

export const themes = ['system', 'dark', 'light'] as const;
export const zones = ['utc', 'local'] as const;
export const densities = ['compact', 'comfortable'] as const;

export type Preferences = {
  theme: (typeof themes)[number];
  zone: (typeof zones)[number];
  density: (typeof densities)[number];
  /** Single-letter shortcuts; WCAG 2.1.4 wants them to be switchable. */
  letterKeys: boolean;
};

export const defaultPreferences: Preferences = { theme: 'dark', zone: 'utc', density: 'compact', letterKeys: true };

export const preferencesCookie = 'onequeue-preferences';

function member<Value extends string>(values: readonly Value[], text: string | null, otherwise: Value): Value {
  return values.find((value) => value === text) ?? otherwise;
}

/** Reads the cookie's value; whatever it does not understand falls back to the default. */
export function parsePreferences(text: string | undefined): Preferences {
  const fields = new URLSearchParams(text ?? '');
  return {
    theme: member(themes, fields.get('theme'), defaultPreferences.theme),
    zone: member(zones, fields.get('zone'), defaultPreferences.zone),
    density: member(densities, fields.get('density'), defaultPreferences.density),
    letterKeys: fields.get('letters') !== 'off',
  };
}

export function printPreferences({ theme, zone, density, letterKeys }: Preferences): string {
  return new URLSearchParams({ theme, zone, density, letters: letterKeys ? 'on' : 'off' }).toString();
}
