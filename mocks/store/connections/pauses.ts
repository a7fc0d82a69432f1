/** When a stream of rows was off: a list of stretches per name, made as the stream is seen to stop and to flow again. */
import type { ClockMs } from '@/mocks/store/clock';

export type Stretch = { readonly fromMs: ClockMs; untilMs: ClockMs | null };

export type Pauses = {
  /** Says how the stream is now; true when that is new. */
  see(stream: string, flows: boolean, nowMs: ClockMs): boolean;
  of(stream: string): readonly Stretch[];
  all(): readonly { readonly stream: string; readonly stretch: Stretch }[];
  wasOff(stream: string, atMs: ClockMs): boolean;
};

export function createPauses(): Pauses {
  const stretches = new Map<string, Stretch[]>();
  const of = (stream: string): Stretch[] => stretches.get(stream) ?? [];

  return {
    see: (stream, flows, nowMs) => {
      const known = of(stream);
      const last = known.at(-1);
      const flowed = last === undefined || last.untilMs !== null;
      if (flowed === flows) return false;
      if (!flows) stretches.set(stream, [...known, { fromMs: nowMs, untilMs: null }]);
      // Off and on within the same instant is nothing.
      else if (last?.fromMs === nowMs) stretches.set(stream, known.slice(0, -1));
      else if (last) last.untilMs = nowMs;
      return true;
    },
    of,
    all: () => [...stretches].flatMap(([stream, list]) => list.map((stretch) => ({ stream, stretch }))),
    wasOff: (stream, atMs) =>
      of(stream).some(({ fromMs, untilMs }) => atMs >= fromMs && (untilMs === null || atMs < untilMs)),
  };
}
