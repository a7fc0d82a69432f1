/**
 * Filling what is missing in a series: null, or the placeholder that the query names. Members keep their types.
 * https://learn.microsoft.com/kusto/query/make-series-operator#list-of-series-interpolation-functions
 */
import { type Cell, readCells, readScalar, writeCells } from './cells';

type Text = string | null;
type Gap = (cell: Cell) => boolean;

function gapTest(placeholder: Text | undefined): Gap {
  const wanted = readScalar(placeholder);
  if (!wanted) return (cell) => cell === null;
  return (cell) =>
    cell !== null && (cell.value === wanted.value || (Number.isNaN(wanted.value) && Number.isNaN(cell.value)));
}

export function fillConst(series: Text, constant?: Text, placeholder?: Text): Text {
  const [cells, isGap] = [readCells(series), gapTest(placeholder)];
  const value = constant === undefined ? { value: 0, whole: true } : readScalar(constant);
  return cells && writeCells(cells.map((cell) => (isGap(cell) ? value : cell)));
}

function forward(cells: readonly Cell[], isGap: Gap): Cell[] {
  let last: Cell = null;
  let seen = false;
  return cells.map((cell) => {
    if (isGap(cell)) return seen ? last : cell;
    seen = true;
    last = cell;
    return cell;
  });
}

export function fillForward(series: Text, placeholder?: Text): Text {
  const cells = readCells(series);
  return cells && writeCells(forward(cells, gapTest(placeholder)));
}

export function fillBackward(series: Text, placeholder?: Text): Text {
  const cells = readCells(series);
  return cells && writeCells(forward([...cells].reverse(), gapTest(placeholder)).reverse());
}

/** Between two members a gap lies on their line, cut to a whole number in a series of whole numbers; outside it takes the nearest. */
export function fillLinear(series: Text, placeholder?: Text, fillEdges: boolean | null = true, constant?: Text): Text {
  const [cells, isGap] = [readCells(series), gapTest(placeholder)];
  if (!cells) return null;
  const whole = cells.every((cell) => isGap(cell) || cell === null || cell.whole);
  const places = cells.flatMap((cell, index) => (isGap(cell) || !cell ? [] : [index]));
  if (places.length === 0) {
    const value = constant === undefined ? { value: 0, whole: false } : readScalar(constant);
    return writeCells(cells.map((cell) => (isGap(cell) ? value : cell)));
  }
  let next = 0;
  return writeCells(
    cells.map((cell, index): Cell => {
      while ((places[next] ?? Number.POSITIVE_INFINITY) < index) next++;
      if (!isGap(cell)) return cell;
      const [before, after] = [places[next - 1], places[next]];
      if (before === undefined || after === undefined)
        return fillEdges === false ? cell : (cells[before ?? after ?? index] ?? null);
      const [low, high] = [cells[before]?.value ?? 0, cells[after]?.value ?? 0];
      const value = low + ((high - low) * (index - before)) / (after - before);
      return { value: whole ? Math.trunc(value) : value, whole };
    }),
  );
}
