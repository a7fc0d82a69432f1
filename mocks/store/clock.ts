/**
 * The tenant's own time. It starts where it is told to, runs in real time, and can be stopped, hurried and moved, so
 * that sync delays, throttle windows and token-free waiting are tested without waiting. Everything in the tenant that
 * happens later is a timer on this clock.
 */

/** Milliseconds since 1970 on the tenant's clock. */
export type ClockMs = number;

export type ClockState = { now: string; paused: boolean; speed: number; pendingTimers: number };

export type Clock = {
  nowMs(): ClockMs;
  now(): Date;
  /** ISO 8601 UTC with milliseconds. */
  iso(): string;
  /** Runs `task` when the clock has come that far; answers a function that calls it off. */
  after(delayMs: number, task: () => void | Promise<void>): () => void;
  /** Moves the clock and fires what became due, in order, each at its own time. */
  advance(byMs: number): Promise<void>;
  pause(): void;
  resume(): void;
  /** Tenant seconds per real second. */
  setSpeed(speed: number): void;
  state(): ClockState;
  close(): void;
};

type Timer = { dueMs: ClockMs; order: number; task: () => void | Promise<void> };

export type ClockOptions = {
  startMs: ClockMs;
  paused?: boolean;
  /** What a task that failed is told to; a clock never stops for one. */
  report: (failure: unknown) => void;
};

/** The longest delay setTimeout takes; a later timer is looked at again when this one fires. */
const longestWaitMs = 2 ** 31 - 1;

export function createClock({ startMs, paused = false, report }: ClockOptions): Clock {
  let anchorMs: ClockMs = startMs;
  let anchorReal = performance.now();
  let speed = 1;
  let stopped = paused;
  let closed = false;
  let orders = 0;
  let wake: NodeJS.Timeout | undefined;
  let moving: Promise<void> = Promise.resolve();
  const timers: Timer[] = [];

  const nowMs = (): ClockMs => (stopped ? anchorMs : Math.floor(anchorMs + (performance.now() - anchorReal) * speed));

  const anchor = (atMs: ClockMs): void => {
    anchorMs = atMs;
    anchorReal = performance.now();
  };

  const next = (): Timer | undefined => timers[0];

  async function fireUntil(untilMs: ClockMs, stepping: boolean): Promise<void> {
    for (let timer = next(); timer && timer.dueMs <= untilMs && !closed; timer = next()) {
      timers.shift();
      if (stepping && timer.dueMs > nowMs()) anchor(timer.dueMs);
      try {
        await timer.task();
      } catch (failure) {
        report(failure);
      }
    }
  }

  function schedule(): void {
    clearTimeout(wake);
    const timer = next();
    if (stopped || closed || !timer) return;
    const waitMs = Math.min(Math.max(0, (timer.dueMs - nowMs()) / speed), longestWaitMs);
    wake = setTimeout(() => {
      moving = moving.then(() => fireUntil(nowMs(), false)).then(schedule);
    }, waitMs);
    wake.unref();
  }

  async function move(byMs: number): Promise<void> {
    const untilMs = nowMs() + byMs;
    const wasStopped = stopped;
    anchor(nowMs());
    stopped = true;
    await fireUntil(untilMs, true);
    anchor(untilMs);
    stopped = wasStopped;
    schedule();
  }

  return {
    nowMs,
    now: () => new Date(nowMs()),
    iso: () => new Date(nowMs()).toISOString(),
    after: (delayMs, task) => {
      const timer: Timer = { dueMs: nowMs() + Math.max(0, delayMs), order: orders++, task };
      const later = timers.findIndex(
        (other) => other.dueMs > timer.dueMs || (other.dueMs === timer.dueMs && other.order > timer.order),
      );
      timers.splice(later === -1 ? timers.length : later, 0, timer);
      if (timers[0] === timer) schedule();
      return () => {
        const index = timers.indexOf(timer);
        if (index !== -1) timers.splice(index, 1);
      };
    },
    advance: (byMs) => {
      moving = moving.then(() => move(byMs));
      return moving;
    },
    pause: () => {
      anchor(nowMs());
      stopped = true;
      clearTimeout(wake);
    },
    resume: () => {
      if (!stopped) return;
      anchor(anchorMs);
      stopped = false;
      schedule();
    },
    setSpeed: (factor) => {
      anchor(nowMs());
      speed = factor;
      schedule();
    },
    state: () => ({ now: new Date(nowMs()).toISOString(), paused: stopped, speed, pendingTimers: timers.length }),
    close: () => {
      closed = true;
      timers.length = 0;
      clearTimeout(wake);
    },
  };
}
