/**
 * How often a property is tried. `KQL_PROPERTY_RUNS=20 npx vitest run mocks/kql/properties` tries twenty times as much;
 * `KQL_PROPERTY_SEED=…` repeats a failure that printed its seed, `KQL_PROPERTY_SEED=random` looks for new ones. Left
 * alone the seed stays the same: a landing must not fail on what it did not change.
 */
import type fc from 'fast-check';

const scale = Number(process.env.KQL_PROPERTY_RUNS ?? 1);
const wanted = process.env.KQL_PROPERTY_SEED ?? '20250115';
const seed = wanted === 'random' ? undefined : Number(wanted);

export const runs = (usual: number): fc.Parameters<unknown> => ({
  numRuns: Math.max(1, Math.round(usual * scale)),
  // Each run is a query of some milliseconds: two minutes of shrinking tells what there is to tell.
  interruptAfterTimeLimit: 120_000 * Math.max(1, scale),
  markInterruptAsFailure: true,
  ...(seed !== undefined && { seed }),
});

/** What vitest allows a property of that many runs to take. */
export const waitMs = 130_000 * Math.max(1, scale);
