/** Lengths, centres and places along lines. Several lines count as their union: what they share counts once. */
import { edgesOfLine, lineLengthRadians, nearest } from './distances';
import { type Line, pointOf, readLines } from './geojson';
import { unionOfLines } from './line-union';
import { onSphere } from './points';
import { add, angle, between, earthRadiusM, positionOf, scale, toVector, unit, type Vector } from './vector';

const merged = (lines: readonly Line[]): readonly Line[] => (lines.length === 1 ? lines : unionOfLines(lines));

export function lineLength(geometry: unknown): number | null {
  const lines = readLines(geometry);
  return lines && merged(lines).reduce((total, line) => total + lineLengthRadians(line), 0) * earthRadiusM;
}

/** The points' sum over the length, as a direction: an edge's is along its middle, as long as its chord. */
export function lineCentroid(geometry: unknown): unknown {
  const lines = readLines(geometry);
  if (!lines) return null;
  let sum: Vector = [0, 0, 0];
  for (const [a, b] of merged(lines).flatMap(edgesOfLine))
    sum = add(sum, scale(2 * Math.sin(angle(a, b) / 2), unit(add(a, b))));
  return pointOf(unit(sum));
}

const onlyLine = (geometry: unknown): Line | null => {
  const lines = readLines(geometry);
  return lines?.length === 1 ? (lines[0] ?? null) : null;
};

export function interpolate(geometry: unknown, fraction: number | null): unknown {
  const line = onlyLine(geometry);
  if (!line || fraction === null || !(fraction >= 0 && fraction <= 1)) return null;
  let left = fraction * lineLengthRadians(line);
  for (const [a, b] of edgesOfLine(line)) {
    const size = angle(a, b);
    if (left < size) return pointOf(between(a, b, left / size));
    left -= size;
  }
  const last = line.at(-1);
  return last ? pointOf(last) : null;
}

/** How far along the line the point nearest to a place is, 0 to 1. */
export function locate(
  geometry: unknown,
  lon: number | null,
  lat: number | null,
  useSpheroid?: boolean | null,
): number | null {
  onSphere(useSpheroid);
  const line = onlyLine(geometry);
  const place = positionOf(lon, lat);
  if (!line || !place) return null;
  const edges = edgesOfLine(line);
  const found = nearest(toVector(place), edges);
  if (!found) return null;
  const before = edges.slice(0, found.edge).reduce((total, [a, b]) => total + angle(a, b), 0);
  const [start] = edges[found.edge] ?? [];
  const total = lineLengthRadians(line);
  return start && total > 0 ? Math.min(1, (before + angle(start, found.point)) / total) : 0;
}
