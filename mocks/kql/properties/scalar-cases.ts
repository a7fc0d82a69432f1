/** The engine against a naive interpreter: scalar expressions as values, as filters and as keys of summarize. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine';
import { ask, bag, brief, lines } from './ask';
import { type Cell, type CellType, shown } from './cells';
import { type Draw, pick, several, whole } from './draw';
import { runs, waitMs } from './runs';
import { type Expression, type Scope, scalar } from './scalars';
import { anyTable, asDatatable, type Row, schema, testEngine } from './tables';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});
afterAll(() => engine.close());

const types: readonly CellType[] = ['long', 'real', 'string', 'bool', 'datetime', 'timespan'];

const scopeOf = (draw: Draw): Scope => ({ draw, schema });

function typed(draw: Draw): Expression & { readonly type: CellType } {
  const type = pick(draw, types);
  return { ...scalar(scopeOf(draw), type, 3), type };
}

const sum = (values: readonly Cell[]): bigint =>
  values.reduce<bigint>((total, value) => total + (typeof value === 'bigint' ? value : 0n), 0n);

function grouped(rows: readonly Row[], key: (row: Row) => unknown): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(key(row));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

describe('a naive interpreter agrees', () => {
  it(
    'on values',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), fc.boolean(), async (table, draw, isStored) => {
          const made = several(draw, 1, 6, () => typed(draw));
          const source = isStored ? table.name : asDatatable(table);
          const query = `${source} | project id, ${made.map((one, index) => `c${index} = ${one.text}`).join(', ')}`;
          const expected = table.rows.map((row) => [
            shown(row.id ?? null, 'long'),
            ...made.map((one) => shown(one.of(row), one.type)),
          ]);
          expect(bag((await ask(engine, query)).rows), brief(query)).toEqual(bag(expected));
        }),
        runs(30),
      );
    },
    waitMs,
  );

  it(
    'on filters',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const tests = several(draw, 1, 3, () => scalar(scopeOf(draw), 'bool', whole(draw, 1, 3)));
          const query = `${table.name} ${tests.map((test) => `| where ${test.text}`).join(' ')} | project id`;
          const expected = table.rows
            .filter((row) => tests.every((test) => test.of(row) === true))
            .map((row) => [Number(row.id)]);
          expect(bag((await ask(engine, query)).rows), brief(query)).toEqual(bag(expected));
        }),
        runs(30),
      );
    },
    waitMs,
  );

  it(
    'on sums by a computed key',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const type = pick(draw, ['long', 'string', 'bool', 'datetime', 'timespan'] as const);
          const [key, test] = [scalar(scopeOf(draw), type, 2), scalar(scopeOf(draw), 'bool', 1)];
          const query = `${table.name} | summarize rows = count(), countif(${test.text}), sum(n), sumif(m, ${test.text}), dcount(s), max(d), min(t) by key = ${key.text}`;
          const groups = grouped(table.rows, (row) => shown(key.of(row), type));
          const extreme = (rows: readonly Row[], name: string, isMax: boolean): Cell =>
            rows
              .map((row) => row[name] ?? null)
              .reduce((best, value) => {
                if (value === null || best === null) return value ?? best;
                return value > best === isMax ? value : best;
              }, null);
          const expected = [...groups].map(([name, rows]) => [
            JSON.parse(name),
            rows.length,
            rows.filter((row) => test.of(row) === true).length,
            Number(sum(rows.map((row) => row.n ?? null))),
            Number(sum(rows.filter((row) => test.of(row) === true).map((row) => row.m ?? null))),
            new Set(rows.map((row) => row.s)).size,
            shown(extreme(rows, 'd', true), 'datetime'),
            shown(extreme(rows, 't', false), 'timespan'),
          ]);
          expect(bag((await ask(engine, query)).rows), brief(query)).toEqual(bag(expected));
        }),
        runs(30),
      );
    },
    waitMs,
  );
});

describe('sort', () => {
  it(
    'orders as JavaScript does, nulls where Kusto puts them, and top and take cut it',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.gen(), async (table, draw) => {
          const type = pick(draw, ['long', 'string', 'datetime', 'timespan', 'bool'] as const);
          const key = scalar(scopeOf(draw), type, 2);
          const isUp = pick(draw, [true, false]);
          const nullsFirst = pick(draw, [undefined, true, false]);
          const nulls = nullsFirst === undefined ? '' : ` nulls ${nullsFirst ? 'first' : 'last'}`;
          const count = whole(draw, 0, 16);
          const by = `${key.text} ${isUp ? 'asc' : 'desc'}${nulls}`;
          const cut = pick(draw, [
            `| sort by ${by}, id asc | take ${count}`,
            `| top ${count} by ${by} | sort by ${by}, id asc`,
            `| order by ${by}, id asc | where true | limit ${count}`,
          ]);
          const nullPlace = (nullsFirst ?? isUp) ? -1 : 1;
          const expected = [...table.rows]
            .sort((a, b) => {
              const [x, y] = [key.of(a), key.of(b)];
              const [idA, idB] = [Number(a.id), Number(b.id)];
              if (x === y) return idA - idB;
              if (x === null) return nullPlace;
              if (y === null) return -nullPlace;
              return (x < y ? -1 : 1) * (isUp ? 1 : -1);
            })
            .slice(0, count)
            .map((row) => [shown(key.of(row), type)]);
          // Which of several rows with the same key the cut leaves is anybody's choice, so that keys are compared.
          const query = `${table.name} ${cut} | project key = ${key.text}`;
          expect(lines((await ask(engine, query)).rows), brief(query)).toEqual(lines(expected));
        }),
        runs(30),
      );
    },
    waitMs,
  );
});
