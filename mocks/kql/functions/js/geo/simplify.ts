/**
 * Chains of short edges replaced by long ones that pass within the tolerance of every point, as S2Builder simplifies.
 * https://learn.microsoft.com/kusto/query/geo-line-simplify-function
 */
import type { Piece } from './arrangement';
import { edgesOfLine } from './distances';
import { readLines, readPolygons, writeLines, writePolygons } from './geojson';
import { pathsOf, unionOfLines } from './line-union';
import { inOrder, loopsOf } from './loops';
import { isOrdered, turn } from './orientation';
import { polygonsOf, regionOf, wayOf } from './regions';
import { edgesOf } from './ring';
import { Sight } from './sight';
import { beyond, clearRatio, type Ends, longestEdge, type Snapped, snap } from './snapping';
import { angle, dot, earthRadiusM, minus, pointAt, type Vector } from './vector';

type Graph = {
  readonly snapped: Snapped;
  readonly radius: number;
  readonly edges: readonly Piece[];
  readonly bySite: ReadonlyMap<number, readonly Piece[]>;
  /** The input points that moved to each site. */
  readonly points: ReadonlyMap<number, readonly Vector[]>;
};

const siteAt = ({ snapped }: Graph, index: number): Vector => pointAt(snapped.sites, index);

/** The two neighbours of a site that a chain may pass: as many edges lead to one as to the other, as many in as out. */
function neighboursOf(graph: Graph, site: number): readonly [number, number] | null {
  const edges = graph.bySite.get(site) ?? [];
  const counts = new Map<number, number>();
  let excess = 0;
  for (const { from, to } of edges) {
    const other = from === site ? to : from;
    counts.set(other, (counts.get(other) ?? 0) + 1);
    excess += from === site ? 1 : -1;
  }
  const [one, other, ...more] = [...counts];
  if (!one || !other || more.length > 0 || excess !== 0 || one[1] !== other[1]) return null;
  return [one[0], other[0]];
}

/** Keeps clear of the sites near the edge from v1 to v2, seen from the chain's start; false where that cannot be. */
function keepsClear(graph: Graph, sight: Sight, [v0, v1, v2]: readonly [number, number, number]): boolean {
  const [p0, p1, p2] = [siteAt(graph, v0), siteAt(graph, v1), siteAt(graph, v2)];
  const [r1, r2] = [angle(p0, p1), angle(p0, p2)];
  if (r2 < r1 || r2 >= longestEdge(graph.radius)) return false;
  const joining = (graph.bySite.get(v1) ?? []).filter(({ from, to }) => from === v2 || to === v2);
  const lists = joining.map(({ id }) => graph.snapped.near[id] ?? []).sort((a, b) => a.length - b.length);
  for (const site of lists[0] ?? []) {
    if (site === v0 || site === v1 || site === v2) continue;
    const point = siteAt(graph, site);
    const far = angle(p0, point);
    if (far <= r1 || far >= r2) continue;
    const isLeft = v1 === v0 ? turn(p1, p2, point) > 0 : isOrdered(p0, p2, point, p1);
    if (!sight.avoid(point, clearRatio * graph.radius, isLeft)) return false;
  }
  return true;
}

/** The longest start of a chain that one edge can stand for; `isEnd` where the chain ends with it. */
function stretch(graph: Graph, start: number, first: number, origin: number): { chain: number[]; isEnd: boolean } {
  const sight = new Sight(siteAt(graph, start));
  keepsClear(graph, sight, [start, start, first]);
  const chain = [start, first];
  for (;;) {
    const here = chain.at(-1) ?? start;
    const neighbours = here === origin ? null : neighboursOf(graph, here);
    if (!neighbours) return { chain, isEnd: true };
    const next = neighbours[0] === chain.at(-2) ? neighbours[1] : neighbours[0];
    for (const point of graph.points.get(here) ?? []) sight.aimAt(point, graph.radius);
    if (!keepsClear(graph, sight, [start, here, next]) || !sight.reaches(siteAt(graph, next)))
      return { chain, isEnd: false };
    chain.push(next);
  }
}

