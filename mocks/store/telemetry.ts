/**
 * What always happens at Contoso: the month before the tenant starts, and then whatever the clock has passed. The
 * second part is made when somebody is about to read, in whole hours and whole minutes, so that nothing has to run
 * while nobody looks.
 */
import { hash32 } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { LogBatch } from '@/mocks/company/log-row';
import { noise } from '@/mocks/noise/noise';
import type { ClockMs } from '@/mocks/store/clock';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const historyDays = 30;
/** `noise` puts this share of a month's rows into its last day; the days that follow are as busy. */
const lastDayShare = 0.45;

/** As many rows as are told one by one; what goes beyond is copied from them by the database. */
const mostTold = 500_000;

export type Telemetry = {
  /** The month before the start, or of a very large one its first part. */
  history(): Iterable<LogBatch>;
  /** How often the engine has to repeat that part. */
  readonly copies: number;
  /** What happened since the last call, up to the last whole minute. */
  until(nowMs: ClockMs): Iterable<LogBatch>;
};

export function createTelemetry(options: {
  seed: number;
  company: Company;
  startMs: ClockMs;
  rows: number;
}): Telemetry {
  const { seed, company, startMs, rows } = options;
  const copies = Math.max(0, Math.ceil(rows / mostTold) - 1);
  const rowsPerMinute = (rows * lastDayShare) / (dayMs / minuteMs);
  let reachedMs = startMs;

  function* piece(fromMs: number, toMs: number): Generator<LogBatch> {
    yield* noise({
      // Each piece draws afresh, or every minute of an hour would look like the first one.
      seed: hash32(`${seed}/live/${fromMs}`),
      company,
      window: { start: new Date(fromMs), end: new Date(toMs) },
      rows: (rowsPerMinute * (toMs - fromMs)) / minuteMs,
    });
  }

  return {
    copies,
    history: () =>
      rows === 0
        ? []
        : noise({
            seed,
            company,
            window: { start: new Date(startMs - historyDays * dayMs), end: new Date(startMs) },
            rows: rows / (copies + 1),
          }),
    *until(nowMs) {
      if (rows === 0) return;
      // Nobody can ask for more than a month back.
      reachedMs = Math.max(reachedMs, Math.floor(nowMs / hourMs) * hourMs - historyDays * dayMs);
      while (reachedMs + minuteMs <= nowMs) {
        const nextHourMs = (Math.floor(reachedMs / hourMs) + 1) * hourMs;
        const wholeHour = reachedMs % hourMs === 0 && nextHourMs <= nowMs;
        const toMs = wholeHour ? nextHourMs : reachedMs + minuteMs;
        const fromMs = reachedMs;
        reachedMs = toMs;
        yield* piece(fromMs, toMs);
      }
    },
  };
}
