/**
 * How often a custom detection may run and how far back it looks then.
 * https://learn.microsoft.com/defender-xdr/custom-detection-rules#rule-frequency
 */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export type DetectionSchedule = { everyMs: number; lookBackMs: number; continuous: boolean };

const lookBacks: readonly (readonly [everyMs: number, lookBackMs: number])[] = [
  [hourMs, 4 * hourMs],
  [3 * hourMs, 12 * hourMs],
  [12 * hourMs, 48 * hourMs],
];
const longestMs = 30 * 24 * hourMs;

/** `frequencyMs` 0 is continuous: about every minute. Frequencies in between look back as the next longer one does. */
export function detectionSchedule(frequencyMs: number): DetectionSchedule {
  if (frequencyMs === 0) return { everyMs: minuteMs, lookBackMs: hourMs, continuous: true };
  const lookBackMs = lookBacks.find(([everyMs]) => frequencyMs <= everyMs)?.[1] ?? longestMs;
  return { everyMs: Math.max(frequencyMs, 5 * minuteMs), lookBackMs, continuous: false };
}
