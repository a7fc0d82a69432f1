/**
 * The region that closed walks go around at least once, from how often they go around one point.
 * Follows S2WindingOperation, so that the rings begin where S2's begin. http://s2geometry.io/devguide/basic_types
 */
import { arrange, type Piece } from './arrangement';
import { inOrder, leftTurns, loopsOf } from './loops';
import { crossing, isOrdered, turn, wedgeContains } from './orientation';
import { polygonsOf, type Region } from './regions';
import { edgesOf, origin, type Ring } from './ring';
import { isSame, pointAt, square, type Vector } from './vector';

/** How the winding number changes along ab when it meets cd at an end of both. */
function endDelta(a: Vector, b: Vector, c: Vector, d: Vector): number {
  if (isSame(a, b) || isSame(c, d)) return 0;
  if (isSame(a, c)) return Number(isSame(b, d) || isOrdered(square(a), d, b, a));
  if (isSame(b, d)) return Number(isOrdered(square(b), c, a, b));
  if (isSame(a, d)) return -Number(isSame(b, c) || isOrdered(square(a), c, b, a));
  return isSame(b, c) ? -Number(isOrdered(square(b), d, a, b)) : 0;
}

export function windingDelta(a: Vector, b: Vector, c: Vector, d: Vector): number {
  const sign = crossing(a, b, c, d);
  if (sign === 0) return endDelta(a, b, c, d);
  return sign < 0 ? 0 : turn(c, d, a) < 0 ? 1 : -1;
}

/** A piece between two points, and how many walks use it. */
type Border = Piece & { readonly uses: number };

/** Every piece once in each direction; what no walk uses has no number of its own. */
function bordersOf(pieces: readonly Piece[]): Border[] {
  const byWay = new Map<string, Border>();
  const note = (from: number, to: number, id: number, uses: number) => {
    const key = `${from} ${to}`;
    const known = byWay.get(key);
    byWay.set(key, { from, to, side: 0, id: Math.min(known?.id ?? id, id), uses: (known?.uses ?? 0) + uses });
  };
  for (const { from, to, id } of pieces) {
    note(from, to, id, 1);
    note(to, from, Number.MAX_SAFE_INTEGER, 0);
  }
  return [...byWay.values()];
}

type Graph = {
  readonly borders: readonly Border[];
  readonly points: readonly Vector[];
  readonly next: readonly number[];
  readonly back: readonly number[];
};

const at = ({ points }: Graph, index: number): Vector => pointAt(points, index);

/** Of the rings through the end of a piece, the one that contains this point; as the piece leading to it. */
function containing(graph: Graph, start: number): number {
  let into = start;
  for (let tries = 0; tries < graph.borders.length; tries++) {
    const out = graph.next[into] ?? start;
    const [a, b] = [graph.borders[into], graph.borders[out]];
    if (!a || !b || a.from === b.to || wedgeContains(at(graph, a.from), at(graph, a.to), at(graph, b.to))) return into;
    into = graph.back[out] ?? start;
  }
  return start;
}

/** How often the walks go around a point. */
function turnsAround(graph: Graph, pieces: readonly Piece[], turnsAtOrigin: number, point: Vector): number {
  let turns = turnsAtOrigin;
  for (const { from, to } of pieces) turns += windingDelta(origin, point, at(graph, from), at(graph, to));
  return turns;
}

/** Pieces with the region to their left: of each connected part, from one piece across all the others. */
function outlines(graph: Graph, pieces: readonly Piece[], turnsAtOrigin: number): Border[] {
  const { borders, next, back } = graph;
  const turns: (number | undefined)[] = [];
  const found: Border[] = [];
  const isDone = borders.map(() => false);
  /** All pieces of one ring have the same region to their left. */
  const walkRing = (start: number, left: number): number[] => {
    const across: number[] = [];
    for (let index = start; !isDone[index]; index = next[index] ?? start) {
      const opposite = back[index] ?? index;
      const [here, there] = [borders[index], borders[opposite]];
      if (!here || !there) break;
      isDone[index] = true;
      const right = left - here.uses + there.uses;
      if (left > 0 && right <= 0) found.push(here);
      turns[opposite] = right;
      across.push(opposite);
    }
    return across;
  };
  for (const [first, border] of borders.entries()) {
    if (isDone[first]) continue;
    const start = containing(graph, first);
    turns[start] = turnsAround(graph, pieces, turnsAtOrigin, at(graph, border.to));
    const stack = [start];
    for (let index = stack.pop(); index !== undefined; index = stack.pop())
      if (!isDone[index]) stack.push(...walkRing(index, turns[index] ?? 0));
  }
  return found;
}

/** `turnsAtOrigin`: how often the walks go around S2's origin. */
export function regionAround(walks: readonly Ring[], turnsAtOrigin: number): Region {
  const edges = walks.flatMap(edgesOf).map(([a, b], id) => ({ a, b, id, side: 0 }));
  const { points, pieces } = arrange(edges.filter(({ a, b }) => !isSame(a, b)));
  const borders = inOrder(bordersOf(pieces));
  const numbers = new Map(borders.map(({ from, to }, index) => [`${from} ${to}`, index]));
  const back = borders.map(({ from, to }, index) => numbers.get(`${to} ${from}`) ?? index);
  const graph = { borders, points, next: leftTurns(borders, points), back };
  return polygonsOf(loopsOf(outlines(graph, pieces, turnsAtOrigin), points));
}
