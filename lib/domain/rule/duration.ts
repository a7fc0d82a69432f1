/** ISO 8601 durations as people choose and read them: so many minutes, hours or days. */
import { isoDurationMs } from '@/lib/base/iso-duration';

/** The smallest first. */
export const durationUnits = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

const unitMs: Record<DurationUnit, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** `5 hours` → `PT5H`. `count` is whole. */
export function isoDuration(count: number, unit: DurationUnit): string {
  const letters = { minutes: `PT${count}M`, hours: `PT${count}H`, days: `P${count}D` };
  return letters[unit];
}

/** In the largest unit that leaves no rest; null for what is no duration of whole minutes. */
export function durationParts(iso: string): { count: number; unit: DurationUnit } | null {
  const ms = isoDurationMs(iso);
  if (ms === null || ms % unitMs.minutes !== 0) return null;
  const unit = durationUnits.findLast((candidate) => ms % unitMs[candidate] === 0 && ms > 0) ?? 'minutes';
  return { count: ms / unitMs[unit], unit };
}

/** `5 hours`, `1 day`, `4 days 4 hours`: at most two units. */
export function spanWords(ms: number): string {
  let rest = ms;
  const parts = durationUnits.toReversed().flatMap((unit) => {
    const count = Math.floor(rest / unitMs[unit]);
    rest -= count * unitMs[unit];
    return count === 0 ? [] : [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`];
  });
  return parts.length === 0 ? '0 minutes' : parts.slice(0, 2).join(' ');
}

/** The text itself when it is no duration. */
export function durationWords(iso: string): string {
  const ms = isoDurationMs(iso);
  return ms === null ? iso : spanWords(ms);
}
