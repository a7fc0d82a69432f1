/** Choosing other keys: what was typed, whose keys they are already, and the map that comes of it. Pure. */
import { isChosenKeys, type KeyMap, mappedKeys } from '@/components/ui/key-map';

export type KnownAct = { keys: string; does: string };

/** `gx` and `g x` are the same two keys; null for what cannot be keys. */
export function typedKeys(text: string): string | null {
  const keys = [...text.trim()].filter((key) => key !== ' ').join(' ');
  return isChosenKeys(keys) ? keys : null;
}

/** The act that already has these keys, if another one. */
export function holderOf(keys: string, mine: KnownAct, acts: readonly KnownAct[], map: KeyMap): KnownAct | null {
  return acts.find((act) => act.keys !== mine.keys && mappedKeys(act.keys, map) === keys) ?? null;
}

function withKeys(map: KeyMap, act: KnownAct, keys: string): KeyMap {
  const { [act.keys]: _, ...others } = map;
  return mappedKeys(act.keys, others) === keys ? others : { ...others, [act.keys]: keys };
}

/** Nobody loses a key without getting one: who had the new keys gets the old ones. */
export function chooseKeys(map: KeyMap, mine: KnownAct, keys: string, acts: readonly KnownAct[]): KeyMap {
  const holder = keys === '' ? null : holderOf(keys, mine, acts, map);
  const before = mappedKeys(mine.keys, map);
  const mapped = withKeys(map, mine, keys);
  return holder === null ? mapped : withKeys(mapped, holder, before);
}
