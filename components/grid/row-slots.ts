/**
 * Which element of the page each row is drawn in. A row keeps its element while it is near the screen, so that what is
 * hovered, focused or pressed in it stays its own; a row that leaves gives it to one that comes. Painting another
 * order of ten thousand rows is then a change of texts and not a thousand elements removed and made.
 */

/**
 * `before` in the order of its rows, as the result is: elements then seldom change places among themselves. Without
 * `reuse`, rows that come get new elements: moving one from above the screen to below it costs more than making one.
 */
export function giveSlots(
  before: ReadonlyMap<string, number>,
  keys: readonly string[],
  reuse: boolean,
): ReadonlyMap<string, number> {
  const wanted = new Set(keys);
  const freed: number[] = [];
  let next = 0;
  for (const [key, slot] of before) {
    if (reuse && !wanted.has(key)) freed.push(slot);
    next = Math.max(next, slot + 1);
  }
  const given = new Map<string, number>();
  let taken = 0;
  for (const key of keys) {
    const kept = before.get(key);
    const slot = kept ?? freed[taken] ?? next;
    if (kept === undefined) {
      if (taken >= freed.length) next += 1;
      taken += 1;
    }
    given.set(key, slot);
  }
  return given;
}
