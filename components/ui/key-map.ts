/**
 * Which keys an analyst presses for what: the keys that the console came with, and the ones chosen instead of them.
 * A map is by the old keys, so that `s` is moved once and means the same on every page that knows `s`.
 */

/** Old keys → new keys; an empty text means that nothing is pressed for it any more. */
export type KeyMap = Readonly<Record<string, string>>;

const oneOrTwo = /^\S( \S)?$/u;

/** Whether a text names keys that can be chosen: one character, or two after another (`g i`). */
export function isChosenKeys(text: string): boolean {
  return oneOrTwo.test(text);
}

/** The keys to press now. The second key of a sequence goes with its first: where `e` became `d`, `e t` is `d t`. */
export function mappedKeys(keys: string, map: KeyMap): string {
  const chosen = map[keys];
  if (chosen !== undefined) return chosen;
  const [first = '', ...rest] = keys.split(' ');
  const moved = rest.length === 0 ? undefined : map[first];
  if (moved === undefined) return keys;
  // A sequence cannot follow another one.
  return moved === '' || moved.includes(' ') ? '' : [moved, ...rest].join(' ');
}

/** Whether only single characters are pressed for it, which WCAG 2.1.4 wants to be switchable. `Escape` and `Ctrl K` are not among them. */
function hasLetter(keys: string): boolean {
  return keys.split(' ').every((key) => [...key].length === 1);
}

/** The keys as they work for this analyst, or null when nothing is pressed for it. */
export function liveKeys(keys: string, { letterKeys, keyMap }: { letterKeys: boolean; keyMap: KeyMap }): string | null {
  const now = mappedKeys(keys, keyMap);
  return now === '' || (!letterKeys && hasLetter(now)) ? null : now;
}
