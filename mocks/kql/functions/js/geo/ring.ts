/** Closed rings of points on the sphere: area, orientation, and what is inside. The last point is not repeated. */
import { crossesOrTouches, crossing, isOrdered } from './orientation';
import { somePair } from './sweep';
import { add, cross, dot, isSame, length, minus, normal, scale, square, toVector, unit, type Vector } from './vector';

export type Ring = readonly Vector[];

/** The point that containment is counted from; S2's, near the north pole and of no simple coordinates. */
export const origin: Vector = [-0.0099994664350250197, 0.0025924542609324121, 0.99994664350250195];
const outside: Vector = toVector([0, 0]);

/** The edges of a ring, the last one closing it. */
export const edgesOf = (ring: Ring): (readonly [Vector, Vector])[] =>
  ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point]);

/** The signed area of a triangle, in steradians; exact to rounding also when it is tiny. */
function triangle(a: Vector, b: Vector, c: Vector): number {
  return 2 * Math.atan2(dot(cross(minus(b, a), minus(c, a)), a), 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

/** Left of the ring, 0 to 4π. */
export function area(ring: Ring): number {
  const [first = outside, ...rest] = ring;
  let sum = 0;
  for (const [index, point] of rest.slice(1).entries()) sum += triangle(first, rest[index] ?? first, point);
  const full = 4 * Math.PI;
  const left = sum % full;
  // Not the remainder of a sum, which would round a small area away.
  return left < 0 ? left + full : left;
}

/** The same ring with at most half of the sphere to its left. */
export const normalized = (ring: Ring): Ring => {
  const left = area(ring);
  // A sliver's area may round to a little below zero, that is nearly the whole sphere.
  return left > 2 * Math.PI ? [...ring].reverse() : ring;
};

/** Whether the origin is left of the ring: its second point is inside exactly when the wedge there says so. */
function hasOrigin(ring: Ring): boolean {
  const [a = outside, b = outside, c = outside] = ring;
  const isInside = !isSame(a, c) && isOrdered(square(b), a, c, b);
  return isInside !== crossed(ring, b, false);
}

function crossed(ring: Ring, point: Vector, start: boolean): boolean {
  let isInside = start;
  for (const [a, b] of edgesOf(ring)) if (crossesOrTouches(origin, point, a, b)) isInside = !isInside;
  return isInside;
}

/** Whether a point is left of the ring. Of rings that tile the sphere exactly one contains a point. */
export const contains = (ring: Ring, point: Vector): boolean => crossed(ring, point, hasOrigin(ring));

/** Whether edges can meet at all: by the distance of their middles. */
export function mayMeet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const apart = minus(add(a, b), add(c, d));
  const reach = Math.sqrt(dot(minus(a, b), minus(a, b))) + Math.sqrt(dot(minus(c, d), minus(c, d)));
  // Chords are shorter than edges: near half a turn nothing is excluded.
  return reach > 1 || dot(apart, apart) <= reach * reach * 1.1 + 1e-28;
}

/** Whether edges of these rings cross. */
export function doCross(rings: readonly Ring[]): boolean {
  const edges = rings.flatMap(edgesOf);
  return somePair(edges, (one, other) => {
    const [first, second] = [edges[one], edges[other]];
    return first !== undefined && second !== undefined && crossing(...first, ...second) > 0;
  });
}

/** The centroid's direction times the area left of the ring: half the sum of the edges' lengths along their normals. */
export function moment(ring: Ring): Vector {
  let sum: Vector = [0, 0, 0];
  for (const [a, b] of edgesOf(ring)) {
    const half = Math.atan2(length(minus(a, b)), length(add(a, b)));
    sum = add(sum, scale(half, unit(normal(a, b))));
  }
  return sum;
}
