/** Regions, as polygons that do not overlap: made of rings, cut with each other, joined. */
import { type Arrangement, arrange, type Edge, type Piece } from './arrangement';
import { isInside } from './distances';
import type { Polygon } from './geojson';
import { loopsOf } from './loops';
import { area, contains, edgesOf, type Ring } from './ring';
import { between, pointAt, type Vector } from './vector';

export type Region = readonly Polygon[];

/** Rings with the inside to their left: those around less than half of the sphere are outer ones, the others holes. */
export function polygonsOf(rings: readonly Ring[]): Region {
  const outer = rings
    .filter((ring) => area(ring) <= 2 * Math.PI)
    .map((ring) => ({ ring, size: area(ring), holes: [] as Ring[] }));
  for (const hole of rings.filter((ring) => area(ring) > 2 * Math.PI)) {
    const [a, b] = hole;
    const inside = a && b ? between(a, b, 0.5) : undefined;
    const around = outer.filter(({ ring }) => inside && contains(ring, inside));
    around.sort((one, other) => one.size - other.size)[0]?.holes.push(hole);
  }
  return outer.map(({ ring, holes }) => [ring, ...holes]);
}

export const edgesOfRegion = (region: Region, firstId: number, side: number): Edge[] =>
  region
    .flat()
    .flatMap(edgesOf)
    .map(([a, b], index) => ({ a, b, id: firstId + index, side }));

export const middleOf = ({ points }: Arrangement, { from, to }: Piece): Vector =>
  between(pointAt(points, from), pointAt(points, to), 0.5);

export const wayOf = ({ from, to }: Piece): string => `${from} ${to}`;
export const wayBack = ({ from, to }: Piece): string => `${to} ${from}`;

function joined(first: Region, second: Region): Region {
  const ones = edgesOfRegion(first, 0, 0);
  const arrangement = arrange([...ones, ...edgesOfRegion(second, ones.length, 1)]);
  const { pieces, points } = arrangement;
  const ways = [0, 1].map((side) => new Set(pieces.filter((piece) => piece.side === side).map(wayOf)));
  const kept = pieces.filter((piece) => {
    const others = ways[1 - piece.side];
    if (others?.has(wayBack(piece))) return false;
    if (others?.has(wayOf(piece))) return piece.side === 0;
    return !isInside(piece.side === 0 ? second : first, middleOf(arrangement, piece));
  });
  return polygonsOf(loopsOf(kept, points));
}

const sizeOf = (region: Region): number => region.flat().reduce((total, ring) => total + ring.length, 0);

/** The union; the two smallest are joined first, as S2Polygon::DestructiveUnion does. */
export function unionOf(regions: readonly Region[]): Region {
  const queue = regions.map((region) => ({ region, size: sizeOf(region) }));
  queue.sort((a, b) => a.size - b.size);
  while (queue.length > 1) {
    const [first, second] = queue.splice(0, 2);
    if (!first || !second) break;
    const region = joined(first.region, second.region);
    const size = sizeOf(region);
    const at = queue.findIndex((other) => other.size > size);
    queue.splice(at < 0 ? queue.length : at, 0, { region, size });
  }
  return queue[0]?.region ?? [];
}

/** What a geometry of several polygons covers: they may overlap. */
export const regionOf = (polygons: readonly Polygon[]): Region =>
  polygons.length < 2 ? polygons : unionOf(polygons.map((polygon) => [polygon]));
