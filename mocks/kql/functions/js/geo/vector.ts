/** Points of the unit sphere, and the degrees they are written in. Kusto's Earth is a sphere with geodesic edges. */

export type Vector = readonly [x: number, y: number, z: number];
export type Position = readonly [longitude: number, latitude: number];

/** Metres; the mean radius of Google's S2, which Kusto computes with. */
export const earthRadiusM = 6_371_010;

const degree = Math.PI / 180;

export const isPosition = (longitude: unknown, latitude: unknown): boolean =>
  typeof longitude === 'number' &&
  typeof latitude === 'number' &&
  Math.abs(longitude) <= 180 &&
  Math.abs(latitude) <= 90;

/** The place at a longitude and a latitude, if they are one. */
export const positionOf = (longitude: unknown, latitude: unknown): Position | null =>
  typeof longitude === 'number' && typeof latitude === 'number' && isPosition(longitude, latitude)
    ? [longitude, latitude]
    : null;

export function toVector([longitude, latitude]: Position): Vector {
  const [phi, theta] = [latitude * degree, longitude * degree];
  const cosPhi = Math.cos(phi);
  return [Math.cos(theta) * cosPhi, Math.sin(theta) * cosPhi, Math.sin(phi)];
}

export const toPosition = (v: Vector): [number, number] => [
  Math.atan2(v[1] + 0, v[0] + 0) * (180 / Math.PI),
  Math.atan2(v[2] + 0, Math.sqrt(v[0] * v[0] + v[1] * v[1])) * (180 / Math.PI),
];

/** The point of a number that was given out for it. */
export function pointAt(points: readonly Vector[], index: number): Vector {
  const point = points[index];
  if (!point) throw new Error(`no point ${index}`);
  return point;
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (k: number, a: Vector): Vector => [k * a[0], k * a[1], k * a[2]];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vector): number => Math.sqrt(dot(a, a));
export const isSame = (a: Vector, b: Vector): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

export function unit(a: Vector): Vector {
  const size = length(a);
  return size === 0 ? a : scale(1 / size, a);
}

/** The normal of the plane through a, b and the centre, precise also for points that nearly coincide. */
export const normal = (a: Vector, b: Vector): Vector => scale(-0.5, cross(minus(b, a), add(b, a)));

/** Radians between two directions. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b));

/** A direction square to a; the same one for the same point. */
export function square(a: Vector): Vector {
  const [x, y, z] = [Math.abs(a[0]), Math.abs(a[1]), Math.abs(a[2])];
  const largest = x > y ? (x > z ? 0 : 2) : y > z ? 1 : 2;
  const other: [number, number, number] = [0.012, 0.0053, 0.00457];
  other[largest === 0 ? 2 : largest - 1] = 1;
  return unit(cross(a, other));
}

/** The point at an angle from `from`, in a direction square to it. */
export const along = (from: Vector, direction: Vector, radians: number): Vector =>
  unit(add(scale(Math.cos(radians), from), scale(Math.sin(radians), direction)));

/** The point at a fraction of the way from a to b. */
export function between(a: Vector, b: Vector, fraction: number): Vector {
  if (fraction === 0) return a;
  if (fraction === 1) return b;
  const plane = normal(a, b);
  return along(a, unit(cross(plane, a)), fraction * angle(a, b));
}
