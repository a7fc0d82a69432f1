/**
 * Defender's ids and Sentinel's numbers: two counts that know nothing of each other. They run through the same range
 * here, so that a Sentinel-only incident's number is some other incident's Defender id: pairing by id alone would merge
 * strangers.
 */
import type { IncidentNumbers } from '@/mocks/scenarios/kernel/incident';

export type Numbered = {
  readonly key: string;
  readonly createdAt: number;
  readonly inDefender: boolean;
  readonly inSentinel: boolean;
};

const mainDefenderId = 12_345;
/** The main incident's number in Sentinel. */
const mainSentinelNumber = 12_302;

/** Older than this many before the main incident, numbers go on from an earlier system's range. */
const sameRange = 12_000;
const earlierRange = 900_000;

function numberAt(main: number, distance: number): number {
  return distance > -sameRange ? main + distance : earlierRange - distance;
}

/** In order of creation, the main incident having the number the story is known by. */
export function numberIncidents(incidents: readonly Numbered[], mainKey: string): (key: string) => IncidentNumbers {
  const ordered = [...incidents].sort((one, other) => one.createdAt - other.createdAt);
  const count = (main: number, members: readonly Numbered[]): Map<string, number> => {
    const mainRank = members.findIndex((incident) => incident.key === mainKey);
    return new Map(members.map((incident, rank) => [incident.key, numberAt(main, rank - mainRank)]));
  };
  const defender = count(
    mainDefenderId,
    ordered.filter((incident) => incident.inDefender),
  );
  const sentinel = count(
    mainSentinelNumber,
    ordered.filter((incident) => incident.inSentinel),
  );
  return (key) => {
    const id = defender.get(key);
    return { defenderId: id === undefined ? null : String(id), sentinelNumber: sentinel.get(key) ?? null };
  };
}
