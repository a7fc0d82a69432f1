/**
 * Random scalar expressions with a second opinion: each comes with its text and with what it should give for a row,
 * computed the plain way in JavaScript after Microsoft's documentation, sharing nothing with the engine's SQL.
 */
import { ticksPerDay } from '../ticks';
import { type Cell, type CellType, cellOf, literal } from './cells';
import { chance, type Draw, pick, whole } from './draw';
import {
  bigs,
  both,
  comparisons,
  different,
  either,
  equal,
  floored,
  isBig,
  isNumber,
  isTerm,
  less,
  lower,
  negation,
  numbers,
  order,
  text,
  textTests,
} from './meaning';
import { columnsOf, type Row, type Schema } from './tables';

export type Expression = { readonly text: string; readonly of: (row: Row) => Cell };
export type Scope = { readonly draw: Draw; readonly schema: Schema };

type Make = (scope: Scope, depth: number) => Expression;

export function leaf({ draw, schema }: Scope, type: CellType): Expression {
  const names = columnsOf(type, schema);
  if (names.length > 0 && chance(draw, 75)) {
    const name = pick(draw, names);
    return { text: name, of: (row) => row[name] ?? null };
  }
  const value = draw(cellOf, type);
  return { text: literal(value, type), of: () => value };
}

export function scalar(scope: Scope, type: CellType, depth: number): Expression {
  if (depth <= 0 || chance(scope.draw, 20)) return leaf(scope, type);
  return pick(scope.draw, makers[type])(scope, depth - 1);
}

const unary =
  (from: CellType, spell: (x: string) => string, of: (x: Cell) => Cell): Make =>
  (scope, depth) => {
    const x = scalar(scope, from, depth);
    return { text: spell(x.text), of: (row) => of(x.of(row)) };
  };

const binary =
  (left: CellType, right: CellType, spell: (x: string, y: string) => string, of: (x: Cell, y: Cell) => Cell): Make =>
  (scope, depth) => {
    const [x, y] = [scalar(scope, left, depth), scalar(scope, right, depth)];
    return { text: spell(x.text, y.text), of: (row) => of(x.of(row), y.of(row)) };
  };

const infix = (operator: string) => (x: string, y: string) => `(${x} ${operator} ${y})`;

const compare: Make = (scope, depth) => {
  const [left, right] = pick(scope.draw, [
    ['long', 'long'],
    ['long', 'real'],
    ['real', 'real'],
    ['string', 'string'],
    ['datetime', 'datetime'],
    ['timespan', 'timespan'],
  ] as const);
  // Kusto orders text by strcmp() only.
  const [operator, of] = pick(scope.draw, left === 'string' ? comparisons.slice(0, 2) : comparisons);
  return binary(left, right, infix(operator), of)(scope, depth);
};

const textTest: Make = (scope, depth) => {
  const [operator, of] = pick(scope.draw, textTests);
  return binary('string', 'string', infix(operator), (x, y) => of(text(x), text(y)))(scope, depth);
};

const hasTerm: Make = (scope, depth) => {
  const term = pick(scope.draw, ['a', 'abc', 'exe', 'DIR', 'so', '10']);
  const negated = chance(scope.draw, 30);
  return unary(
    'string',
    (x) => `(${x} ${negated ? '!has' : 'has'} "${term}")`,
    (x) => isTerm(text(x), term) !== negated,
  )(scope, depth);
};

const within: Make = (scope, depth) => {
  const type = pick(scope.draw, ['long', 'datetime', 'timespan'] as const);
  const [x, low, high] = [scalar(scope, type, depth), leaf(scope, type), leaf(scope, type)];
  const negated = chance(scope.draw, 40);
  const atMost = order((a, b) => !less(b, a));
  return {
    text: `(${x.text} ${negated ? '!between' : 'between'} (${low.text} .. ${high.text}))`,
    of: (row) => {
      const verdict = both(atMost(low.of(row), x.of(row)), atMost(x.of(row), high.of(row)));
      return negated ? negation(verdict) : verdict;
    },
  };
};

