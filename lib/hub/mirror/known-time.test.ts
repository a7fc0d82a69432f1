import { expect, it } from 'vitest';
import { manualClock } from '@/lib/base/manual-clock';
import { openKnownTime } from '@/lib/hub/mirror/known-time';

function book() {
  const marks = new Map<string, unknown>();
  return {
    marks,
    read: async (name: string) => marks.get(name) ?? null,
    write: async (name: string, value: unknown) => void marks.set(name, value),
  };
}

it("goes by Microsoft's time of the last run until Microsoft has answered in this one", async () => {
  const clock = manualClock('2026-11-21T10:00:00Z');
  const marks = book();
  const microsoft = () => new Date(clock.now() - 3_600_000);
  const first = await openKnownTime({ now: microsoft, clock, marks });
  expect(first.now()).toEqual(microsoft());
  await first.save();
  const second = await openKnownTime({ now: () => new Date(clock.now()), clock, marks });
  clock.advance(5_000);
  expect(second.now()).toEqual(microsoft());
  await second.save();
  expect([...marks.marks.values()]).toEqual([-3_600_000]);
});

it('goes by its own clock when nothing was ever heard', async () => {
  const clock = manualClock();
  const time = await openKnownTime({ now: () => new Date(clock.now()), clock, marks: book() });
  expect(time.now().getTime()).toBe(clock.now());
});
