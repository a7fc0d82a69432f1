/**
 * The same query, arranged in ways that reach the database as different plans: filters that can be pushed into the
 * table and filters that cannot, subqueries computed once, lets, functions, unions with nothing. The rows must agree.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag, brief } from './ask';
import { type Draw, whole } from './draw';
import { pipeline, type Step, textOf } from './pipelines';
import { runs, waitMs } from './runs';
import { anyTable, asDatatable, schema, type TestTable, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

type Arrange = (table: TestTable, before: readonly Step[], after: readonly Step[]) => string;

const columns = Object.entries(schema)
  .map(([name, type]) => `${name}:${type}`)
  .join(', ');

const arrangements: readonly (readonly [name: string, arrange: Arrange])[] = [
  ['behind serialize', (table, a, b) => `${table.name} | serialize${textOf(a)} | serialize${textOf(b)}`],
  ['a materialized table', (table, a, b) => `let t = materialize(${table.name}); t${textOf(a)}${textOf(b)}`],
  ['materialized half-way', (table, a, b) => `let half = materialize(${table.name}${textOf(a)}); half${textOf(b)}`],
  ['split by let', (table, a, b) => `let half = ${table.name}${textOf(a)}; half${textOf(b)}`],
  ['named by as', (table, a, b) => `${table.name}${textOf(a)} | as half${textOf(b)}`],
  [
    'a function of the table',
    (table, a, b) => `let f = (T:(${columns})) { T${textOf(a)} }; f(${table.name})${textOf(b)}`,
  ],
  ['a function without parameters', (table, a, b) => `let f = () { ${table.name}${textOf(a)} }; f()${textOf(b)}`],
  ['invoked', (table, a, b) => `let f = (T:(${columns})) { T${textOf(a)} }; ${table.name} | invoke f()${textOf(b)}`],
  ['in brackets', (table, a, b) => `(${table.name}${textOf(a)})${textOf(b)}`],
  ['a union with nothing', (table, a, b) => `union ${table.name}, (Empty)${textOf(a)}${textOf(b)}`],
  ['written out as a datatable', (table, a, b) => `${asDatatable(table)}${textOf(a)}${textOf(b)}`],
  [
    'behind filters that keep all',
    (table, a, b) => `${table.name} | where true${textOf(a)} | where 1 == 1${textOf(b)}`,
  ],
  ['by its name as text', (table, a, b) => `table("${table.name}")${textOf(a)}${textOf(b)}`],
  [
    'read by toscalar and union again',
    (table, a, b) => `let half = ${table.name}${textOf(a)}; union (half | where false), half${textOf(b)}`,
  ],
];

const drawn = (draw: Draw) => {
  const { steps } = pipeline(draw, schema);
  const cut = whole(draw, 0, steps.length);
  return { before: steps.slice(0, cut), after: steps.slice(cut) };
};

describe('the arrangement of a query does not change its rows', () => {
  it.each(arrangements)(
    '%s',
    async (_name, arrange) => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const { before, after } = drawn(draw);
          const plain = `${table.name}${textOf(before)}${textOf(after)}`;
          const other = arrange(table, before, after);
          const [a, b] = [await ask(engine, plain), await ask(engine, other)];
          expect(b.columns, brief(other)).toEqual(a.columns);
          expect(bag(b.rows), brief(other)).toEqual(bag(a.rows));
        }),
        runs(8),
      );
    },
    waitMs,
  );

  it(
    'a fragment used twice is the same twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const { steps } = pipeline(draw, schema, 3);
          const query = `let once = materialize(${table.name}${textOf(steps)}); union (once | extend part = 1), (once | extend part = 2) | summarize parts = dcount(part), n = count() by rows = tostring(pack_all()) | extend n = n`;
          const pairs = `let once = ${table.name}${textOf(steps)}; once | extend part = 1 | union (once | extend part = 2) | as all | summarize count() by part`;
          const counts = (await ask(engine, pairs)).rows.map((row) => row[1]);
          expect(new Set(counts).size, pairs).toBeLessThanOrEqual(1);
          expect(counts.length === 0 || counts.length === 2, pairs).toBe(true);
          await ask(engine, query);
        }),
        runs(6),
      );
    },
    waitMs,
  );
});
