/** An intrusion that only the workspace's own rules can see, told at a moment of the running clock. */
import { createRandom } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { LogBatch } from '@/mocks/company/log-row';
import { azureIntrusion } from '@/mocks/scenarios/azure-intrusion';
import type { ClockMs } from '@/mocks/store/clock';

export type LiveStep = { atMs: ClockMs; rows: () => readonly LogBatch[] };

/** The `index`th of them, with its sign-in at `startMs`. */
export function liveIntrusion(options: {
  seed: number;
  company: Company;
  startMs: ClockMs;
  index: number;
}): LiveStep[] {
  const { seed, company, startMs, index } = options;
  const random = createRandom(seed, `live-intrusion/${index}`);
  return azureIntrusion({ company, random, startAt: startMs, now: startMs + 3_600_000 }).map(({ at, rows }) => ({
    atMs: at,
    rows,
  }));
}
