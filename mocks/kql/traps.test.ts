/** Where KQL and SQL look alike and differ: one test per numbered rule of README.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from './engine';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

async function answer(text: string): Promise<unknown> {
  const result = await engine.run(text, { now: new Date('2025-01-15T10:05:00Z') });
  return result.ok ? result.rows : result.problems;
}

const cases: readonly (readonly [rule: string, query: string, rows: unknown])[] = [
  [
    '1 null == null is null, null == x false, null != x true',
    'print isnull(long(null) == long(null)), long(null) == 1, long(null) != 1',
    [[true, false, true]],
  ],
  ['1 not() of a null comparison keeps no row', 'datatable(x:long)[long(null)] | where not(x > 0) | count', [[0]]],
  [
    '2 has finds terms, not parts of words',
    'print "rundll32.exe" has "rundll32", "rundll32.exe" has "rundll", "a_b" has "a", "x-enc y" has "-enc"',
    [[true, false, true, true]],
  ],
  ['2 has_any over a constant array', 'print "cmd /c whoami" has_any (dynamic(["net", "whoami"]))', [[true]]],
  [
    '3 text compared with a number is read as a number',
    'datatable(ResultType:string)["0", "53003", "x"] | where ResultType == 0 | count',
    [[1]],
  ],
  [
    '3 and != keeps what is no number',
    'datatable(ResultType:string)["0", "53003", "x"] | where ResultType != 0 | count',
    [[2]],
  ],
  ['3 text that is no number is in no list of numbers', 'print not("abc" in (5)), "5" in (5)', [[true, true]]],
  ['4 bins are floored below zero', 'print bin(-7, 5), bin(-5.5, 1)', [[-10, -6]]],
  [
    '4 bin of a datetime',
    'print bin(datetime(2025-01-15 10:07), 1h), bin(datetime(2025-01-15), 7d)',
    [['2025-01-15T10:00:00Z', '2025-01-13T00:00:00Z']],
  ],
  ['5 the remainder is never negative', 'print -7 % 3, 7 % -3, -7 / 2, 5 / 0', [[2, 1, -3, null]]],
  [
    '6 null keys join with null keys',
    'datatable(k:long)[1, long(null)] | join kind=inner (datatable(k:long)[long(null)]) on k | count',
    [[1]],
  ],
  ['7 NaN equals nothing', 'print real(nan) == real(nan), real(nan) > 1.0', [[false, false]]],
  [
    '8 text is never null: an outer join fills it with the empty text',
    'datatable(k:long)[1] | join kind=leftouter (datatable(k:long, s:string)[2, "x"]) on k | project s, isnull(s), isempty(s)',
    [['', false, true]],
  ],
  [
    '9 count(x) counts rows, sum of nothing is 0, avg NaN',
    'datatable(x:long)[long(null), long(null)] | summarize count(x), sum(x), avg(x), min(x)',
    [[2, 0, 'NaN', null]],
  ],
  [
    '10 join without a kind keeps one left row per key',
    'datatable(k:long)[1, 1] | join (datatable(k:long)[1]) on k | count',
    [[1]],
  ],
  [
    '11 sort is descending unless told otherwise, nulls last then',
    'datatable(x:long)[1, long(null), 2] | sort by x',
    [[2], [1], [null]],
  ],
  ['11 nulls come first when ascending', 'datatable(x:long)[1, long(null), 2] | sort by x asc', [[null], [1], [2]]],
  [
    '12 arg_max keeps one whole row, also when every key is null',
    'datatable(k:long, v:string)[long(null), "a"] | summarize arg_max(k, v)',
    [[null, 'a']],
  ],
  [
    '13 mv-expand drops empty arrays and keeps null',
    'datatable(id:long, d:dynamic)[1, dynamic([]), 2, dynamic(null), 3, dynamic([7])] | mv-expand d | sort by id asc',
    [
      [2, null],
      [3, 7],
    ],
  ],
  [
    '13 mv-expand fills the shorter array',
    'print a = dynamic([1, 2]), b = dynamic(["x"]) | mv-expand a, b',
    [
      [1, 'x'],
      [2, null],
    ],
  ],
  [
    '14 make_list of arrays holds their members',
    'datatable(d:dynamic)[dynamic([1, 2]), dynamic([3])] | summarize make_list(d)',
    [[[1, 2, 3]]],
  ],
  [
    '15 datetimes have seven decimals',
    'print datetime(2025-01-01 00:00:00.1234567) + 1tick',
    [['2025-01-01T00:00:00.1234568Z']],
  ],
  ['15 a timespan is a number of ticks', 'print 1d + 2h, 90m / 1h, -1s', [['1.02:00:00', 1.5, '-00:00:01']]],
  ['16 names that differ by case alone are two columns', 'print a = 1, A = 2', [[1, 2]]],
  ['17 now() is one instant', 'print now() == now(), ago(5m)', [[true, '2025-01-15T10:00:00Z']]],
  [
    '18 tostring of a bool and of a whole real',
    'print tostring(true), tostring(1.0), tostring(dynamic(true))',
    [['True', '1.0', 'true']],
  ],
  ['19 toint takes whole text only', 'print toint("5"), toint("5.5"), toint("0x10"), tolong(1.9)', [[5, null, 16, 1]]],
  [
    '20 substring counts from the end for a negative start',
    'print substring("abcdef", -2), substring("abc", 1, 1)',
    [['ef', 'b']],
  ],
  [
    '21 a shared subquery runs once',
    'let r = materialize(range x from 1 to 3 step 1 | extend g = new_guid()); r | join kind=inner r on g | count',
    [[3]],
  ],
  [
    '22 in compares case, in~ does not',
    'print "A" in ("a"), "A" in~ ("a"), "a" !in (dynamic(["a"]))',
    [[false, true, false]],
  ],
  [
    '23 whole numbers wrap around',
    'datatable(x:long)[9223372036854775807] | project x + 1 < 0, x * 2, x / -1 + 2',
    [[true, -2, '-9223372036854775805']],
  ],
  [
    '24 reals beyond long, NaN among reals',
    'datatable(v:real)[1e19, real(nan)] | summarize min(v), max(v), stdev(v), max(tolong(v)) | extend tolong(todouble(9223372036854775807)) < 0',
    [['NaN', 'NaN', 'NaN', '9223372036854775807', true]],
  ],
  [
    '25 decimals have 34 digits and sort as numbers',
    'print parse_version("10.0.19041.1") < parse_version("10.0.19041.2"), decimal(-10) < decimal(-2), decimal(0.1) + decimal(0.2) == decimal(0.3)',
    [[true, true, true]],
  ],
  [
    '26 regex classes are those of Unicode',
    'print extract(@"(\\w+)", 1, "é1 x"), "a\u00a0b" matches regex @"\\s"',
    [['é1', true]],
  ],
  ['27 an expression named after a column replaces it', 'print t = 90m | extend bin(t, 1h)', [['01:00:00']]],
  [
    '28 a hash is of the bytes in memory',
    'print hash("World"), hash(datetime(2015-01-01)) % 1000',
    [['1846988464401551951', 202]],
  ],
  [
    '29 rows keep their places between window functions',
    'range x from 1 to 5 step 1 | serialize | extend s = row_cumsum(x, x % 3 == 0) | extend p = prev(x) | where p != x - 1',
    [[1, 1, null]],
  ],
  [
    '30 a declared column of scan without its step is its default',
    'range x from 1 to 2 step 1 | scan declare (a: long = 5) with (step s: true => a = a + s.a;)',
    [
      [1, 10],
      [2, 15],
    ],
  ],
  [
    '31 a series without ends is as long as its group',
    'datatable(t: long, k: string)[1, "a", 12, "a", 7, "b"] | make-series count() on t step 5 by k | project k, t | sort by k asc',
    [
      ['a', [0, 5, 10]],
      ['b', [5]],
    ],
  ],
  [
    '32 a relaxed parse keeps what converts',
    'print s = "a=x, b=3" | parse kind=relaxed s with "a=" a: long ", b=" b: long | project a, b',
    [[null, 3]],
  ],
  [
    '33 serialize gives rows an order, and what keeps rows keeps it',
    'datatable(x:long)[1, 2] | serialize | where x > 0 | extend before = prev(x)',
    [
      [1, null],
      [2, 1],
    ],
  ],
  [
    '35 a wildcard of a union means views, not other functions of let',
    'let A_1 = view () { print x = 1 }; let A_2 = () { print x = 2 }; let A_3 = view () { print x = 3 }; union withsource=Name A_* | sort by x asc',
    [
      ['A_1', 1],
      ['A_3', 3],
    ],
  ],
  [
    '35 a wildcard that means nothing is left out of a fuzzy union',
    'let A_1 = view () { print x = 1 }; union isfuzzy=true A_*, Nothing* | count',
    [[1]],
  ],
];

const rejected: readonly (readonly [rule: string, query: string, at: string])[] = [
  ['15 datetimes are not multiplied', 'print x = datetime(2025-01-01) * 2', 'datetime(2025-01-01) * 2'],
  ['15 timespans are not multiplied with each other', 'print x = 1d * 1h', '1d * 1h'],
  ['15 a datetime has no fraction', 'print x = datetime(2025-01-01) / 2', 'datetime(2025-01-01) / 2'],
  ['33 a table has no order', 'datatable(x:long)[1] | extend before = prev(x)', 'prev(x)'],
  [
    '33 a summary has no order',
    'range x from 1 to 2 step 1 | summarize by x | extend n = row_number()',
    'row_number()',
  ],
  [
    '33 a table of let has no order either',
    'let T = datatable(x:long)[1]; T | where x > 0 | extend sum = row_cumsum(x)',
    'row_cumsum(x)',
  ],
  ['34 no join by a dynamic value', 'print d = dynamic(1) | join kind=inner (print d = dynamic(1), e = 2) on d', 'd'],
  ['34 no lookup by a dynamic value', 'print d = dynamic(1) | lookup (print e = 1, d = dynamic(1)) on d', 'd'],
  ['34 no top by a dynamic value', 'print d = dynamic(1) | top 1 by d', 'd'],
];

describe('the rules', () => {
  it.each(cases)('%s', async (_rule, query, rows) => {
    expect(await answer(query)).toEqual(rows);
  });

  it.each(rejected)('%s', async (_rule, query, at) => {
    const place = { start: query.lastIndexOf(at), length: at.length };
    expect(await answer(query)).toMatchObject([{ code: expect.not.stringMatching('KQLU'), ...place }]);
  });
});
