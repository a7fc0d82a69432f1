/** How far two names are apart: insertions, deletions, replacements and swaps of neighbours, or `limit + 1` when it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? limit + 1;
}

/** The names that are likely meant, nearest first: another case counts as nearly the same. */
export function nearestNames(wanted: string, known: Iterable<string>, most = 3): string[] {
  const limit = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  const small = wanted.toLowerCase();
  const found: { name: string; distance: number }[] = [];
  for (const name of known) {
    const other = name.toLowerCase();
    const isPart =
      small.length >= 5 && other.length > small.length && (other.startsWith(small) || other.endsWith(small));
    const distance = editDistance(small, other, limit);
    if (distance <= limit) found.push({ name, distance });
    else if (isPart) found.push({ name, distance: limit + 0.5 });
  }
  return found
    .filter(({ name }) => name !== wanted)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
