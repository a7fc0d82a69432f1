/** ISO 8601 durations as Microsoft's APIs write them: `PT5M`, `P14D`. */

const unitsMs = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000, W: 604_800_000 };

/** Milliseconds; null for what isn't one. Months and years have no fixed length and Microsoft refuses them too. */
export function isoDurationMs(text: string): number | null {
  const match =
    /^P(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
      text,
    );
  if (!match || text.length < 3) return null;
  const [, weeks, days, hours, minutes, seconds] = match.map((part) => Number(part ?? 0));
  return (
    (weeks ?? 0) * unitsMs.W +
    (days ?? 0) * unitsMs.D +
    (hours ?? 0) * unitsMs.H +
    (minutes ?? 0) * unitsMs.M +
    (seconds ?? 0) * unitsMs.S
  );
}
