/**
 * Which way three points turn, never undecided: exactly where rounding could mislead, and by a fixed symbolic
 * perturbation where they are on one great circle, as S2 does. http://s2geometry.io/about/overview
 */
import { add, cross, dot, isSame, length, minus, square, type Vector } from './vector';

const epsilon = 2.220446049250313e-16;

/** 1 for a left turn, -1 for a right turn, 0 only when two of the points are the same. */
export function turn(a: Vector, b: Vector, c: Vector): -1 | 0 | 1 {
  const rough = dot(cross(a, b), c);
  if (rough > 4.1e-16) return 1;
  if (rough < -4.1e-16) return -1;
  if (isSame(a, b) || isSame(b, c) || isSame(c, a)) return 0;
  return stableTurn(a, b, c) || exactTurn(a, b, c);
}

/** From the two shorter sides, whose differences are nearly exact. */
function stableTurn(a: Vector, b: Vector, c: Vector): -1 | 0 | 1 {
  const [ab, bc, ca] = [minus(b, a), minus(c, b), minus(a, c)];
  const [ab2, bc2, ca2] = [dot(ab, ab), dot(bc, bc), dot(ca, ca)];
  let [e1, e2, apex] = [ca, bc, c];
  if (ab2 < bc2 || ab2 < ca2) [e1, e2, apex] = bc2 >= ca2 ? [ab, ca, a] : [bc, ab, b];
  const det = -dot(cross(e1, e2), apex);
  const worst = 3.2321 * epsilon * length(e1) * length(e2);
  if (worst < 1e-290 || Math.abs(det) <= worst) return 0;
  return det > 0 ? 1 : -1;
}

const bits = new DataView(new ArrayBuffer(8));

/** A double as a whole multiple of its smallest step, 2^-1074. */
function exactly(value: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const size = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
  return raw >> 63n ? -size : size;
}

const signOf = (value: bigint): -1 | 0 | 1 => (value > 0n ? 1 : value < 0n ? -1 : 0);
const flip = (sign: -1 | 0 | 1, isFlipped: boolean): -1 | 0 | 1 => (isFlipped && sign !== 0 ? (-sign as -1 | 1) : sign);

const isBefore = (a: Vector, b: Vector): boolean =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

function exactTurn(a: Vector, b: Vector, c: Vector): -1 | 0 | 1 {
  let isOdd = false;
  let [p, q, r] = [a, b, c];
  if (isBefore(q, p)) [p, q, isOdd] = [q, p, !isOdd];
  if (isBefore(r, q)) [q, r, isOdd] = [r, q, !isOdd];
  if (isBefore(q, p)) [p, q, isOdd] = [q, p, !isOdd];
  const [p0, p1, p2, q0, q1, q2, r0, r1, r2] = [...p, ...q, ...r].map(exactly) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const qr = [q1 * r2 - q2 * r1, q2 * r0 - q0 * r2, q0 * r1 - q1 * r0] as const;
  const det = signOf(p0 * qr[0] + p1 * qr[1] + p2 * qr[2]);
  if (det !== 0) return flip(det, isOdd);
  // The terms of the determinant of points moved by ever smaller amounts: the first that is not zero decides.
  const terms = [
    qr[2],
    qr[1],
    qr[0],
    r0 * p1 - r1 * p0,
    r0,
    -r1,
    r2 * p0 - r0 * p2,
    r2,
    p0 * q1 - p1 * q0,
    -q0,
    q1,
    p0,
  ];
  for (const term of terms) if (term !== 0n) return flip(signOf(term), isOdd);
  return flip(1, isOdd);
}

/** Whether a, b, c come in this order when turning left around o. */
export function isOrdered(a: Vector, b: Vector, c: Vector, o: Vector): boolean {
  return Number(turn(b, o, a) >= 0) + Number(turn(c, o, b) >= 0) + Number(turn(a, o, c) > 0) >= 2;
}

/** Whether the wedge left of a → b → c contains b, so that wedges around a point contain it exactly once. */
export const wedgeContains = (a: Vector, b: Vector, c: Vector): boolean => !isOrdered(square(b), c, a, b);

/** 1 when ab and cd cross inside both, 0 when they share an end, -1 otherwise. */
export function crossing(a: Vector, b: Vector, c: Vector, d: Vector): -1 | 0 | 1 {
  if (isSame(a, c) || isSame(a, d) || isSame(b, c) || isSame(b, d)) return 0;
  if (isSame(a, b) || isSame(c, d)) return -1;
  const side = turn(a, b, c);
  if (turn(a, b, d) === side) return -1;
  const far = turn(c, d, a);
  return far === -side && turn(c, d, b) === side ? 1 : -1;
}

/** Whether a path along cd changes sides of ab at a shared end, so that rings count every crossing once. */
function crossesAtEnd(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  if (isSame(a, b) || isSame(c, d)) return false;
  if (isSame(a, c)) return isSame(b, d) || isOrdered(square(a), d, b, a);
  if (isSame(b, d)) return isOrdered(square(b), c, a, b);
  if (isSame(a, d)) return isSame(b, c) || isOrdered(square(a), c, b, a);
  return isSame(b, c) && isOrdered(square(b), d, a, b);
}

export function crossesOrTouches(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const sign = crossing(a, b, c, d);
  return sign === 0 ? crossesAtEnd(a, b, c, d) : sign > 0;
}

/** Where two edges that cross meet. */
export function meeting(a: Vector, b: Vector, c: Vector, d: Vector): Vector {
  const [n, m] = [cross(minus(b, a), add(b, a)), cross(minus(d, c), add(d, c))];
  const line = cross(n, m);
  const size = length(line) * (dot(line, add(add(a, b), add(c, d))) < 0 ? -1 : 1);
  return [line[0] / size, line[1] / size, line[2] / size];
}
