/** Distances, directions and nearest points on the sphere. */

import type { Line, Polygon } from './geojson';
import { pointOf, readLines, readPolygons } from './geojson';
import { contains, edgesOf } from './ring';
import { angle, cross, dot, earthRadiusM, length, normal, positionOf, toVector, unit, type Vector } from './vector';

/** The nearest point of an edge. */
export function nearestOnEdge(point: Vector, a: Vector, b: Vector): Vector {
  const plane = normal(a, b);
  const size = length(plane);
  if (size > 0 && dot(cross(plane, a), point) > 0 && dot(cross(b, plane), point) > 0) {
    const up = dot(point, plane) / (size * size);
    return unit([point[0] - up * plane[0], point[1] - up * plane[1], point[2] - up * plane[2]]);
  }
  return angle(point, a) <= angle(point, b) ? a : b;
}

type Nearest = { readonly point: Vector; readonly radians: number; readonly edge: number };

export function nearest(point: Vector, edges: readonly (readonly [Vector, Vector])[]): Nearest | null {
  let best: Nearest | null = null;
  for (const [index, [a, b]] of edges.entries()) {
    const candidate = nearestOnEdge(point, a, b);
    const radians = angle(point, candidate);
    if (!best || radians < best.radians) best = { point: candidate, radians, edge: index };
  }
  return best;
}

export const edgesOfLine = (line: Line): (readonly [Vector, Vector])[] =>
  line.slice(1).map((point, index) => [line[index] ?? point, point]);

export const isInside = (polygons: readonly Polygon[], point: Vector): boolean =>
  polygons.some((rings) => rings.every((ring) => contains(ring, point)));

const place = (lon: unknown, lat: unknown): Vector | null => {
  const position = positionOf(lon, lat);
  return position && toVector(position);
};

export function distanceToLine(lon: number | null, lat: number | null, geometry: unknown): number | null {
  const [point, lines] = [place(lon, lat), readLines(geometry)];
  const found = point && lines && nearest(point, lines.flatMap(edgesOfLine));
  return found ? found.radians * earthRadiusM : null;
}

export function closestOnLine(lon: number | null, lat: number | null, geometry: unknown): unknown {
  const [point, lines] = [place(lon, lat), readLines(geometry)];
  const found = point && lines && nearest(point, lines.flatMap(edgesOfLine));
  return found ? pointOf(found.point) : null;
}

export function pointInPolygon(lon: number | null, lat: number | null, geometry: unknown): boolean | null {
  const [point, polygons] = [place(lon, lat), readPolygons(geometry)];
  return point && polygons && isInside(polygons, point);
}

export function distanceToPolygon(lon: number | null, lat: number | null, geometry: unknown): number | null {
  const [point, polygons] = [place(lon, lat), readPolygons(geometry)];
  if (!point || !polygons) return null;
  if (isInside(polygons, point)) return 0;
  const found = nearest(point, polygons.flat().flatMap(edgesOf));
  return found && found.radians * earthRadiusM;
}

export function closestOnPolygon(lon: number | null, lat: number | null, geometry: unknown): unknown {
  const [point, polygons] = [place(lon, lat), readPolygons(geometry)];
  if (!point || !polygons) return null;
  if (isInside(polygons, point)) return pointOf(point);
  const found = nearest(point, polygons.flat().flatMap(edgesOf));
  return found && pointOf(found.point);
}

export const lineLengthRadians = (line: Line): number =>
  edgesOfLine(line).reduce((total, [a, b]) => total + angle(a, b), 0);
