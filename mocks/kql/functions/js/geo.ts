/** Great-circle geometry on the sphere that Kusto computes on. Edges are geodesics; angles are radians inside. */
import { isBag } from './values';

export type Point = readonly [longitude: number, latitude: number];
type Vector = readonly [number, number, number];

const earthRadiusM = 6_371_010;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const isPoint = (longitude: number | null, latitude: number | null): boolean =>
  longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

const toVector = ([longitude, latitude]: Point): Vector => {
  const [lambda, phi] = [radians(longitude), radians(latitude)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
};

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const norm = (a: Vector): number => Math.sqrt(dot(a, a));
const angleBetween = (a: Vector, b: Vector): number => Math.atan2(norm(cross(a, b)), dot(a, b));

function metres(a: Point, b: Point): number {
  const [dPhi, dLambda] = [radians(b[1] - a[1]), radians(b[0] - a[0])];
  const h = Math.sin(dPhi / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLambda / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export const distance = (lon1: number, lat1: number, lon2: number, lat2: number): number | null =>
  isPoint(lon1, lat1) && isPoint(lon2, lat2) ? metres([lon1, lat1], [lon2, lat2]) : null;

/** Clockwise from north; null for one point. */
export function azimuth(lon1: number, lat1: number, lon2: number, lat2: number): number | null {
  if (!isPoint(lon1, lat1) || !isPoint(lon2, lat2) || (lon1 === lon2 && lat1 === lat2)) return null;
  const dLambda = radians(lon2 - lon1);
  const y = Math.sin(dLambda) * Math.cos(radians(lat2));
  const x =
    Math.cos(radians(lat1)) * Math.sin(radians(lat2)) -
    Math.sin(radians(lat1)) * Math.cos(radians(lat2)) * Math.cos(dLambda);
  return (Math.atan2(y, x) + 2 * Math.PI) % (2 * Math.PI);
}

export function pointInCircle(
  lon: number,
  lat: number,
  centreLon: number,
  centreLat: number,
  radiusM: number,
): boolean | null {
  const far = distance(lon, lat, centreLon, centreLat);
  return far === null || radiusM < 0 ? null : far <= radiusM;
}

const isPosition = (value: unknown): value is Point =>
  Array.isArray(value) && value.length >= 2 && isPoint(Number(value[0]), Number(value[1]));

/** The lists of positions of a GeoJSON geometry, `depth` arrays below its coordinates; null when it is not valid. */
function paths(geometry: unknown, single: string, multiple: string): Point[][] | null {
  if (!isBag(geometry) || !Array.isArray(geometry.coordinates)) return null;
  const lists: unknown[] =
    geometry.type === single ? [geometry.coordinates] : geometry.type === multiple ? geometry.coordinates : [];
  const found = lists.map((list) => (Array.isArray(list) && list.every(isPosition) ? (list as Point[]) : null));
  return found.length > 0 && found.every((list) => list !== null) ? found : null;
}

const lines = (geometry: unknown): Point[][] | null => {
  const found = paths(geometry, 'LineString', 'MultiLineString');
  return found?.every((line) => line.length >= 2) ? found : null;
};

/** Polygons as lists of rings: closed, of at least three different corners. */
function polygons(geometry: unknown): Point[][][] | null {
  if (!isBag(geometry) || !Array.isArray(geometry.coordinates)) return null;
  const each: unknown[] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const found = each.map((coordinates) => paths({ type: 'Rings', coordinates }, '', 'Rings'));
  const isRing = (ring: readonly Point[]) =>
    new Set(ring.map(String)).size >= 3 && String(ring[0]) === String(ring.at(-1));
  const valid = found.flatMap((rings) => (rings?.every(isRing) ? [rings] : []));
  return valid.length > 0 && valid.length === found.length ? valid : null;
}

const length = (line: readonly Point[]): number =>
  line.slice(1).reduce((total, point, index) => total + metres(line[index] ?? point, point), 0);

export const lineLength = (geometry: unknown): number | null =>
  lines(geometry)?.reduce((total, line) => total + length(line), 0) ?? null;

export const perimeter = (geometry: unknown): number | null =>
  polygons(geometry)
    ?.flat()
    .reduce((total, ring) => total + length(ring), 0) ?? null;

/** The angle to the nearest point of a geodesic segment. */
function angleToSegment(point: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b);
  const size = norm(normal);
  const inside = dot(cross(normal, a), point) > 0 && dot(cross(b, normal), point) > 0;
  if (size > 0 && inside) return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(point, normal) / size))));
  return Math.min(angleBetween(point, a), angleBetween(point, b));
}

export function distanceToLine(lon: number, lat: number, geometry: unknown): number | null {
  const found = lines(geometry);
  if (!found || !isPoint(lon, lat)) return null;
  const point = toVector([lon, lat]);
  const angles = found.flatMap((line) => {
    const corners = line.map(toVector);
    return corners.slice(1).map((corner, index) => angleToSegment(point, corners[index] ?? corner, corner));
  });
  return Math.min(...angles) * earthRadiusM;
}

/** How often a ring winds around a point: the signed angles its corners are seen under add up to a full turn inside. */
function windsAround(point: Vector, ring: readonly Point[]): boolean {
  const corners = ring.map(toVector);
  let turned = 0;
  for (const [index, corner] of corners.slice(1).entries()) {
    const before = corners[index] ?? corner;
    const [u, v] = [cross(point, before), cross(point, corner)];
    turned += Math.atan2(dot(cross(u, v), point), dot(u, v));
  }
  return Math.abs(turned) > Math.PI;
}

export function pointInPolygon(lon: number, lat: number, geometry: unknown): boolean | null {
  const found = polygons(geometry);
  if (!found || !isPoint(lon, lat)) return null;
  const point = toVector([lon, lat]);
  return found.some(
    ([shell = [], ...holes]) => windsAround(point, shell) && !holes.some((hole) => windsAround(point, hole)),
  );
}
