/** The algebra of `where`: splitting, order, negation with three truth values, and where a filter may stand. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag } from './ask';
import { runs, waitMs } from './runs';
import { scalar } from './scalars';
import { anyTable, schema, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

type Law = readonly [name: string, left: (p: string, q: string) => string, right: (p: string, q: string) => string];

const laws: readonly Law[] = [
  ['and is two filters', (p, q) => `where ${p} and ${q}`, (p, q) => `where ${p} | where ${q}`],
  ['filters commute', (p, q) => `where ${p} | where ${q}`, (p, q) => `where ${q} | where ${p}`],
  ['and commutes', (p, q) => `where ${p} and ${q}`, (p, q) => `where ${q} and ${p}`],
  ['or commutes', (p, q) => `where ${p} or ${q}`, (p, q) => `where ${q} or ${p}`],
  ['De Morgan, and', (p, q) => `where not(${p} and ${q})`, (p, q) => `where not(${p}) or not(${q})`],
  ['De Morgan, or', (p, q) => `where not(${p} or ${q})`, (p, q) => `where not(${p}) and not(${q})`],
  ['twice not is nothing', (p) => `where not(not(${p}))`, (p) => `where ${p}`],
  [
    'a filter on a column that holds the condition',
    (p) => `extend c = ${p} | where c | project-away c`,
    (p) => `where ${p}`,
  ],
  ['a filter is iff', (p) => `where iff(${p}, true, false)`, (p) => `where ${p}`],
  ['a filter passes through extend', (p) => `extend c = 1 | where ${p} | project-away c`, (p) => `where ${p}`],
  ['a filter passes through sort', (p) => `sort by id asc | where ${p}`, (p) => `where ${p} | sort by id asc`],
  ['a filter passes through serialize', (p) => `serialize c = n | where ${p} | project-away c`, (p) => `where ${p}`],
  ['absorption', (p, q) => `where ${p} or (${p} and ${q})`, (p) => `where ${p}`],
];

describe('the algebra of where', () => {
  it.each(laws)(
    '%s',
    async (_name, left, right) => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const [p, q] = [scalar({ draw, schema }, 'bool', 2).text, scalar({ draw, schema }, 'bool', 2).text];
          const [a, b] = [`${table.name} | ${left(p, q)}`, `${table.name} | ${right(p, q)}`];
          expect(bag((await ask(engine, a)).rows), `${a}\n${b}`).toEqual(bag((await ask(engine, b)).rows));
        }),
        runs(7),
      );
    },
    waitMs,
  );

  it(
    'p, not p and p is null part the rows',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const p = scalar({ draw, schema }, 'bool', 3).text;
          const parts = [p, `not(${p})`, `isnull(${p})`].map((test) => `${table.name} | where ${test} | project id`);
          const answers = await Promise.all(parts.map((part) => ask(engine, part)));
          const all = answers.flatMap((answer) => answer.rows);
          expect(bag(all), p).toEqual(bag(table.rows.map((row) => [Number(row.id)])));
        }),
        runs(15),
      );
    },
    waitMs,
  );

  it(
    'a filter keeps what countif counts and what a column of the condition shows',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const p = scalar({ draw, schema }, 'bool', 3).text;
          const kept = (await ask(engine, `${table.name} | where ${p} | count`)).rows;
          const counted = (await ask(engine, `${table.name} | summarize countif(${p})`)).rows;
          const shown = (await ask(engine, `${table.name} | project c = ${p}`)).rows.filter(([c]) => c === true);
          expect([kept, [[shown.length]]], p).toEqual([counted, counted]);
        }),
        runs(15),
      );
    },
    waitMs,
  );
});
