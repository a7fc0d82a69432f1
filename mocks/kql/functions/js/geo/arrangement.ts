/**
 * Edges cut wherever they meet: afterwards two pieces are the same, the reverse of each other, or meet at ends only.
 * Points closer than S2's merge distance become one. Points are numbered along S2's curve, which decides where the
 * rings made of the pieces begin, as in S2Builder.
 */
import { nearestOnEdge } from './distances';
import { crossing, meeting } from './orientation';
import { cellIdAt } from './s2-cells';
import { somePair } from './sweep';
import { dot, isSame, length, minus, pointAt, type Vector } from './vector';

export type Edge = { readonly a: Vector; readonly b: Vector; readonly id: number; readonly side: number };
export type Piece = { readonly from: number; readonly to: number; readonly id: number; readonly side: number };
export type Arrangement = { readonly points: readonly Vector[]; readonly pieces: readonly Piece[] };

/** 16 rounding errors: two nanometres on Earth. */
const mergeRadians = 16 * 2.220446049250313e-16;

type Span = { readonly edge: Edge; readonly cuts: Vector[] };

const isOn = (point: Vector, edge: Edge): boolean =>
  !isSame(point, edge.a) &&
  !isSame(point, edge.b) &&
  length(minus(point, nearestOnEdge(point, edge.a, edge.b))) < mergeRadians;

function cut(one: Span, other: Span): void {
  const [e, f] = [one.edge, other.edge];
  for (const point of [f.a, f.b]) if (isOn(point, e)) one.cuts.push(point);
  for (const point of [e.a, e.b]) if (isOn(point, f)) other.cuts.push(point);
  if (crossing(e.a, e.b, f.a, f.b) <= 0) return;
  const point = meeting(e.a, e.b, f.a, f.b);
  one.cuts.push(point);
  other.cuts.push(point);
}

/** Numbers points; those within the merge distance of one known get its number. */
function numbering(): { readonly points: Vector[]; readonly numberOf: (point: Vector) => number } {
  const points: Vector[] = [];
  const byPlace = new Map<string, number[]>();
  const size = 1e-12;
  const cell = (x: number) => Math.floor(x / size);
  const numberOf = (point: Vector): number => {
    const key = point.map(cell).join();
    const known = byPlace.get(key)?.find((index) => length(minus(points[index] ?? point, point)) <= mergeRadians);
    if (known !== undefined) return known;
    const number = points.push(point) - 1;
    const [xs, ys, zs] = point.map((x) => [...new Set([cell(x - mergeRadians), cell(x + mergeRadians)])]);
    for (const x of xs ?? [])
      for (const y of ys ?? [])
        for (const z of zs ?? []) byPlace.set(`${x},${y},${z}`, [...(byPlace.get(`${x},${y},${z}`) ?? []), number]);
    return number;
  };
  return { points, numberOf };
}

export function arrange(edges: readonly Edge[]): Arrangement {
  const spans = edges.map((edge): Span => ({ edge, cuts: [] }));
  somePair(
    edges.map(({ a, b }) => [a, b]),
    (one, other) => {
      const [first, second] = [spans[one], spans[other]];
      if (first && second) cut(first, second);
      return false;
    },
  );
  const { points, numberOf } = numbering();
  for (const { a, b } of edges) [a, b].forEach(numberOf);
  const pieces = spans.flatMap(({ edge, cuts }) => {
    const far = (point: Vector) => dot(minus(point, edge.a), minus(point, edge.a));
    const stops = [edge.a, ...cuts.sort((one, other) => far(one) - far(other)), edge.b].map(numberOf);
    return stops
      .slice(1)
      .map((to, index): Piece => ({ from: stops[index] ?? to, to, id: edge.id, side: edge.side }))
      .filter(({ from, to }) => from !== to);
  });
  return inCurveOrder(points, pieces);
}

function inCurveOrder(points: readonly Vector[], pieces: readonly Piece[]): Arrangement {
  const places = points.map(cellIdAt);
  const order = points
    .map((_, index) => index)
    .sort((a, b) => {
      const [x, y] = [places[a] ?? 0n, places[b] ?? 0n];
      return x < y ? -1 : x > y ? 1 : a - b;
    });
  const rank: number[] = [];
  for (const [position, index] of order.entries()) rank[index] = position;
  return {
    points: order.map((index) => pointAt(points, index)),
    pieces: pieces.map((piece) => ({ ...piece, from: rank[piece.from] ?? 0, to: rank[piece.to] ?? 0 })),
  };
}
