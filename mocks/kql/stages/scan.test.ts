/** scan: the examples of Microsoft's page by their shape, and formulas against the same expressions in SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

async function answer(text: string): Promise<unknown> {
  const result = await engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
  return result.ok ? result.rows : result.problems.map((problem) => `${problem.code} ${problem.message}`);
}

const events = `let Events = datatable(T: long, E: string)[0, "A", 1, "Start", 2, "B", 3, "D", 4, "Stop", 6, "C", 8, "Start", 11, "E", 12, "Stop"];
  Events | sort by T asc | `;

describe('scan', () => {
  it('sums up over its own state', async () => {
    const query = 'range x from 1 to 4 step 1 | scan declare (sum: long = 0) with (step s: true => sum = x + s.sum;)';
    expect(await answer(query)).toEqual([
      [1, 1],
      [2, 3],
      [3, 6],
      [4, 10],
    ]);
  });

  it('reads a declared column without a step as its default', async () => {
    const query = 'range x from 1 to 3 step 1 | scan declare (sum: long = 7) with (step s: true => sum = x + sum;)';
    expect(await answer(query)).toEqual([
      [1, 8],
      [2, 9],
      [3, 10],
    ]);
  });

  it('promotes a sequence from step to step and counts matches from 0', async () => {
    const steps = `scan with_match_id = m with (
      step s1: E == "Start"; step s2: E != "Start" and E != "Stop" and T - s1.T <= 5; step s3: E == "Stop" and T - s1.T <= 5;)`;
    expect(await answer(events + steps)).toEqual([
      [1, 'Start', 0],
      [2, 'B', 0],
      [3, 'D', 0],
      [4, 'Stop', 0],
      [8, 'Start', 1],
      [11, 'E', 1],
      [12, 'Stop', 1],
    ]);
  });

  it('output=last gives the last row of a series, output=none no row', async () => {
    const steps = `scan with_match_id = m with (
      step s1 output=none: E == "Start"; step s2 output=last: E != "Start" and E != "Stop"; step s3: E == "Stop";)`;
    expect(await answer(events + steps)).toEqual([
      [3, 'D', 0],
      [4, 'Stop', 0],
      [11, 'E', 1],
      [12, 'Stop', 1],
    ]);
  });

  it('starts sessions anew when the first step is left', async () => {
    const query = `datatable(T: long)[0, 1, 3, 32, 41, 75] | sort by T asc | scan with_match_id = id declare (start: long) with (
      step inside: true => start = iff(isnull(inside.start), T, inside.start); step end output=none: T - inside.start > 30;)`;
    expect(await answer(query)).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [3, 0, 0],
      [32, 32, 1],
      [41, 32, 1],
      [75, 75, 2],
    ]);
  });

  it('has no match_id when none is asked for, whatever follows', async () => {
    const query = `${events} scan with (step s: E == "Stop";) | extend T2 = T * 2 | extend all = pack_all()`;
    expect(await answer(query)).toEqual([
      [4, 'Stop', 8, { T: 4, E: 'Stop', T2: 8 }],
      [12, 'Stop', 24, { T: 12, E: 'Stop', T2: 24 }],
    ]);
  });

  it('refuses what formulas do not have', async () => {
    const query = 'print x = "a" | scan declare (y: string) with (step s: true => y = extract("a(.)", 1, s.x);)';
    expect(await answer(query)).toEqual(['KQLU01 extract over the state of scan is not supported by this engine.']);
  });
});

const values: Readonly<Record<string, string>> = {
  long: '5, -7, long(null), 0, 9007199254740993, 3',
  real: '1.5, real(null), -2.25, real(nan), 0.0, 1e20',
  string: '"abc", "", "Ab c", "10", "x.y", "true"',
  datetime: 'datetime(2024-02-29 10:11:12.1234567), datetime(null), datetime(2025-01-01)',
  timespan: '1h, time(null), -90s, 2d',
  bool: 'true, bool(null), false',
  dynamic: 'dynamic({"a": [1, 2]}), dynamic(null), dynamic([3]), dynamic("t"), dynamic(7)',
};

/** The expression, its result's type, and the type of p, what it reads from the row before. */
const expressions: readonly (readonly [type: string, result: string, expression: string])[] = [
  ['long', 'long', 'p + x'],
  ['long', 'long', 'p / x'],
  ['long', 'long', 'p % x'],
  ['long', 'real', 'p * 1.5'],
  ['long', 'bool', 'p == x'],
  ['long', 'bool', 'p != 5'],
  ['long', 'bool', 'p < x and p > -8'],
  ['long', 'bool', 'not(p >= x) or isnull(p)'],
  ['long', 'bool', 'p between (0 .. 5)'],
  ['long', 'bool', 'p in (5, 0)'],
  ['long', 'bool', 'p !in (5, 0)'],
  ['long', 'string', 'strcat(p, "-", x)'],
  ['long', 'string', 'tostring(p)'],
  ['long', 'real', 'todouble(p)'],
  ['long', 'bool', 'tobool(p)'],
  ['long', 'long', 'iff(p > 0, p, -x)'],
  ['long', 'long', 'coalesce(p, 12)'],
  ['long', 'long', 'max_of(p, x)'],
  ['long', 'string', 'case(p > 3, "big", isnull(p), "none", "small")'],
  ['long', 'dynamic', 'pack_array(p, x)'],
  ['real', 'real', 'p / x'],
  ['real', 'real', 'p % 2'],
  ['real', 'bool', 'p == p'],
  ['real', 'bool', 'p <= 0'],
  ['real', 'string', 'tostring(p)'],
  ['real', 'long', 'tolong(p)'],
  ['real', 'real', 'round(p, 1)'],
  ['string', 'bool', 'p == "abc"'],
  ['string', 'bool', 'p =~ "ABC"'],
  ['string', 'bool', 'p has "c"'],
  ['string', 'bool', 'p !has "b"'],
  ['string', 'bool', 'p contains "B"'],
  ['string', 'bool', 'p contains_cs "B"'],
  ['string', 'bool', 'p startswith "a"'],
  ['string', 'bool', 'p !endswith_cs "y"'],
  ['string', 'bool', 'p in~ ("ABC", "X.Y")'],
  ['string', 'bool', 'isempty(p)'],
  ['string', 'long', 'tolong(p)'],
  ['string', 'bool', 'tobool(p)'],
  ['string', 'long', 'strlen(p)'],
  ['string', 'string', 'toupper(p)'],
  ['string', 'string', 'coalesce(p, "none")'],
  ['string', 'dynamic', 'split(p, " ", 0)'],
  ['string', 'string', 'substring(p, 1, 2)'],
  ['datetime', 'timespan', 'x - p'],
  ['datetime', 'datetime', 'p + 1h'],
  ['datetime', 'bool', 'x - p > 1d'],
  ['datetime', 'datetime', 'bin(p, 1d)'],
  ['datetime', 'string', 'tostring(p)'],
  ['datetime', 'long', 'datetime_diff("hour", x, p)'],
  ['datetime', 'bool', 'x between (p .. 400d)'],
  ['timespan', 'real', 'p / 1h'],
  ['timespan', 'timespan', 'p * 2'],
  ['timespan', 'timespan', '-p'],
  ['timespan', 'string', 'tostring(p)'],
  ['timespan', 'timespan', 'abs(p)'],
  ['bool', 'bool', 'p and x'],
  ['bool', 'bool', 'p or x'],
  ['bool', 'bool', 'not(p)'],
  ['bool', 'string', 'tostring(p)'],
  ['bool', 'long', 'tolong(p)'],
  ['dynamic', 'dynamic', 'p.a'],
  ['dynamic', 'dynamic', 'p.a[1]'],
  ['dynamic', 'dynamic', 'array_concat(p, x)'],
  ['dynamic', 'dynamic', 'set_union(p, dynamic([3]))'],
  ['dynamic', 'long', 'array_length(p)'],
  ['dynamic', 'long', 'tolong(p)'],
  ['dynamic', 'string', 'tostring(p)'],
  ['dynamic', 'bool', 'isnull(p)'],
];

describe('formulas mean what the same expressions mean in SQL', () => {
  it.each(expressions)('%s → %s: %s', async (type, result, expression) => {
    const table = `datatable(x: ${type})[${values[type]}] | serialize `;
    const before = expression.replace(/\bp\b/g, 'b');
    const asSql = await answer(`${table} | extend b = prev(x) | project q = ${before}`);
    const over = expression.replace(/\bp\b/g, 's.x');
    const asFormula = await answer(
      `${table} | scan declare (q: ${result}) with (step s: true => q = ${over};) | project q`,
    );
    expect(asFormula).toEqual(asSql);
  });
});
