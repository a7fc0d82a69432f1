/** The known word that somebody probably meant: one that begins alike, or with few letters wrong. */

function distance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost));
    }
    above = current;
  }
  return above[right.length] ?? 0;
}

/** Null when none is near. */
export function nearestWord(text: string, words: readonly string[]): string | null {
  const wanted = text.toLowerCase().slice(0, 40);
  if (wanted === '') return null;
  const begun = words.find((word) => word.toLowerCase().startsWith(wanted));
  if (begun !== undefined) return begun;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const far = distance(wanted, word.toLowerCase());
    if (far < bestDistance) {
      best = word;
      bestDistance = far;
    }
  }
  return best;
}
