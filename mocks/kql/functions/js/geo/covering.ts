/** The S2 cells of one level that a shape, or what lies within a radius of it, meets; null when there are too many. */
import { s2 } from 's2js';
import { edgesOfLine, isInside, nearestOnEdge } from './distances';
import { type Polygon, readLines, readPolygons } from './geojson';
import { crossing } from './orientation';
import { contains, edgesOf, mayMeet } from './ring';
import { cornersOf, isLevel } from './s2-cells';
import { add, angle, earthRadiusM, unit, type Vector } from './vector';

const { cellid } = s2;

type Edges = readonly (readonly [Vector, Vector])[];
/** A cell, and the edges of the shape that come near it. */
type Candidate = { readonly id: bigint; readonly edges: Edges };

/** Kusto's limit of tokens. */
const mostCells = 65_536;
/** Cells that are only touched count; this much may be lost to rounding. */
const rounding = 1e-15;

function isNear(corners: readonly Vector[], [a, b]: readonly [Vector, Vector], radians: number): boolean {
  if (contains(corners, a) || contains(corners, b)) return true;
  const reach = radians + rounding;
  return edgesOf(corners).some(([c, d]) => {
    if (mayMeet(a, b, c, d) && crossing(a, b, c, d) >= 0) return true;
    const gaps = [
      [a, c, d],
      [b, c, d],
      [c, a, b],
      [d, a, b],
    ] as const;
    return gaps.some(([point, from, to]) => angle(point, nearestOnEdge(point, from, to)) <= reach);
  });
}

/** A cheap test before the exact one: whether the circles around cell and edge meet. */
function isRoughlyNear(corners: readonly Vector[], [a, b]: readonly [Vector, Vector], radians: number): boolean {
  const centre = unit(corners.reduce(add));
  const size = Math.max(...corners.map((corner) => angle(centre, corner)));
  return angle(centre, nearestOnEdge(centre, a, b)) <= size + radians + 1e-14;
}

export function coverOf(edges: Edges, polygons: readonly Polygon[], level: number, radians: number): string[] | null {
  let open: Candidate[] = [0, 1, 2, 3, 4, 5].map((face) => ({ id: cellid.fromFace(face), edges }));
  const inner: bigint[] = [];
  let innerCount = 0;
  for (let depth = 0; ; depth++) {
    const next: Candidate[] = [];
    for (const { id, edges: all } of open) {
      const corners = cornersOf(id);
      const near = all.filter((edge) => isRoughlyNear(corners, edge, radians) && isNear(corners, edge, radians));
      if (near.length > 0) next.push({ id, edges: near });
      else if (corners[0] && isInside(polygons, corners[0])) {
        inner.push(id);
        innerCount += 4 ** (level - depth);
      }
    }
    if (next.length + innerCount > mostCells) return null;
    open = depth === level ? next : next.flatMap((each) => childrenOf(each));
    if (depth === level) break;
  }
  const cells = [...open.map(({ id }) => id), ...inner.flatMap((id) => descendants(id, level))];
  return cells.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(cellid.toToken);
}

const childrenOf = ({ id, edges }: Candidate): Candidate[] =>
  cellid.children(id).map((child) => ({ id: child, edges }));

function descendants(id: bigint, level: number): bigint[] {
  let cells = [id];
  for (let depth = cellid.level(id); depth < level; depth++) cells = cells.flatMap((cell) => cellid.children(cell));
  return cells;
}

export function lineToCells(geometry: unknown, level?: number | null, radiusM?: number | null): unknown {
  const lines = readLines(geometry);
  const [depth, radius] = [level ?? 11, radiusM ?? 0];
  if (!lines || !isLevel(depth) || !(radius >= 0)) return null;
  return coverOf(lines.flatMap(edgesOfLine), [], depth, radius / earthRadiusM);
}

export function polygonToCells(geometry: unknown, level?: number | null, radiusM?: number | null): unknown {
  const polygons = readPolygons(geometry);
  const [depth, radius] = [level ?? 11, radiusM ?? 0];
  if (!polygons || !isLevel(depth) || !(radius >= 0)) return null;
  return coverOf(polygons.flat().flatMap(edgesOf), polygons, depth, radius / earthRadiusM);
}
