/** How long, in the two largest units: `1 h 12 min`, `3 d 4 h`, `40 s`. */

const units = [
  { word: 'd', ms: 86_400_000 },
  { word: 'h', ms: 3_600_000 },
  { word: 'min', ms: 60_000 },
  { word: 's', ms: 1_000 },
] as const;

export function durationWords(durationMs: number): string {
  const rest = Math.max(0, Math.round(durationMs / 1_000) * 1_000);
  const first = units.findIndex((unit) => rest >= unit.ms);
  const unit = units[first];
  if (unit === undefined) return '0 s';
  const count = Math.floor(rest / unit.ms);
  const next = units[first + 1];
  const remainder = next === undefined ? 0 : Math.floor((rest - count * unit.ms) / next.ms);
  return next === undefined || remainder === 0
    ? `${count} ${unit.word}`
    : `${count} ${unit.word} ${remainder} ${next.word}`;
}
