/** Times in stories are epoch milliseconds until they reach a wire. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** ISO 8601 UTC. Microsoft prints up to seven fraction digits; three are what we know. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
