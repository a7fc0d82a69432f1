/** Every kind of join against a nested loop in JavaScript. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag } from './ask';
import { type Cell, shown } from './cells';
import { type Draw, pick } from './draw';
import { runs, waitMs } from './runs';
import { anyTable, type Row, schema, type TestTable, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

const keyNames = ['k', 's', 'n', 'm', 'b', 'd', 't'] as const;

/** Rule 6: null keys match null keys. */
const matches = (a: Cell, b: Cell): boolean => a === b;

type Pair = readonly [left: Row | undefined, right: Row | undefined];
type Kind = (left: readonly Row[], right: readonly Row[], test: (l: Row, r: Row) => boolean) => readonly Pair[];

const inner: Kind = (left, right, test) =>
  left.flatMap((l) => right.filter((r) => test(l, r)).map((r): Pair => [l, r]));
const lonelyLeft: Kind = (left, right, test) =>
  left.filter((l) => !right.some((r) => test(l, r))).map((l): Pair => [l, undefined]);
const lonelyRight: Kind = (left, right, test) =>
  right.filter((r) => !left.some((l) => test(l, r))).map((r): Pair => [undefined, r]);
const semiLeft: Kind = (left, right, test) =>
  left.filter((l) => right.some((r) => test(l, r))).map((l): Pair => [l, undefined]);
const semiRight: Kind = (left, right, test) =>
  right.filter((r) => left.some((l) => test(l, r))).map((r): Pair => [undefined, r]);
const together =
  (...kinds: readonly Kind[]): Kind =>
  (left, right, test) =>
    kinds.flatMap((kind) => kind(left, right, test));

const kinds: readonly (readonly [name: string, kind: Kind, sides: 'both' | 'left' | 'right'])[] = [
  ['inner', inner, 'both'],
  ['leftouter', together(inner, lonelyLeft), 'both'],
  ['rightouter', together(inner, lonelyRight), 'both'],
  ['fullouter', together(inner, lonelyLeft, lonelyRight), 'both'],
  ['leftsemi', semiLeft, 'left'],
  ['rightsemi', semiRight, 'right'],
  ['leftanti', lonelyLeft, 'left'],
  ['anti', lonelyLeft, 'left'],
  ['leftantisemi', lonelyLeft, 'left'],
  ['rightanti', lonelyRight, 'right'],
  ['rightantisemi', lonelyRight, 'right'],
];

type Keys = readonly (readonly [left: string, right: string])[];

function keysOf(draw: Draw): Keys {
  const first = pick(draw, keyNames);
  const second = pick(draw, [undefined, ...keyNames.filter((name) => name !== first)]);
  const left = [first, second].filter((name) => name !== undefined);
  // A key may have another name on the right, of the same type.
  const renamed = pick(draw, [false, true]);
  const twin: Record<string, string> = { k: 's', s: 'k', n: 'm', m: 'n' };
  return left.map((name, index) => [name, renamed && index === 0 ? (twin[name] ?? name) : name]);
}

const condition = (keys: Keys): string =>
  keys.map(([left, right]) => (left === right ? left : `$left.${left} == $right.${right}`)).join(', ');

const testOf =
  (keys: Keys) =>
  (left: Row, right: Row): boolean =>
    keys.every(([l, r]) => matches(left[l] ?? null, right[r] ?? null));

const cells = (row: Row | undefined, names: readonly (keyof typeof schema)[]): unknown[] =>
  names.map((name) => shown(row?.[name] ?? null, schema[name] ?? 'string'));

const answered = ['id', 's', 't'];

describe('join against a nested loop', () => {
  it.each(kinds)(
    'kind=%s',
    async (name, kind, sides) => {
      await fc.assert(
        fc.asyncProperty(anyTable, anyTable, fc.gen(), async (left, right, draw) => {
          const keys = keysOf(draw);
          const shownColumns = { both: 'id, s, t, id1, s1, t1', left: 'id, s, t', right: 'id, s, t' }[sides];
          const query = `${left.name} | join kind=${name} (${right.name}) on ${condition(keys)} | project ${shownColumns}`;
          const expected = kind(left.rows, right.rows, testOf(keys)).map(([l, r]) => {
            if (sides === 'left') return cells(l, answered);
            return sides === 'right' ? cells(r, answered) : [...cells(l, answered), ...cells(r, answered)];
          });
          expect(bag((await ask(engine, query)).rows), query).toEqual(bag(expected));
        }),
        runs(10),
      );
    },
    waitMs,
  );

  it(
    'innerunique keeps one left row per key, whichever, with all its matches',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, anyTable, fc.gen(), async (left, right, draw) => {
          const keys = keysOf(draw);
          const kind = pick(draw, ['', 'kind=innerunique ']);
          const query = `${left.name} | join ${kind}(${right.name}) on ${condition(keys)} | project id, id1`;
          const rows = (await ask(engine, query)).rows.map(([a, b]) => [Number(a), Number(b)] as const);
          const test = testOf(keys);
          const all = inner(left.rows, right.rows, test);
          const allowed = new Set(all.map(([l, r]) => `${l?.id} ${r?.id}`));
          expect(
            rows.every(([a, b]) => allowed.has(`${a} ${b}`)),
            query,
          ).toBe(true);
          // Each right row that has a match at all has exactly one: that of the one left row of its key.
          expect(rows.map(([, b]) => b).sort(), query).toEqual(
            semiRight(left.rows, right.rows, test)
              .map(([, r]) => Number(r?.id))
              .sort(),
          );
        }),
        runs(12),
      );
    },
    waitMs,
  );

  it(
    'lookup is a join without the right keys',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, anyTable, fc.gen(), async (left, right, draw) => {
          const key = pick(draw, ['k', 's', 'n', 'b', 'd'] as const);
          const [kind, naive] = pick(draw, [
            ['kind=leftouter ', together(inner, lonelyLeft)],
            ['kind=inner ', inner],
            ['', together(inner, lonelyLeft)],
          ] as const);
          const query = `${left.name} | lookup ${kind}(${right.name} | project ${key}, other = id) on ${key} | project id, other`;
          const expected = naive(left.rows, right.rows, testOf([[key, key]])).map(([l, r]) => [
            ...cells(l, ['id']),
            ...cells(r, ['id']),
          ]);
          expect(bag((await ask(engine, query)).rows), query).toEqual(bag(expected));
        }),
        runs(12),
      );
    },
    waitMs,
  );

  it(
    'a filter on one side may stand before or behind an inner join',
    async () => {
      const query = (left: TestTable, right: TestTable, a: string, b: string) =>
        `${left.name} ${a} | join kind=inner (${right.name}) on k ${b} | project id, id1`;
      await fc.assert(
        fc.asyncProperty(
          anyTable,
          anyTable,
          fc.constantFrom('n > 0', 'b', 's has "a"', 'isnull(r)'),
          async (l, r, p) => {
            const [before, behind] = [query(l, r, `| where ${p}`, ''), query(l, r, '', `| where ${p}`)];
            expect(bag((await ask(engine, before)).rows), before).toEqual(bag((await ask(engine, behind)).rows));
          },
        ),
        runs(10),
      );
    },
    waitMs,
  );
});
