/** Arrays and bags against JavaScript: indexing, slices, sets, sorting, expansion, aggregation back into arrays. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag, lines } from './ask';
import { runs, waitMs } from './runs';
import { testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

type Item = number | string;

const items = fc.oneof(
  fc.array(fc.integer({ min: -5, max: 9 }), { maxLength: 6 }),
  fc.array(fc.constantFrom('', 'a', 'B', 'b', 'é', '10', '9'), { maxLength: 6 }),
);
const place = fc.integer({ min: -8, max: 8 });

const asDynamic = (value: unknown): string => `dynamic(${JSON.stringify(value)})`;
const unique = (list: readonly Item[]): Item[] => [...new Set(list)];
const order = (a: Item, b: Item): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (list: readonly Item[]): Item[] => [...list].sort(order);
const at = (list: readonly Item[], index: number): Item | null => list.at(index) ?? null;

/** Both ends belong to the slice; negative ones count from the end. */
function slice(list: readonly Item[], from: number, to: number): Item[] {
  const [start, end] = [from, to].map((end) => (end < 0 ? end + list.length : end));
  return list.filter((_, index) => index >= (start ?? 0) && index <= (end ?? 0));
}

type Sample = { readonly a: readonly Item[]; readonly b: readonly Item[]; readonly i: number; readonly j: number };
type Fact = readonly [kql: string, of: (sample: Sample) => unknown];

const facts: readonly Fact[] = [
  ['tolong(array_length(a))', ({ a }) => a.length],
  ['array_slice(a, i, j)', ({ a, i, j }) => slice(a, i, j)],
  ['array_concat(a, b)', ({ a, b }) => [...a, ...b]],
  ['array_reverse(a)', ({ a }) => [...a].reverse()],
  ['array_sort_asc(a)', ({ a }) => sorted(a)],
  ['array_sort_desc(a)', ({ a }) => sorted(a).reverse()],
  ['tolong(array_index_of(a, b[0]))', ({ a, b }) => (b[0] === undefined ? -1 : a.indexOf(b[0]))],
  ['array_sort_asc(set_union(a, b))', ({ a, b }) => sorted(unique([...a, ...b]))],
  ['array_sort_asc(set_intersect(a, b))', ({ a, b }) => sorted(unique(a).filter((item) => b.includes(item)))],
  ['array_sort_asc(set_difference(a, b))', ({ a, b }) => sorted(unique(a).filter((item) => !b.includes(item)))],
  ['strcat_array(a, "|")', ({ a }) => a.join('|')],
  ['split(strcat_array(a, "|"), "|")', ({ a }) => a.join('|').split('|')],
  ['tostring(a[0])', ({ a }) => String(a[0] ?? '')],
  ['tostring(a[-1])', ({ a }) => String(at(a, -1) ?? '')],
  ['todynamic(tostring(a))', ({ a }) => a],
  ['pack_array(a, 1)', ({ a }) => [a, 1]],
  ['zip(a, a)', ({ a }) => a.map((item) => [item, item])],
  ['set_has_element(a, b[0])', ({ a, b }) => b[0] !== undefined && a.includes(b[0])],
];

const sample = fc.record({ a: items, b: items, i: place, j: place });

/** Sets of numbers and texts together have no order of their own to compare by. */
const alike = ({ a, b }: Sample): boolean => new Set([...a, ...b].map((item) => typeof item)).size <= 1;

describe('arrays', () => {
  it(
    'give what JavaScript gives',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sample.filter(alike), { minLength: 1, maxLength: 4 }),
          fc.array(fc.constantFrom(...facts), { minLength: 1, maxLength: 4 }),
          async (samples, chosen) => {
            const cells = samples.map(({ a, b, i, j }, id) => [id, asDynamic(a), asDynamic(b), i, j].join(', '));
            const outputs = chosen.map(([kql], index) => `c${index} = ${kql}`).join(', ');
            const query = `datatable(id:long, a:dynamic, b:dynamic, i:long, j:long)[${cells.join(', ')}] | sort by id asc | project ${outputs}`;
            const expected = samples.map((one) => chosen.map(([, of]) => of(one)));
            expect(lines((await ask(engine, query)).rows), query).toEqual(lines(expected));
          },
        ),
        runs(60),
      );
    },
    waitMs,
  );

  it(
    'expand to their items, numbered, and come back in the order asked for',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(items, { minLength: 1, maxLength: 4 }), async (lists) => {
          const rows = lists.map((list, id) => `${id}, ${asDynamic(list)}`).join(', ');
          const source = `datatable(id:long, a:dynamic)[${rows}]`;
          const expanded = lists.flatMap((list, id) => list.map((item, index) => [id, index, item]));
          const expand = `${source} | mv-expand with_itemindex=index a | project id, tolong(index), a`;
          expect(bag((await ask(engine, expand)).rows), expand).toEqual(bag(expanded));

          const back = `${source} | mv-expand with_itemindex=index a | sort by id asc, index desc | summarize l = make_list(a) by id`;
          const reversed = lists.flatMap((list, id) => (list.length > 0 ? [[id, [...list].reverse()]] : []));
          expect(bag((await ask(engine, back)).rows), back).toEqual(bag(reversed));

          const apply = `${source} | mv-apply a on (where tostring(a) != "" | summarize n = count(), s = make_set(a)) | project id, n, array_length(s)`;
          const counted = lists.map((list, id) => {
            const kept = list.filter((item) => item !== '');
            return [id, kept.length, unique(kept).length];
          });
          expect(bag((await ask(engine, apply)).rows), apply).toEqual(bag(counted));
        }),
        runs(15),
      );
    },
    waitMs,
  );
});

describe('bags', () => {
  const bagOf = fc.dictionary(
    fc.constantFrom('a', 'b', 'c d', 'é'),
    fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('x', ''), fc.constant(null)),
    { noNullPrototype: true },
  );

  it(
    'give their keys and values, merge and lose keys',
    async () => {
      await fc.assert(
        fc.asyncProperty(bagOf, bagOf, async (a, b) => {
          const query = `print a = ${asDynamic(a)}, b = ${asDynamic(b)} | project array_sort_asc(bag_keys(a)), m = bag_merge(a, b), tostring(a["c d"]), bag_has_key(a, "a"), r = bag_remove_keys(a, dynamic(["a", "b"])) | extend k = array_sort_asc(bag_keys(m))`;
          const merged = { ...b, ...a };
          const { a: _a, b: _b, ...kept } = a;
          const [row] = (await ask(engine, query)).rows;
          expect(row, query).toEqual([
            Object.keys(a).sort(),
            merged,
            String(a['c d'] ?? ''),
            Object.hasOwn(a, 'a'),
            kept,
            Object.keys(merged).sort(),
          ]);
        }),
        runs(20),
      );
    },
    waitMs,
  );
});
