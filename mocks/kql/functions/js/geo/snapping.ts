/**
 * Points of a shape moved to few sites that are at least a radius apart, and edges to chains of sites that pass near
 * them, as S2Builder snaps. http://s2geometry.io/devguide/s2builder
 */
import { QueryFault } from '../query-fault';
import { nearestOnEdge } from './distances';
import { turn } from './orientation';
import { cellIdAt } from './s2-cells';
import { add, angle, cross, dot, normal, pointAt, unit, type Vector } from './vector';

export type Ends = readonly [Vector, Vector];
export type Snapped = {
  readonly sites: readonly Vector[];
  /** Of each edge the sites it passes, and all that are near it in the order of their distance from its start. */
  readonly chains: readonly (readonly number[])[];
  readonly near: readonly (readonly number[])[];
};

/** Where S2 would add sites to keep long or crowded edges in place, nothing is guessed. */
export const beyond = (): never => {
  throw new QueryFault('KQLU01', 'Simplifying this shape is not supported by this engine.');
};

const distanceToEdge = (point: Vector, [a, b]: Ends): number => angle(point, nearestOnEdge(point, a, b));

function sitesOf(edges: readonly Ends[], radius: number): Vector[] {
  const points = edges.flat().map((point) => ({ point, place: cellIdAt(point) }));
  points.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  const sites: Vector[] = [];
  for (const { point } of points) if (sites.every((site) => angle(site, point) > radius)) sites.push(point);
  return sites;
}

/** The part of the edge's line that a site's disc covers, as angles along it. */
function covered(site: Vector, [a, b]: Ends, radius: number): readonly [number, number] {
  const plane = unit(normal(a, b));
  const across = Math.asin(Math.min(1, Math.max(-1, dot(site, plane))));
  const middle = Math.atan2(dot(site, cross(plane, a)), dot(site, a));
  const half = Math.acos(Math.min(1, Math.cos(radius) / Math.cos(across)));
  return [middle - half, middle + half];
}

/** Whether two sites around a third take its share of the edge: their common centre lies on its side. */
function isCrowdedOut(sites: readonly [Vector, Vector, Vector], [x, y]: Ends): boolean {
  const [a, b, c] = sites;
  const side = turn(x, y, b);
  const way = turn(a, b, c);
  if (way === side) return false;
  const centre = unit(add(add(cross(a, b), cross(b, c)), cross(c, a)));
  const middle: Vector = way < 0 ? [-centre[0], -centre[1], -centre[2]] : centre;
  return turn(x, y, middle) === side;
}

/** Whether the newcomer is added; sites before it that it makes needless are taken from the chain. */
function isNeeded(chain: number[], site: number, sites: readonly Vector[], edge: Ends, radius: number): boolean {
  const at = (index: number | undefined): Vector => pointAt(sites, index ?? -1);
  const c = at(site);
  for (; chain.length > 0; chain.pop()) {
    const b = at(chain.at(-1));
    const [one, other] = [covered(b, edge, radius), covered(c, edge, radius)];
    if (other[0] <= one[0] && one[1] <= other[1]) continue;
    if (one[0] <= other[0] && other[1] <= one[1]) return false;
    if (angle(b, c) >= 2 * radius || chain.length < 2) return true;
    const a = at(chain.at(-2));
    if (angle(a, c) >= 2 * radius || !isCrowdedOut([a, b, c], edge)) return true;
  }
  return true;
}

/** S2's bounds for the identity snap function: edges stray by a tenth more than points, and keep half of it clear. */
const strayRatio = 1.1;
export const clearRatio = 0.5;
/** Longer edges may stray further between their ends than allowed. */
export const longestEdge = (radius: number): number => 2 * Math.acos(Math.sin(radius) / Math.sin(strayRatio * radius));

export function snap(edges: readonly Ends[], radius: number): Snapped {
  const sites = sitesOf(edges, radius);
  const at = (index: number | undefined): Vector => pointAt(sites, index ?? -1);
  const near = edges.map((edge) =>
    [...sites.keys()]
      .filter((site) => distanceToEdge(at(site), edge) <= (strayRatio + clearRatio) * radius)
      .sort((a, b) => angle(edge[0], at(a)) - angle(edge[0], at(b))),
  );
  const chains = edges.map((edge, index) => {
    const chain: number[] = [];
    for (const site of near[index] ?? []) {
      if (distanceToEdge(at(site), edge) > radius) continue;
      if (isNeeded(chain, site, sites, edge, radius)) chain.push(site);
    }
    for (const [step, site] of chain.slice(1).entries()) {
      const ends: Ends = [at(chain[step]), at(site)];
      if (angle(...ends) >= longestEdge(radius)) beyond();
      const isCrowded = (other: number) =>
        !chain.includes(other) && distanceToEdge(at(other), ends) < clearRatio * radius;
      if (near[index]?.some(isCrowded)) beyond();
    }
    return chain;
  });
  return { sites, chains, near };
}
