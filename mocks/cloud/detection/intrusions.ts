/** Gives the workspace's own rules something to find: an intrusion forty minutes on, and then one every eleven hours. */
import { liveIntrusion } from '@/mocks/store/live-intrusion';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

const minuteMs = 60_000;
const firstMs = 40 * minuteMs;
const everyMs = 11 * 60 * minuteMs;

export function startIntrusions(store: Store, logs: LogWriter): void {
  const { clock, seed, company } = store;

  function begin(index: number): void {
    for (const { atMs, rows } of liveIntrusion({ seed, company, startMs: clock.nowMs(), index })) {
      clock.after(atMs - clock.nowMs(), () => {
        for (const { table, rows: written } of rows()) logs.write(table, written);
      });
    }
    clock.after(everyMs, () => begin(index + 1));
  }

  clock.after(firstMs, () => begin(0));
}
