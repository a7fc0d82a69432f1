/** Laws of summarize and of what looks like it: merged summaries, distinct, project, lists and their expansion. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag } from './ask';
import { type Draw, pick, several } from './draw';
import { runs, waitMs } from './runs';
import { scalar } from './scalars';
import { anyTable, schema, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

const keyTypes = ['long', 'string', 'bool', 'datetime', 'timespan'] as const;
const keyOf = (draw: Draw) => scalar({ draw, schema }, pick(draw, keyTypes), 2).text;
const columns = Object.keys(schema).join(', ');

async function agree(left: string, right: string): Promise<void> {
  const [a, b] = [await ask(engine, left), await ask(engine, right)];
  expect(bag(a.rows), `${left}\n${right}`).toEqual(bag(b.rows));
}

type Arrange = (table: string, other: string, draw: Draw) => readonly [left: string, right: string];

const laws: readonly (readonly [name: string, arrange: Arrange])[] = [
  [
    'the summary of a union is the summary of the summaries',
    (one, other, draw) => {
      const key = keyOf(draw);
      const parts = 'n = sum(n), rows = sum(rows), low = min(low), high = max(high)';
      const first = `summarize n = sum(n), rows = count(), low = min(d), high = max(t) by key = ${key}`;
      return [
        `union ${one}, ${other} | ${first}`,
        `union (${one} | ${first}), (${other} | ${first}) | summarize ${parts} by key`,
      ];
    },
  ],
  [
    'a set of a union is the union of the sets',
    (one, other, draw) => {
      const text = scalar({ draw, schema }, 'string', 2).text;
      return [
        `union ${one}, ${other} | summarize s = make_set(${text}) | project array_sort_asc(s)`,
        `union (${one} | summarize s = make_set(${text})), (${other} | summarize s = make_set(${text})) | mv-expand s to typeof(string) | summarize s = make_set(s) | project array_sort_asc(s)`,
      ];
    },
  ],
  [
    'dcount is the length of make_set, for what is never null',
    (one, _other, draw) => {
      const text = scalar({ draw, schema }, 'string', 2).text;
      return [
        `${one} | summarize tolong(dcount(${text})) by b`,
        `${one} | summarize s = make_set(${text}) by b | project b, tolong(array_length(s))`,
      ];
    },
  ],
  [
    'distinct is summarize by',
    (one, _other, draw) => {
      const keys = several(draw, 1, 3, () => pick(draw, Object.keys(schema)));
      const list = [...new Set(keys)].join(', ');
      return [`${one} | distinct ${list}`, `${one} | summarize by ${list}`];
    },
  ],
  [
    'count is summarize count()',
    (one, _other, draw) => {
      const test = scalar({ draw, schema }, 'bool', 2).text;
      return [`${one} | where ${test} | count`, `${one} | where ${test} | summarize count()`];
    },
  ],
  [
    'extend and project is project',
    (one, _other, draw) => {
      const text = keyOf(draw);
      return [`${one} | extend x = ${text} | project id, x`, `${one} | project id, x = ${text}`];
    },
  ],
  [
    'a computed key is a column made before',
    (one, _other, draw) => {
      const text = keyOf(draw);
      return [
        `${one} | summarize count(), sum(n) by x = ${text}`,
        `${one} | extend x = ${text} | summarize count(), sum(n) by x`,
      ];
    },
  ],
  [
    'a list expands to what it was made of',
    (one, _other, draw) => {
      const name = pick(draw, ['n', 'm', 'id']);
      return [
        `${one} | where isnotnull(${name}) | summarize l = make_list(${name}) by k | mv-expand l to typeof(long) | project k, l`,
        `${one} | where isnotnull(${name}) | project k, l = ${name}`,
      ];
    },
  ],
  [
    'a list of texts expands to what it was made of',
    (one) => [
      `${one} | summarize l = make_list(s) by b | mv-expand l to typeof(string) | project b, l`,
      `${one} | project b, l = s`,
    ],
  ],
  [
    'a packed row unpacks',
    (one) => [
      `${one} | project id, p = pack("s", s, "n", n, "b", b) | project id, s = tostring(p.s), n = tolong(p.n), b = tobool(p.b)`,
      `${one} | project id, s, n, b`,
    ],
  ],
  [
    'arg_max of the unique id is the last row of its group',
    (one, _other, draw) => {
      const key = keyOf(draw);
      return [
        `${one} | summarize arg_max(id, s, n, d) by x = ${key} | project x, id, s, n, d`,
        `${one} | extend x = ${key} | partition hint.strategy=native by k (extend unused = 1) | sort by id desc | summarize id = max(id) by x | join kind=inner (${one}) on id | project x, id, s, n, d`,
      ];
    },
  ],
  [
    'aggregates by all columns are the rows themselves',
    (one) => [
      `${one} | summarize c = count() by ${columns} | project c, ${columns}`,
      `${one} | project c = 1, ${columns}`,
    ],
  ],
  [
    'countif, sumif and dcountif are their plain forms of a filter',
    (one, _other, draw) => {
      const test = scalar({ draw, schema }, 'bool', 2).text;
      return [
        `${one} | summarize countif(${test}), sumif(n, ${test}), dcountif(s, ${test}), maxif(d, ${test}), minif(t, ${test})`,
        `${one} | where ${test} | summarize count(), sum(n), dcount(s), max(d), min(t)`,
      ];
    },
  ],
  [
    'top-nested of everything counts as summarize does',
    (one) => [`${one} | top-nested of k by c = count() | project k, c`, `${one} | summarize c = count() by k`],
  ],
];

describe('summaries', () => {
  it.each(laws)(
    '%s',
    async (_name, arrange) => {
      await fc.assert(
        fc.asyncProperty(anyTable, anyTable, fc.gen(), async (one, other, draw) => {
          const [left, right] = arrange(one.name, other.name, draw);
          await agree(left, right);
        }),
        runs(7),
      );
    },
    waitMs,
  );
});
