/**
 * Where lines stand. All are equally tall but those that show something beneath themselves; few do, so a line's place
 * is a multiplication and a look at the few before it. Measuring each line would only cost.
 */

export type TallLine = { index: number; extraPx: number };

export type LinePlaces = {
  count: number;
  totalPx: number;
  topOf: (index: number) => number;
  /** The line at a distance from the top; beyond the last it is `count`. */
  indexAt: (px: number) => number;
  /** How many lines before this one have something beneath them. */
  tallBefore: (index: number) => number;
};

/** `tall` in ascending order of their indexes. */
export function linePlaces(count: number, rowHeight: number, tall: readonly TallLine[]): LinePlaces {
  const sums = [0];
  for (const { extraPx } of tall) sums.push((sums.at(-1) ?? 0) + extraPx);
  const tallBefore = (index: number) => {
    let [low, high] = [0, tall.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tall[middle]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const topOf = (index: number) => index * rowHeight + (sums[tallBefore(index)] ?? 0);
  return {
    count,
    totalPx: topOf(count),
    topOf,
    indexAt: (px) => {
      if (tall.length === 0) return Math.max(0, Math.min(Math.floor(px / rowHeight), count));
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (topOf(middle + 1) <= px) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    tallBefore,
  };
}
