/**
 * Proof that the room law bites: every room looks once into every other, by value and by type, in a small tree built
 * for that, and dependency-cruiser has to find exactly what the table forbids.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const law = fileURLToPath(new URL('../../.dependency-cruiser.cjs', import.meta.url));
const cruiser = fileURLToPath(new URL('../../node_modules/.bin/depcruise', import.meta.url));
const rooms: Record<string, string[]> = z
  .record(z.string(), z.array(z.string()))
  .parse(Reflect.get(require(law), 'rooms'));
const names = Object.keys(rooms);

const tree = mkdtempSync(join(tmpdir(), 'room-law-'));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

const looker = (room: string, other: string, kind: 'value' | 'type') =>
  `${room}/looks-${kind}-${other.replaceAll('/', '-')}.ts`;

/** What dependency-cruiser reports, as `rule: from → to`. */
let found = new Set<string>();
const offends = (from: string) => [...found].some((line) => line.includes(`: ${from} →`));

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

beforeAll(() => {
  put('package.json', '{ "type": "module" }');
  put(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./*"] } } }',
  );
  for (const room of names) {
    put(`${room}/noun.ts`, 'export const noun = 1;\nexport type Noun = number;\n');
    for (const other of names) {
      put(looker(room, other, 'value'), `import { noun } from '@/${other}/noun';\nexport const seen = noun;\n`);
      put(looker(room, other, 'type'), `import type { Noun } from '@/${other}/noun';\nexport type Seen = Noun;\n`);
    }
  }
  put('components/features/queue/a.ts', 'export const a = 1;\n');
  put('components/features/hunting/b.ts', `import { a } from '@/components/features/queue/a';\nexport const b = a;\n`);
  put('components/features/queue/c.ts', `import { a } from '@/components/features/queue/a';\nexport const c = a;\n`);
  put('lib/base/egg.ts', `import { hen } from '@/lib/base/hen';\nexport const egg = () => hen;\n`);
  put('lib/base/hen.ts', `import { egg } from '@/lib/base/egg';\nexport const hen = () => egg;\n`);
  put('lib/base/lost.ts', `import { nowhere } from '@/lib/base/nowhere';\nexport const lost = nowhere;\n`);
  put('lib/hub/leans.ts', `import { prop } from '@/lib/hub/prop.test';\nexport const leans = prop;\n`);
  put('lib/hub/prop.test.ts', `import { noun } from '@/mocks/store/noun';\nexport const prop = noun;\n`);

  const folders = [...new Set(names.map((name) => name.split('/')[0] ?? name))];
  const output = execFileSync(cruiser, ['--config', law, '--output-type', 'json', ...folders], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { violations } = report.parse(JSON.parse(output)).summary;
  found = new Set(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
});

const pairs = names.flatMap((room) => names.filter((other) => other !== room).map((other) => [room, other] as const));

test('every look of one room into another is allowed or forbidden as the table says', () => {
  const wrong: string[] = [];
  for (const [room, other] of pairs) {
    const open = other === 'lib/base' || (rooms[room] ?? []).includes(other);
    const typesOpen = open || (rooms[room] ?? []).includes(`${other}:types`);
    if (offends(looker(room, other, 'value')) === open) wrong.push(`${room} → ${other} by value`);
    if (offends(looker(room, other, 'type')) === typesOpen) wrong.push(`${room} → ${other} by type`);
  }
  expect(wrong).toEqual([]);
});

test('every room may look into itself', () => {
  expect(names.filter((room) => offends(looker(room, room, 'value')))).toEqual([]);
});

// The laws the house stands on, said once more by hand, so that a slip in the table itself is found too.
test.each([
  ['the domain knows the types of the wire', 'lib/domain', 'lib/wire', 'type', true],
  ['the domain knows no code of the wire', 'lib/domain', 'lib/wire', 'value', false],
  ['a component never sees the wire', 'components/features', 'lib/wire', 'type', false],
  ['a component never calls the client', 'components/features', 'lib/api', 'value', false],
  ['the browser sees the procedures only as types', 'lib/queries', 'lib/rpc', 'value', false],
  ['the mock shares no client with the product', 'mocks/handlers', 'lib/api', 'value', false],
  ['the mock shares no domain with the product', 'mocks/cloud', 'lib/domain', 'type', false],
  ['the product knows nothing of the mock', 'lib/upstream', 'mocks/store', 'type', false],
  ['only the server side talks to Microsoft', 'components/shell', 'lib/upstream', 'value', false],
] as const)('%s', (_law, room, other, kind, allowed) => {
  expect(!offends(looker(room, other, kind))).toBe(allowed);
});

test('a feature sees itself and no other feature', () => {
  expect(found).toContain(
    'no feature imports another feature: components/features/hunting/b.ts → components/features/queue/a.ts',
  );
  expect(offends('components/features/queue/c.ts')).toBe(false);
});

test('cycles, lost imports and test code in the product are found; a test may reach for the mock', () => {
  expect(found).toContain('no cycles: lib/base/egg.ts → lib/base/hen.ts');
  expect(offends('lib/base/lost.ts')).toBe(true);
  expect(offends('lib/hub/leans.ts')).toBe(true);
  expect(offends('lib/hub/prop.test.ts')).toBe(false);
});
