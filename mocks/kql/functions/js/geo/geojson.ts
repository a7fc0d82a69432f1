/**
 * GeoJSON read as Kusto reads it, and written. What is not valid is null: coordinates out of range, lines of one point,
 * rings that are open, repeat a point or cross. https://learn.microsoft.com/kusto/query/geo-polygon-area-function
 */
import { isBag } from '../values';
import { doCross, edgesOf, normalized, type Ring } from './ring';
import { add, dot, isPosition, isSame, type Position, toPosition, toVector, type Vector } from './vector';

/** A ring around the polygon, then the holes: each with the polygon's inside to its left. */
export type Polygon = readonly Ring[];
export type Line = readonly Vector[];
export type Geometry = { readonly type: string } & Readonly<Record<string, unknown>>;

const isPoint = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && isPosition(value[0], value[1]);

const isPath = (value: unknown): value is Position[] => Array.isArray(value) && value.every(isPoint);

/** The members of a geometry of one or several parts. */
function partsOf(geometry: unknown, single: string, multiple: string): readonly unknown[] | null {
  if (!isBag(geometry) || !Array.isArray(geometry.coordinates)) return null;
  if (geometry.type === single) return [geometry.coordinates];
  return geometry.type === multiple && geometry.coordinates.length > 0 ? geometry.coordinates : null;
}

const areOpposite = (a: Vector, b: Vector): boolean => dot(add(a, b), add(a, b)) < 1e-30;

function toLine(value: unknown): Line | null {
  if (!isPath(value) || value.length < 2) return null;
  const line = value.map(toVector);
  return line.some((point, index) => index > 0 && areOpposite(point, line[index - 1] ?? point)) ? null : line;
}

function toRing(value: unknown): Ring | null {
  if (!isPath(value) || value.length < 4) return null;
  const points = value.map(toVector);
  const [first] = points;
  const last = points.pop();
  if (!first || !last || !isSame(first, last)) return null;
  const isRepeated = new Set(points.map(String)).size !== points.length;
  const isTooLong = edgesOf(points).some(([a, b]) => areOpposite(a, b));
  return isRepeated || isTooLong ? null : normalized(points);
}

function toPolygon(value: unknown): Polygon | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rings: Ring[] = [];
  const edges = new Set<string>();
  for (const each of value) {
    const ring = toRing(each);
    if (!ring) return null;
    for (const [a, b] of edgesOf(ring)) {
      if (edges.has(`${a} ${b}`) || edges.has(`${b} ${a}`)) return null;
      edges.add(`${a} ${b}`);
    }
    rings.push(rings.length === 0 ? ring : [...ring].reverse());
  }
  return doCross(rings) ? null : rings;
}

function all<T>(parts: readonly unknown[] | null, read: (part: unknown) => T | null): T[] | null {
  const found: T[] = [];
  for (const part of parts ?? []) {
    const each = read(part);
    if (each === null) return null;
    found.push(each);
  }
  return parts && found;
}

/** Text that is not JSON is no geometry, as any other value of the wrong form. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Geometries come as JSON text, mostly the same for all rows of a query: what was read of a text is kept. Members of
 * arrays come as values.
 */
function remembered<T>(read: (geometry: unknown) => T): (geometry: unknown) => T {
  const kept = new Map<string, T>();
  return (geometry) => {
    if (typeof geometry !== 'string') return read(geometry);
    const known = kept.get(geometry);
    if (known !== undefined) return known;
    const fresh = read(parsed(geometry));
    if (kept.size >= 256) kept.clear();
    kept.set(geometry, fresh);
    return fresh;
  };
}

export const readLines = remembered((geometry): readonly Line[] | null =>
  all(partsOf(geometry, 'LineString', 'MultiLineString'), toLine),
);

export const readPolygons = remembered((geometry): readonly Polygon[] | null =>
  all(partsOf(geometry, 'Polygon', 'MultiPolygon'), toPolygon),
);

const closed = (ring: Ring): [number, number][] => [...ring, ...ring.slice(0, 1)].map(toPosition);

/** One part as itself, several as the multiple. */
const oneOrMany = (kind: string, parts: readonly unknown[]): Geometry =>
  parts.length === 1 ? { type: kind, coordinates: parts[0] } : { type: `Multi${kind}`, coordinates: parts };

export const pointOf = (point: Vector): Geometry => ({ type: 'Point', coordinates: toPosition(point) });
export const writePoints = (points: readonly Vector[]): Geometry => oneOrMany('Point', points.map(toPosition));
export const writeLines = (lines: readonly Line[]): Geometry =>
  oneOrMany(
    'LineString',
    lines.map((line) => line.map(toPosition)),
  );
export const writePolygons = (polygons: readonly Polygon[]): Geometry =>
  oneOrMany(
    'Polygon',
    polygons.map((rings) => rings.map(closed)),
  );
