/**
 * The golden queries: text, printed SQL and result of each operator, in goldens/<operator>-<case>/. A change of plan.sql
 * is a change to review, not an error by itself: `GOLDENS=write npx vitest run mocks/kql/goldens.test.ts` rewrites them.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createLanguage } from '@/lib/kql/language';
import { createEngine, type Engine } from './engine';
import { completeEnvironment } from './environment/environment';
import { compile } from './run/compile';

const folder = fileURLToPath(new URL('./goldens', import.meta.url));
const now = new Date('2025-01-15T10:05:00Z');
const rewrite = process.env.GOLDENS === 'write';

/** One small table that every golden may read; the others are written in the queries. */
const tables: TableSchema[] = [
  {
    name: 'Logons',
    world: 'both',
    category: '',
    columns: [
      { name: 'Timestamp', type: 'datetime' },
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Account', type: 'string' },
      { name: 'Device', type: 'string' },
      { name: 'Failed', type: 'bool' },
      { name: 'Port', type: 'long' },
      { name: 'Details', type: 'dynamic' },
      { name: 'Type', type: 'string' },
    ],
  },
];
const logons = [
  {
    Timestamp: '2025-01-15T09:00:00Z',
    Account: 'alex',
    Device: 'ws-1',
    Failed: true,
    Port: 22,
    Details: { ip: '185.0.0.7', tags: ['vpn'] },
  },
  {
    Timestamp: '2025-01-15T09:05:00Z',
    Account: 'alex',
    Device: 'ws-2',
    Failed: false,
    Port: 3389,
    Details: { ip: '185.0.0.7', tags: [] },
  },
  {
    Timestamp: '2025-01-15T09:40:00Z',
    Account: 'maya',
    Device: 'ws-1',
    Failed: false,
    Details: { ip: '10.0.0.4', tags: ['office', 'mfa'] },
  },
  { Timestamp: '2025-01-15T10:00:00Z', Account: '', Device: 'srv-1', Failed: true, Port: 445 },
];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables });
  await engine.append('Logons', logons);
});
afterAll(() => engine.close());

const world = {
  language: createLanguage(tables),
  tables: new Map(tables.map((table) => [table.name, table])),
  environment: () => completeEnvironment(),
};
const stored = new Map(tables[0]?.columns.map((column) => [column.name, column.name]));
const storage = { columns: () => stored };

function matches(name: string, file: string, text: string): void {
  const path = join(folder, name, file);
  if (rewrite || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('goldens', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const query = readFileSync(join(folder, name, 'query.kql'), 'utf8');
    const compiled = compile(query, world, storage, { now });
    if (compiled.ok) matches(name, 'plan.sql', `${compiled.sql}\n`);
    const result = await engine.run(query, { now });
    const shown = result.ok
      ? { columns: result.columns.map((column) => `${column.name}:${column.type}`), rows: result.rows }
      : { problems: result.problems };
    matches(name, 'result.json', `${JSON.stringify(shown, null, 1)}\n`);
  });
});
