/** series_fit_line() and series_fit_2lines(): one line, or two with a break where they fit best. */
import { readNumbers, writeBag, writeReal, writeReals, writeTuple } from './cells';
import { type Line, throughAll } from './line';
import { mean, squaresAround } from './statistics';

type Text = string | null;
type Entries = readonly (readonly [string, string])[];

function oneLine(series: Text): Entries | null {
  const values = readNumbers(series);
  if (!values || values.length === 0) return null;
  const line = throughAll(values);
  return [
    ['rsquare', writeReal(line.rsquare)],
    ['slope', writeReal(line.slope)],
    ['variance', writeReal(line.variance)],
    ['rvariance', writeReal(line.rvariance)],
    ['interception', writeReal(line.interception)],
    ['line_fit', writeReals(line.fit)],
  ];
}

const columns = (entries: Entries | null): Text => entries && writeTuple(entries.map(([, value]) => value));

export const fitLine = (series: Text): Text => columns(oneLine(series));

export function fitLineDynamic(series: Text): Text {
  const found = oneLine(series);
  return found && writeBag(found);
}

type Split = { readonly at: number; readonly left: Line; readonly right: Line; readonly residual: number };

/** Running sums give each split's residual in one step, so that a long series stays cheap. */
function bestSplit(values: readonly number[]): Split | undefined {
  const centre = mean(values);
  const sums = { y: [0], xy: [0], yy: [0] };
  for (const [x, value] of values.entries()) {
    const y = value - centre;
    sums.y.push((sums.y[x] ?? 0) + y);
    sums.xy.push((sums.xy[x] ?? 0) + x * y);
    sums.yy.push((sums.yy[x] ?? 0) + y * y);
  }
  const between = (list: readonly number[], from: number, to: number) => (list[to] ?? 0) - (list[from] ?? 0);
  const residual = (from: number, to: number) => {
    const n = to - from;
    const [y, xy, yy] = [between(sums.y, from, to), between(sums.xy, from, to), between(sums.yy, from, to)];
    const shared = xy - (from + (n - 1) / 2) * y;
    return Math.max(0, yy - (y * y) / n - (12 * shared * shared) / (n * (n * n - 1)));
  };
  let best: { at: number; left: number } | undefined;
  for (let at = 2; at <= values.length - 2; at++) {
    const left = residual(0, at) + residual(at, values.length);
    if (!best || left < best.left - 1e-12 * Math.abs(best.left)) best = { at, left };
  }
  if (!best) return undefined;
  const [left, right] = [throughAll(values.slice(0, best.at)), throughAll(values.slice(best.at))];
  return { at: best.at, left, right, residual: left.residual + right.residual };
}

const sideNames = ['rsquare', 'slope', 'interception', 'variance', 'rvariance'] as const;
const side = (line: Line): Entries => sideNames.map((name) => [name, writeReal(line[name])]);

type TwoLines = { readonly whole: Entries; readonly right: Entries; readonly left: Entries };

/** Each side takes two points at least, so a series of fewer than four has no break. */
function twoLines(series: Text): TwoLines | null {
  const values = readNumbers(series);
  const split = values ? bestSplit(values) : undefined;
  if (!values || !split) return null;
  const total = squaresAround(values, mean(values));
  return {
    whole: [
      ['rsquare', writeReal(total === 0 ? 0 : 1 - split.residual / total)],
      ['split_idx', String(split.at)],
      ['variance', writeReal(total / (values.length - 1))],
      ['rvariance', writeReal(split.residual / (values.length - 1))],
      ['line_fit', writeReals([...split.left.fit, ...split.right.fit])],
    ],
    right: side(split.right),
    left: side(split.left),
  };
}

export function fit2Lines(series: Text): Text {
  const found = twoLines(series);
  return found && columns([...found.whole, ...found.right, ...found.left]);
}

export function fit2LinesDynamic(series: Text): Text {
  const found = twoLines(series);
  return found && writeBag([...found.whole, ['right', writeBag(found.right)], ['left', writeBag(found.left)]]);
}