function simplified(edges: readonly Ends[], radius: number): { pieces: Piece[]; sites: readonly Vector[] } {
  const graph = graphOf(edges, radius);
  const used = new Set<Piece>();
  const found: Piece[] = [];
  const between = (v0: number, v1: number) =>
    (graph.bySite.get(v0) ?? []).filter(({ from, to }) => from === v1 || to === v1);
  const follow = (v0: number, v1: number) => {
    let [from, to] = [v0, v1];
    for (let isEnd = false; !isEnd; ) {
      const step = stretch(graph, from, to, v0);
      const last = step.chain.at(-1) ?? to;
      for (const [index, site] of step.chain.slice(1).entries())
        for (const piece of between(step.chain[index] ?? from, site)) used.add(piece);
      // All edges of the chain's beginning, in both directions, now reach to its end.
      for (const piece of between(from, step.chain[1] ?? to))
        found.push(piece.from === from ? { ...piece, to: last } : { ...piece, from: last });
      isEnd = step.isEnd;
      const before = step.chain.at(-2) ?? from;
      const onward = neighboursOf(graph, last);
      [from, to] = [last, onward?.[0] === before ? (onward?.[1] ?? last) : (onward?.[0] ?? last)];
    }
  };
  for (const piece of graph.edges)
    if (!used.has(piece) && !neighboursOf(graph, piece.from)) follow(piece.from, piece.to);
  for (const piece of graph.edges) if (!used.has(piece)) follow(piece.from, piece.to);
  return { pieces: found.filter(({ from, to }) => from !== to), sites: graph.snapped.sites };
}

function graphOf(edges: readonly Ends[], radius: number): Graph {
  const snapped = snap(edges, radius);
  const points = new Map<number, Vector[]>();
  const pieces: Piece[] = [];
  const note = <T>(map: Map<number, T[]>, key: number | undefined, value: T) => {
    if (key !== undefined) map.set(key, [...(map.get(key) ?? []), value]);
  };
  for (const [id, chain] of snapped.chains.entries()) {
    const [a, b] = edges[id] ?? [];
    if (a && b) {
      note(points, chain[0], a);
      if (chain.length > 1) note(points, chain.at(-1), b);
    }
    for (const [index, to] of chain.slice(1).entries()) pieces.push({ from: chain[index] ?? to, to, id, side: 0 });
  }
  const ordered = inOrder(pieces);
  const bySite = new Map<number, Piece[]>();
  for (const piece of ordered) {
    note(bySite, piece.from, piece);
    note(bySite, piece.to, piece);
  }
  return { snapped, radius, edges: ordered, bySite, points };
}

/** Pieces there and back enclose nothing. Where two borders became one, what lies between them is not known any more. */
function withoutPairs(pieces: readonly Piece[]): Piece[] {
  const rest: Piece[] = [];
  for (const piece of inOrder(pieces)) {
    const twin = rest.findIndex(({ from, to }) => from === piece.to && to === piece.from);
    if (twin < 0) rest.push(piece);
    else rest.splice(twin, 1);
  }
  if (new Set(rest.map(wayOf)).size < rest.length) beyond();
  return rest;
}

/** Up to 70 degrees, the most S2 snaps by; null for what is not valid. */
function radiusOf(toleranceM?: number | null): number | null {
  const radius = (toleranceM ?? 10) / earthRadiusM;
  return radius >= 0 && radius <= (70 * Math.PI) / 180 ? radius : null;
}

export function simplifyPolygon(geometry: unknown, toleranceM?: number | null): unknown {
  const [polygons, radius] = [readPolygons(geometry), radiusOf(toleranceM)];
  if (!polygons || radius === null) return null;
  const region = regionOf(polygons);
  if (radius === 0) return writePolygons(region);
  const { pieces, sites } = simplified(region.flat().flatMap(edgesOf), radius);
  const found = polygonsOf(loopsOf(withoutPairs(pieces), sites));
  return found.length === 0 ? null : writePolygons(found);
}

export function simplifyLine(geometry: unknown, toleranceM?: number | null): unknown {
  const [lines, radius] = [readLines(geometry), radiusOf(toleranceM)];
  if (!lines || radius === null) return null;
  const merged = lines.length === 1 ? lines : unionOfLines(lines);
  if (radius === 0) return writeLines(merged);
  const edges = merged.flatMap(edgesOfLine).filter(([a, b]) => dot(minus(a, b), minus(a, b)) > 0);
  const { pieces, sites } = simplified(edges, radius);
  const found = pathsOf(pieces).map((path) => path.map((site) => pointAt(sites, site)));
  return found.length === 0 ? null : writeLines(found);
}

/** Several at once, so that common borders stay common. Only whether anything is left of them is known here. */
export function simplifyPolygons(array: unknown, toleranceM?: number | null): unknown {
  const radius = radiusOf(toleranceM);
  if (!Array.isArray(array) || array.length === 0 || radius === null) return null;
  const members = array.map(readPolygons);
  if (members.includes(null)) return null;
  const edges = members.flatMap((polygons) =>
    regionOf(polygons ?? [])
      .flat()
      .flatMap(edgesOf),
  );
  if (radius === 0 || simplified(edges, radius).pieces.length > 0) beyond();
  return null;
}
