/** Pairs of edges that may touch, by the boxes around them: so that shapes of thousands of edges are not all compared. */
import { QueryFault } from '../query-fault';
import type { Vector } from './vector';

/** Comparisons a shape is worth: a few seconds. */
const mostWork = 100_000_000;

/** Bounds in x, y and z: low, high, low, … */
function boxOf(a: Vector, b: Vector): Float64Array {
  const box = new Float64Array(6);
  const chord2 = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  // An arc rises above its chord by about an eighth of the chord's square, by half of it at the very most.
  const room = chord2 / 2 + 1e-14;
  for (const axis of [0, 1, 2] as const) {
    box[2 * axis] = Math.min(a[axis], b[axis]) - room;
    box[2 * axis + 1] = Math.max(a[axis], b[axis]) + room;
  }
  return box;
}

const overlap = (one: Float64Array, other: Float64Array, axis: number): boolean =>
  (one[2 * axis] ?? 0) <= (other[2 * axis + 1] ?? 0) && (other[2 * axis] ?? 0) <= (one[2 * axis + 1] ?? 0);

/** Calls `visit` with the indexes of each pair, until it answers true; whether it did. */
export function somePair(
  edges: readonly (readonly [Vector, Vector])[],
  visit: (one: number, other: number) => boolean,
): boolean {
  const boxes = edges.map(([a, b]) => boxOf(a, b));
  const lowOf = (index: number): number => boxes[index]?.[4] ?? 0;
  const order = [...edges.keys()].sort((one, other) => lowOf(one) - lowOf(other));
  let work = 0;
  for (const [place, one] of order.entries()) {
    const box = boxes[one] ?? new Float64Array(6);
    const high = box[5] ?? 0;
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next] ?? one;
      const second = boxes[other] ?? box;
      if ((second[4] ?? 0) > high) break;
      if (++work > mostWork)
        throw new QueryFault('E_RUNAWAY_QUERY', 'Query execution has exceeded the allowed limits.');
      if (overlap(box, second, 0) && overlap(box, second, 1) && visit(one, other)) return true;
    }
  }
  return false;
}
