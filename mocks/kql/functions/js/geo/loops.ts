/**
 * Rings made of directed pieces: at each point the walk turns left as far as it can, and a ring begins after its piece
 * of the highest number, as S2Builder arranges them. http://s2geometry.io/devguide/s2builder
 */
import type { Piece } from './arrangement';
import { isOrdered } from './orientation';
import type { Ring } from './ring';
import { pointAt, type Vector } from './vector';

type Arm = { readonly isIncoming: boolean; readonly piece: number; readonly end: number };

/** Clockwise around a point, from its lowest-numbered neighbour; a way out before the way in from the same neighbour. */
function clockwise(arms: readonly Arm[], centre: number, points: readonly Vector[]): Arm[] {
  const first = Math.min(...arms.map((arm) => arm.end));
  const at = (index: number): Vector => pointAt(points, index);
  return [...arms].sort((a, b) => {
    if (a.end === b.end) return Number(a.isIncoming) - Number(b.isIncoming);
    if (a.end === first) return -1;
    if (b.end === first) return 1;
    return isOrdered(at(a.end), at(b.end), at(first), at(centre)) ? 1 : -1;
  });
}

/** For each piece the one that follows it: -1 where none does. Pieces must be sorted and without duplicates. */
export function leftTurns(pieces: readonly Piece[], points: readonly Vector[]): number[] {
  const arms = new Map<number, Arm[]>();
  const addArm = (point: number, arm: Arm) => {
    const known = arms.get(point);
    if (known) known.push(arm);
    else arms.set(point, [arm]);
  };
  for (const [piece, { from, to }] of pieces.entries()) {
    addArm(from, { isIncoming: false, piece, end: to });
    addArm(to, { isIncoming: true, piece, end: from });
  }
  const next = pieces.map(() => -1);
  for (const [point, around] of arms) pair(clockwise(around, point, points), next);
  return next;
}

function pair(arms: readonly Arm[], next: number[]): void {
  const ins: number[] = [];
  const outs: number[] = [];
  for (const { isIncoming, piece } of arms) {
    if (isIncoming) ins.push(piece);
    else {
      const from = ins.pop();
      if (from === undefined) outs.push(piece);
      else next[from] = piece;
    }
  }
  for (const out of outs) {
    const from = ins.pop();
    if (from !== undefined) next[from] = out;
  }
}

export const inOrder = <P extends Piece>(pieces: readonly P[]): P[] =>
  [...pieces].sort((a, b) => a.from - b.from || a.to - b.to || a.id - b.id);

/** So that the piece of the highest number comes last; of several such, the last one of the first run. */
function turnedRound(loop: readonly Piece[]): Piece[] {
  let at = 0;
  let sawGap = false;
  for (const [index, { id }] of loop.entries()) {
    const step = id - (loop[at]?.id ?? 0);
    if (step < 0) sawGap = true;
    else if (index > 0 && (step > 0 || !sawGap)) {
      at = index;
      sawGap = false;
    }
  }
  return [...loop.slice(at + 1), ...loop.slice(0, at + 1)];
}

/** Simple rings: a walk that comes back to one of its points closes a ring there. */
export function loopsOf(unsorted: readonly Piece[], points: readonly Vector[]): Ring[] {
  const pieces = inOrder(unsorted);
  const next = leftTurns(pieces, points);
  const loops: Piece[][] = [];
  for (let start = 0; start < pieces.length; start++) {
    const path: Piece[] = [];
    const placeOf = new Map<number, number>();
    for (let index = start; (next[index] ?? -1) >= 0; ) {
      const piece = pieces[index];
      if (!piece) break;
      path.push(piece);
      placeOf.set(piece.from, path.length - 1);
      const following = next[index] ?? -1;
      next[index] = -1;
      index = following;
      const begin = placeOf.get(piece.to);
      if (begin === undefined) continue;
      const loop = path.splice(begin);
      for (const { from } of loop) placeOf.delete(from);
      loops.push(turnedRound(loop));
    }
  }
  return loops
    .sort((a, b) => (a[0]?.id ?? 0) - (b[0]?.id ?? 0))
    .map((loop) => loop.map(({ from }) => pointAt(points, from)));
}
