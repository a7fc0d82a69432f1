/** Element by element: one series, two series, or a series and a number that stands for a series of its length. */
import { type Cell, readCells, writeCells } from './cells';
import { paired } from './paired';

type Text = string | null;
type Whole = 'kept' | 'always real';

const unary: Readonly<Record<string, readonly [(x: number) => number, Whole]>> = {
  abs: [Math.abs, 'kept'],
  sign: [Math.sign, 'kept'],
  acos: [Math.acos, 'always real'],
  asin: [Math.asin, 'always real'],
  atan: [Math.atan, 'always real'],
  ceiling: [Math.ceil, 'always real'],
  cos: [Math.cos, 'always real'],
  exp: [Math.exp, 'always real'],
  floor: [Math.floor, 'always real'],
  log: [Math.log, 'always real'],
  sin: [Math.sin, 'always real'],
  tan: [Math.tan, 'always real'],
};

const binary: Readonly<Record<string, readonly [(x: number, y: number) => number, Whole]>> = {
  add: [(x, y) => x + y, 'kept'],
  subtract: [(x, y) => x - y, 'kept'],
  multiply: [(x, y) => x * y, 'kept'],
  divide: [(x, y) => x / y, 'always real'],
  pow: [(x, y) => x ** y, 'always real'],
};

const comparisons: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  equals: (x, y) => x === y,
  not_equals: (x, y) => x !== y,
  greater: (x, y) => x > y,
  greater_equals: (x, y) => x >= y,
  less: (x, y) => x < y,
  less_equals: (x, y) => x <= y,
};

export const unaryNames = Object.keys(unary);
export const binaryNames = Object.keys(binary);
export const comparisonNames = Object.keys(comparisons);

function found<T>(table: Readonly<Record<string, T>>, name: string): T {
  const entry = table[name];
  if (!entry) throw new Error(`No series operation ${name}`);
  return entry;
}

export function elementwise(name: string): (series: Text) => Text {
  const [operation, whole] = found(unary, name);
  return (series) => {
    const cells = readCells(series);
    return (
      cells &&
      writeCells(cells.map((cell) => cell && { value: operation(cell.value), whole: whole === 'kept' && cell.whole }))
    );
  };
}

export function pairwise(name: string): (a: Text, b: Text) => Text {
  const [operation, whole] = found(binary, name);
  return (a, b) => {
    const cells = paired(
      a,
      b,
      (x, y): Cell => x && y && { value: operation(x.value, y.value), whole: whole === 'kept' && x.whole && y.whole },
    );
    return cells && writeCells(cells);
  };
}

export function compared(name: string): (a: Text, b: Text) => Text {
  const holds = found(comparisons, name);
  return (a, b) => {
    const truths = paired(a, b, (x, y) => (x && y ? holds(x.value, y.value) : null));
    return truths && `[${truths.map(String).join(',')}]`;
  };
}
