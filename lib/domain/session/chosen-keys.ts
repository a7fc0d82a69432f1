/**
 * Keys that an analyst presses instead of the console's own, on every device. A whole map is kept or none of it: two
 * devices that were apart would otherwise mix two maps, each of which made sense, into one that does not.
 */

/** Old keys → new keys, each one character or two after another (`g i`); empty when nothing is pressed for it. */
export type KeyChoices = Readonly<Record<string, string>>;

/** `updatedAt`, ISO 8601 UTC, is also the version that a change is made to. */
export type ChosenKeys = { map: KeyChoices; updatedAt: string };

/** `seen`: the version that the analyst looked at when choosing; null when there was none. */
export type ChooseKeysRequest = { map: KeyChoices; seen: string | null };

/** Either way `keys` is what holds now. */
export type ChooseKeysReply =
  | { outcome: 'kept'; keys: ChosenKeys }
  /** Another device was quicker; nothing was kept. `keys` is what holds now. */
  | { outcome: 'overtaken'; keys: ChosenKeys };

/** More acts than the console will ever have. */
export const mostChosenKeys = 200;

/** Why these keys cannot be kept, for people; null when they can. */
export function keyConflict(map: KeyChoices): string | null {
  const holders = new Map<string, string>();
  for (const [keys, chosen] of Object.entries(map)) {
    if (chosen === '') continue;
    const holder = holders.get(chosen);
    if (holder !== undefined)
      return `“${chosen}” would be pressed for two things: for what “${holder}” was and for what “${keys}” was. Choose other keys for one of them.`;
    holders.set(chosen, keys);
  }
  return null;
}

/** Whatever the order of the keys. */
export function sameChoices(left: KeyChoices, right: KeyChoices): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
