/** Lines joined: what they share is kept once, and ends that meet are connected where no third line does. */
import { arrange, type Edge, type Piece } from './arrangement';
import { edgesOfLine } from './distances';
import type { Line } from './geojson';
import { pointAt } from './vector';

export const edgesOfLines = (lines: readonly Line[], firstId = 0, side = 0): Edge[] =>
  lines.flatMap(edgesOfLine).map(([a, b], index) => ({ a, b, id: firstId + index, side }));

const key = ({ from, to }: Piece): string => (from < to ? `${from} ${to}` : `${to} ${from}`);

/** Each piece once, in either direction. */
export function distinct(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter((piece) => !seen.has(key(piece)) && seen.add(key(piece)));
}

/** Paths through points that one piece enters and one leaves, in the order of the pieces' numbers; then closed ones. */
export function pathsOf(pieces: readonly Piece[]): number[][] {
  const out = new Map<number, Piece[]>();
  const entering = new Map<number, number>();
  const ordered = [...pieces].sort((a, b) => a.id - b.id);
  for (const piece of ordered) {
    out.set(piece.from, [...(out.get(piece.from) ?? []), piece]);
    entering.set(piece.to, (entering.get(piece.to) ?? 0) + 1);
  }
  const isPassed = (point: number) => out.get(point)?.length === 1 && entering.get(point) === 1;
  const used = new Set<Piece>();
  const walk = (first: Piece): number[] => {
    const path = [first.from];
    for (let piece: Piece | undefined = first; piece && !used.has(piece); ) {
      used.add(piece);
      path.push(piece.to);
      piece = isPassed(piece.to) ? out.get(piece.to)?.[0] : undefined;
    }
    return path;
  };
  const open = ordered.filter((piece) => !isPassed(piece.from)).map(walk);
  const round = ordered.flatMap((piece) => (used.has(piece) ? [] : [walk(piece)]));
  return [...open, ...round];
}

export function unionOfLines(lines: readonly Line[]): Line[] {
  const { points, pieces } = arrange(edgesOfLines(lines));
  return pathsOf(distinct(pieces)).map((path) => path.map((point) => pointAt(points, point)));
}
