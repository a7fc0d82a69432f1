/**
 * Acts upon one incident leave the browser one after the other: two requests side by side may arrive in the wrong
 * order, and the second would then be taken for somebody else's.
 */

const last = new Map<string, Promise<unknown>>();

/** Runs `work` when everything that was asked for these keys before is answered. */
export function inTurn<Result>(keys: readonly string[], work: () => Promise<Result>): Promise<Result> {
  const before = keys.flatMap((key) => last.get(key) ?? []);
  const mine = before.length === 0 ? work() : Promise.allSettled(before).then(work);
  for (const key of keys) last.set(key, mine);
  const forget = () => {
    for (const key of keys) if (last.get(key) === mine) last.delete(key);
  };
  mine.then(forget, forget);
  return mine;
}
