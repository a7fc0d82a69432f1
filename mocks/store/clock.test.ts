import { describe, expect, it, vi } from 'vitest';
import { createClock } from '@/mocks/store/clock';

const startMs = Date.parse('2025-01-15T10:05:00Z');
const stopped = (report: (failure: unknown) => void = (failure) => expect.unreachable(String(failure))) =>
  createClock({ startMs, paused: true, report });

describe('the tenant’s clock', () => {
  it('stands still while paused and fires what became due, each at its own time, in order', async () => {
    const clock = stopped();
    const seen: string[] = [];
    clock.after(2000, () => void seen.push(`b ${clock.nowMs() - startMs}`));
    clock.after(1000, () => void seen.push(`a ${clock.nowMs() - startMs}`));
    clock.after(5000, () => void seen.push('too late'));
    expect(clock.iso()).toBe('2025-01-15T10:05:00.000Z');
    await clock.advance(3000);
    expect(seen).toEqual(['a 1000', 'b 2000']);
    expect(clock.nowMs() - startMs).toBe(3000);
  });

  it('fires timers that timers set, within the same advance', async () => {
    const clock = stopped();
    const seen: number[] = [];
    const again = () => {
      seen.push(clock.nowMs() - startMs);
      clock.after(1000, again);
    };
    clock.after(1000, again);
    await clock.advance(3500);
    expect(seen).toEqual([1000, 2000, 3000]);
  });

  it('calls a timer off', async () => {
    const clock = stopped();
    const off = clock.after(1000, () => expect.unreachable());
    off();
    await clock.advance(2000);
    expect(clock.state().pendingTimers).toBe(0);
  });

  it('reports a timer that failed and goes on with the next', async () => {
    const report = vi.fn();
    const clock = stopped(report);
    let reached = false;
    clock.after(1, () => {
      throw new Error('no');
    });
    clock.after(2, () => {
      reached = true;
    });
    await clock.advance(10);
    expect(report).toHaveBeenCalledOnce();
    expect(reached).toBe(true);
  });

  it('runs by itself in real time, and faster when told to', async () => {
    vi.useFakeTimers();
    try {
      const clock = createClock({ startMs, report: () => {} });
      clock.setSpeed(100);
      let fired = 0;
      clock.after(60_000, () => {
        fired = clock.nowMs() - startMs;
      });
      await vi.advanceTimersByTimeAsync(700);
      expect(fired).toBeGreaterThanOrEqual(60_000);
      clock.pause();
      const before = clock.nowMs();
      await vi.advanceTimersByTimeAsync(1000);
      expect(clock.nowMs()).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });
});
