/**
 * How often a property is tried. `KQL_PROPERTY_RUNS=20 npx vitest run mocks/kql/properties` tries twenty times as much;
 * `KQL_PROPERTY_SEED=…` repeats a failure that printed its seed.
 */
import type fc from 'fast-check';

const scale = Number(process.env.KQL_PROPERTY_RUNS ?? 1);
const seed = process.env.KQL_PROPERTY_SEED === undefined ? undefined : Number(process.env.KQL_PROPERTY_SEED);

export const runs = (usual: number): fc.Parameters<unknown> => ({
  numRuns: Math.max(1, Math.round(usual * scale)),
  // Each run is a query of some milliseconds: a minute of shrinking tells what there is to tell.
  interruptAfterTimeLimit: 60_000 * Math.max(1, scale),
  markInterruptAsFailure: true,
  ...(seed !== undefined && { seed }),
});

/** What vitest allows a property of that many runs to take. */
export const waitMs = 70_000 * Math.max(1, scale);
