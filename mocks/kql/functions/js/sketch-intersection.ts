/** dcount_intersect(): how many values several hll() states share, by inclusion and exclusion of their unions. */
import { hllCount, hllMerge } from './sketches';

/** The count of the first set, of the first two together, of the first three…; null when a state is none. */
export function hllIntersections(...states: unknown[]): (number | null)[] {
  return states.map((_, last) => shared(states.slice(0, last + 1)));
}

/** |A ∩ B ∩ C| is the alternating sum of the sizes of the unions of each choice of the sets. */
function shared(states: readonly unknown[]): number | null {
  let total = 0;
  for (let choice = 1; choice < 2 ** states.length; choice++) {
    const chosen = states.filter((_, index) => Math.floor(choice / 2 ** index) % 2 === 1);
    if (chosen.some((state) => hllCount(state) === null)) return null;
    total += (chosen.length % 2 === 1 ? 1 : -1) * (hllCount(hllMerge(...chosen)) ?? 0);
  }
  // Estimates may come out below nothing.
  return Math.max(0, total);
}
