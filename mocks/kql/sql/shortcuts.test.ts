/** What is printed as SQL in place of a function's JavaScript has to give what the function gives. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '../engine';
import { range } from '../functions/js/arrays';
import { isInRange, isPrivate } from '../functions/js/ip';

const now = new Date('2025-01-15T10:05:00Z');
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: [] });
});
afterAll(() => engine.close());

async function rowsOf(query: string): Promise<readonly (readonly unknown[])[]> {
  const result = await engine.run(query, { now });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rows;
}

const spellings = [
  ...[
    '',
    'x',
    ' 10.0.5.1',
    '010.0.5.1',
    '10.00.5.1',
    '10.0.05.1',
    '10.0.5.01',
    '10.0.5.1/8',
    '10.0.5.1 ',
    '\t10.0.5.3',
  ],
  ...[
    '198.51.113.4',
    '198.051.113.4',
    '198.51.0113.4',
    '198.51.113.04',
    '198.51.113.256',
    '198.51.113.4x',
    '198.51.112.3',
  ],
  ...[
    '192.168.1.1',
    '192.0168.1.1',
    '172.016.3.4',
    '172.31.0.1',
    '172.32.0.1',
    '9.9.9.9',
    '99.1.1.1',
    '0.0.0.1',
    '1.2.3.4',
  ],
  ...['10.0.5.9', '10.0.5.10', '10.0.6.1', '127.0.0.1', '2.2.2.2'],
];
const table = `datatable(ip: string)[${spellings.map((ip) => JSON.stringify(ip)).join(', ')}]`;

it.each([
  ...['10.0.5.0/24', '10.0.0.0/16', '198.51.113.0/24', '198.51.112.0/23', '198.51.113.4/31', '10.0.5.9', '10.0.5.9/32'],
  ...['0.0.0.0/0', '0.0.0.0/8', '9.0.0.0/8', '172.16.0.0/12'],
])('filters by %s as the function does', async (network) => {
  const found = await rowsOf(`${table} | where ipv4_is_in_range(ip, '${network}')`);
  expect(found.flat()).toEqual(spellings.filter((ip) => isInRange(ip, network) === true));
});

it('filters private addresses as the function does', async () => {
  const found = await rowsOf(`${table} | where ipv4_is_private(ip)`);
  expect(found.flat()).toEqual(spellings.filter((ip) => isPrivate(ip) === true));
});

it('counts up and down as the function does', async () => {
  const values = [-7, -1, 0, 1, 2, 3, 10];
  const cells = values.flatMap((from) => values.flatMap((to) => values.flatMap((step) => [from, to, step])));
  const rows = await rowsOf(
    `datatable(a: long, b: long, s: long)[${cells.map((cell) => `long(${cell})`).join(', ')}] | project a, b, s, range(a, b, s)`,
  );
  for (const [from, to, step, list] of rows) expect(list).toEqual(range(from, to, step));
});

it.each([
  [
    'print range(1, 8, 3), range(int(1), 4), range(5, 1, -2)',
    [
      [1, 4, 7],
      [1, 2, 3, 4],
      [5, 3, 1],
    ],
  ],
  ['print range(1, long(null)), range(1, 5, 0), range(2, 1)', [null, null, []]],
  ['print array_length(range(1, 10000000))', [1_048_576]],
])('%s', async (query, expected) => {
  expect(await rowsOf(query)).toEqual([expected]);
});