const among: Make = (scope, depth) => {
  const type = pick(scope.draw, ['long', 'string', 'datetime'] as const);
  const x = scalar(scope, type, depth);
  const members = [scope.draw(cellOf, type), scope.draw(cellOf, type)].filter((value) => value !== null);
  const list = members.length > 0 ? members : [type === 'string' ? 'a' : 1n];
  const negated = chance(scope.draw, 40);
  return {
    text: `(${x.text} ${negated ? '!in' : 'in'} (${list.map((value) => literal(value, type)).join(', ')}))`,
    of: (row) => list.some((value) => value === x.of(row)) !== negated,
  };
};

const isNothing: Make = (scope, depth) => {
  const type = pick(scope.draw, ['long', 'real', 'bool', 'datetime', 'timespan', 'string'] as const);
  const [name, verdict] = pick(scope.draw, [
    ['isnull', true],
    ['isnotnull', false],
  ] as const);
  return unary(
    type,
    (x) => `${name}(${x})`,
    (x) => (x === null) === verdict,
  )(scope, depth);
};

/** iff, case and coalesce are the same for every type. */
const choices = (type: CellType): Make[] => [
  (scope, depth) => {
    const [test, yes, no] = [scalar(scope, 'bool', depth), scalar(scope, type, depth), scalar(scope, type, depth)];
    return {
      text: `iff(${test.text}, ${yes.text}, ${no.text})`,
      of: (row) => (test.of(row) === true ? yes.of(row) : no.of(row)),
    };
  },
  (scope, depth) => {
    const tests = [scalar(scope, 'bool', depth), scalar(scope, 'bool', 0)];
    const results = [scalar(scope, type, depth), scalar(scope, type, 0)];
    const otherwise = leaf(scope, type);
    return {
      text: `case(${tests.map((test, index) => `${test.text}, ${results[index]?.text}`).join(', ')}, ${otherwise.text})`,
      of: (row) => (results[tests.findIndex((test) => test.of(row) === true)] ?? otherwise).of(row),
    };
  },
  binary(
    type,
    type,
    (x, y) => `coalesce(${x}, ${y})`,
    (x, y) => (x === null || x === '' ? y : x),
  ),
];

const small = (draw: Draw): bigint => BigInt(whole(draw, -3, 3));
const span = (name: string, ticks: bigint) => ({ name, ticks });
const spans = [
  span('1h', 36_000_000_000n),
  span('1d', ticksPerDay),
  span('7d', ticksPerDay * 7n),
  span('5m', 3_000_000_000n),
];

const binned =
  (type: 'datetime' | 'timespan'): Make =>
  (scope, depth) => {
    const { name, ticks } = pick(scope.draw, spans);
    return unary(
      type,
      (x) => `bin(${x}, ${name})`,
      (x) => (isBig(x) ? floored(x, ticks) : null),
    )(scope, depth);
  };

