/**
 * Straight lines on the map made of geodesics: an edge is halved until no point of it strays by more than the tolerance.
 * https://learn.microsoft.com/kusto/query/geo-line-densify-function
 */
import { isBag } from '../values';
import type { Geometry } from './geojson';
import { angle, between, dot, earthRadiusM, normal, type Position, toPosition, toVector, type Vector } from './vector';

/** Where on an edge the two ways differ most, and how much of the tolerance may be used there, in S2's edge tessellator. */
const worstFraction = 0.31215691082248315;
const usable = 0.8382999256988851;

const mostPoints = 10_485_760;

const onMap = (a: Position, b: Position, fraction: number): Position => [
  a[0] + (b[0] - a[0]) * fraction,
  a[1] + (b[1] - a[1]) * fraction,
];

function stray(from: Position, to: Position): number {
  const [a, b] = [toVector(from), toVector(to)];
  if (dot(a, b) < -1e-14) return Number.POSITIVE_INFINITY;
  const at = (fraction: number) => angle(between(a, b, fraction), toVector(onMap(from, to, fraction)));
  return Math.max(at(worstFraction), at(1 - worstFraction));
}

function extend(path: Vector[], from: Position, to: Position, mostRadians: number): void {
  if (path.length > mostPoints) return;
  if (stray(from, to) <= mostRadians) {
    path.push(toVector(to));
    return;
  }
  const middle = onMap(from, to, 0.5);
  extend(path, from, middle, mostRadians);
  extend(path, middle, to, mostRadians);
}

function densified(points: readonly Position[], toleranceM: number, isShortest: boolean): Vector[] {
  const mostRadians = (usable * toleranceM) / earthRadiusM;
  const [first = [0, 0]] = points;
  const path = [toVector(first)];
  let from = first;
  for (const point of points.slice(1)) {
    const step = point[0] - from[0];
    const turns = isShortest ? Math.round(step / 360) : 0;
    const to: Position = [point[0] - 360 * turns, point[1]];
    extend(path, from, to, mostRadians);
    from = to;
  }
  return path;
}

/** Cut where it crosses the antimeridian; the ends stay just short of it. */
function cutAtAntimeridian(path: readonly Vector[]): [number, number][][] {
  const parts: [number, number][][] = [[]];
  let before: Vector | undefined;
  for (const point of path) {
    const here = toPosition(point);
    const there = before && toPosition(before);
    if (before && there && Math.abs(here[0] - there[0]) > 180 && Math.abs(here[0]) < 180 && Math.abs(there[0]) < 180) {
      const plane = normal(before, point);
      const latitude = Math.atan(plane[0] / plane[2]) * (180 / Math.PI);
      parts.at(-1)?.push([Math.sign(there[0]) * 179.999999999999, latitude]);
      parts.push([[Math.sign(here[0]) * 179.999999999999, latitude]]);
    }
    parts.at(-1)?.push(here);
    before = point;
  }
  return parts;
}

/** Planar lines may reach around the globe: their longitudes go beyond 180. */
const isPlanar = (value: unknown, most: number): value is Position[] =>
  Array.isArray(value) &&
  value.every(
    (point) =>
      Array.isArray(point) &&
      typeof point[0] === 'number' &&
      typeof point[1] === 'number' &&
      Math.abs(point[0]) <= most &&
      Math.abs(point[1]) <= 90,
  );

const isRing = (points: readonly Position[]): boolean =>
  points.length >= 4 &&
  String(points[0]) === String(points.at(-1)) &&
  new Set(points.map(String)).size === points.length - 1;

const isTolerance = (metres: number): boolean => metres >= 0.1 && metres <= 10_000;

function parts(geometry: unknown, single: string, multiple: string): readonly unknown[] {
  if (!isBag(geometry) || !Array.isArray(geometry.coordinates)) return [];
  return geometry.type === single ? [geometry.coordinates] : geometry.type === multiple ? geometry.coordinates : [];
}

const oneOrMany = (kind: string, coordinates: readonly unknown[]): Geometry | null =>
  coordinates.length === 0
    ? null
    : coordinates.length === 1
      ? { type: kind, coordinates: coordinates[0] }
      : { type: `Multi${kind}`, coordinates };

export function densifyLine(geometry: unknown, toleranceM?: number | null, preserve?: boolean | null): unknown {
  const tolerance = toleranceM ?? 10;
  const lines = parts(geometry, 'LineString', 'MultiLineString');
  if (!isTolerance(tolerance) || !lines.every((line) => isPlanar(line, 360) && line.length >= 2)) return null;
  const paths = lines.flatMap((line) => (isPlanar(line, 360) ? [densified(line, tolerance, preserve === true)] : []));
  if (paths.some((path) => path.length > mostPoints)) return null;
  return oneOrMany(
    'LineString',
    paths.flatMap((path) => (preserve === true ? [path.map(toPosition)] : cutAtAntimeridian(path))),
  );
}

export function densifyPolygon(geometry: unknown, toleranceM?: number | null, preserve?: boolean | null): unknown {
  const tolerance = toleranceM ?? 10;
  if (!isTolerance(tolerance)) return null;
  const dense: [number, number][][][] = [];
  for (const polygon of parts(geometry, 'Polygon', 'MultiPolygon')) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    const rings: [number, number][][] = [];
    for (const ring of polygon) {
      if (!isPlanar(ring, 180) || !isRing(ring)) return null;
      const path = densified(ring, tolerance, preserve === true);
      if (path.length > mostPoints) return null;
      rings.push(path.map(toPosition));
    }
    dense.push(rings);
  }
  return oneOrMany('Polygon', dense);
}
