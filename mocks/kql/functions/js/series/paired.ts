/** Two series side by side, or a series and a number that stands for a series of its length. */
import { type Cell, readCells, readScalar } from './cells';

type Text = string | null;

/** Two series of the longer one's length; where one has no member the pair is incomplete. */
export function paired<T>(a: Text, b: Text, combine: (x: Cell, y: Cell) => T): T[] | null {
  const [x, y] = [readCells(a), readCells(b)];
  if (!x && !y) return null;
  const [left, right] = [x ? null : readScalar(a), y ? null : readScalar(b)];
  if ((!x && !left) || (!y && !right)) return null;
  return Array.from({ length: Math.max(x?.length ?? 0, y?.length ?? 0) }, (_, index) =>
    combine(x ? (x[index] ?? null) : left, y ? (y[index] ?? null) : right),
  );
}