const makers: Readonly<Record<CellType, readonly Make[]>> = {
  bool: [
    compare,
    compare,
    textTest,
    hasTerm,
    within,
    among,
    isNothing,
    binary('bool', 'bool', infix('and'), both),
    binary('bool', 'bool', infix('or'), either),
    binary('bool', 'bool', infix('=='), equal),
    binary('bool', 'bool', infix('!='), different),
    unary('bool', (x) => `not(${x})`, negation),
    unary(
      'string',
      (x) => `isempty(${x})`,
      (x) => x === '',
    ),
    ...choices('bool'),
  ],
  long: [
    binary(
      'long',
      'long',
      infix('+'),
      bigs((x, y) => x + y),
    ),
    binary(
      'long',
      'long',
      infix('-'),
      bigs((x, y) => x - y),
    ),
    (scope, depth) => {
      const factor = small(scope.draw);
      return unary(
        'long',
        (x) => `(${x} * ${literal(factor, 'long')})`,
        (x) => (isBig(x) ? x * factor : null),
      )(scope, depth);
    },
    binary(
      'long',
      'long',
      infix('/'),
      bigs((x, y) => (y === 0n ? null : x / y)),
    ),
    binary(
      'long',
      'long',
      infix('%'),
      bigs((x, y) => (y === 0n ? null : x - floored(x, y < 0n ? -y : y))),
    ),
    unary(
      'long',
      (x) => `abs(${x})`,
      (x) => (isBig(x) && x < 0n ? -x : x),
    ),
    (scope, depth) => {
      const step = BigInt(whole(scope.draw, 1, 9));
      return unary(
        'long',
        (x) => `bin(${x}, ${step})`,
        (x) => (isBig(x) ? floored(x, step) : null),
      )(scope, depth);
    },
    unary(
      'string',
      (x) => `strlen(${x})`,
      (x) => BigInt(text(x).length),
    ),
    unary(
      'string',
      (x) => `indexof(${x}, "a")`,
      (x) => BigInt(text(x).indexOf('a')),
    ),
    binary(
      'string',
      'string',
      (x, y) => `tolong(strcmp(${x}, ${y}))`,
      (x, y) => (text(x) < text(y) ? -1n : text(x) > text(y) ? 1n : 0n),
    ),
    unary(
      'string',
      (x) => `tolong(${x})`,
      (x) => (/^[+-]?\d{1,18}$/.test(text(x)) ? BigInt(text(x)) : null),
    ),
    ...choices('long'),
  ],
  real: [
    binary(
      'real',
      'real',
      infix('+'),
      numbers((x, y) => x + y),
    ),
    binary(
      'real',
      'real',
      infix('-'),
      numbers((x, y) => x - y),
    ),
    binary(
      'real',
      'long',
      infix('*'),
      numbers((x, y) => x * y),
    ),
    unary(
      'long',
      (x) => `todouble(${x})`,
      (x) => (x === null ? null : Number(x)),
    ),
    unary(
      'real',
      (x) => `abs(${x})`,
      (x) => (isNumber(x) ? Math.abs(x) : null),
    ),
    ...choices('real'),
  ],
  string: [
    binary(
      'string',
      'string',
      (x, y) => `strcat(${x}, ${y})`,
      (x, y) => text(x) + text(y),
    ),
    (scope, depth) => {
      const [from, length] = [whole(scope.draw, 0, 4), whole(scope.draw, 0, 4)];
      return unary(
        'string',
        (x) => `substring(${x}, ${from}, ${length})`,
        (x) => text(x).slice(from, from + length),
      )(scope, depth);
    },
    unary(
      'string',
      (x) => `toupper(${x})`,
      (x) => text(x).toUpperCase(),
    ),
    unary('string', (x) => `tolower(${x})`, lower),
    unary(
      'string',
      (x) => `replace_string(${x}, "a", "<$1>")`,
      (x) => text(x).split('a').join('<$1>'),
    ),
    unary(
      'long',
      (x) => `tostring(${x})`,
      (x) => (x === null ? '' : String(x)),
    ),
    unary(
      'bool',
      (x) => `tostring(${x})`,
      (x) => (x === null ? '' : x ? 'True' : 'False'),
    ),
    ...choices('string'),
  ],
  datetime: [
    binary(
      'datetime',
      'timespan',
      infix('+'),
      bigs((x, y) => x + y),
    ),
    binary(
      'datetime',
      'timespan',
      infix('-'),
      bigs((x, y) => x - y),
    ),
    binned('datetime'),
    unary(
      'datetime',
      (x) => `startofday(${x})`,
      (x) => (isBig(x) ? floored(x, ticksPerDay) : null),
    ),
    ...choices('datetime'),
  ],
  timespan: [
    binary(
      'datetime',
      'datetime',
      infix('-'),
      bigs((x, y) => x - y),
    ),
    binary(
      'timespan',
      'timespan',
      infix('+'),
      bigs((x, y) => x + y),
    ),
    binary(
      'timespan',
      'timespan',
      infix('-'),
      bigs((x, y) => x - y),
    ),
    binned('timespan'),
    ...choices('timespan'),
  ],
};
