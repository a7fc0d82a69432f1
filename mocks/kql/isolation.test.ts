/** What a hostile query tries: none of it reaches a file, another statement, the process or more memory than it may have. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createEngine, type Engine } from './engine';

const tables: TableSchema[] = [
  {
    name: 'Events',
    world: 'both',
    category: '',
    columns: [
      { name: 'Name', type: 'string' },
      { name: 'Fields', type: 'dynamic' },
    ],
  },
];
let engine: Engine;
let folder: string;
let secret: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onequeue-isolation-'));
  secret = join(folder, 'secret.csv');
  await writeFile(secret, 'word\nxyzzy-plugh\n');
  engine = await createEngine({ tables, memoryLimitMb: 256 });
  await engine.append('Events', [{ Name: 'one' }, { Name: 'two' }]);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const limits = { rows: 1000, bytes: 1_000_000, waitMs: 3000 };
const ask = (text: string) => engine.run(text, { now: new Date('2025-01-15T10:00:00Z'), limits });

async function isHarmless(text: string): Promise<void> {
  const answer = JSON.stringify(await ask(text));
  expect(answer).not.toMatch(/xyzzy-plugh|json_array|node_modules|at \w+ \(|Binder Error|Parser Error|LINE \d/);
  expect(await ask('Events | count')).toMatchObject({ rows: [[2]] });
  expect(existsSync(join(folder, 'out.csv'))).toBe(false);
}

describe('texts that would be SQL', () => {
  const payloads = [
    "'; DROP TABLE logs.Events; --",
    "'); COPY logs.Events TO 'FILE/out.csv'; --",
    `' || (SELECT content FROM read_text('SECRET')) || '`,
    "'; ATTACH 'FILE/out.csv' AS x; --",
    "'; PRAGMA database_list; SET memory_limit='99GB'; INSTALL httpfs; --",
    '"; DROP SCHEMA logs CASCADE; --',
    "\\'; DROP TABLE logs.Events; --",
    '$$; DROP TABLE logs.Events; $$',
    "E'\\x27; DROP TABLE logs.Events; --'",
    '\u0000; DROP TABLE logs.Events',
    "/* */ ' UNION ALL SELECT * FROM duckdb_settings() --",
  ];
  const aimed = (text: string): string => text.replaceAll('SECRET', secret).replaceAll('FILE', folder);
  const places: readonly ((text: string) => string)[] = [
    (text) => `Events | where Name == ${quoted(text)}`,
    (text) =>
      `Events | where Name has ${quoted(text)} or Name contains ${quoted(text)} or Name startswith ${quoted(text)}`,
    (text) => `Events | where Name matches regex ${quoted(text)}`,
    (text) => `Events | where Name in (${quoted(text)}) or Name in~ (dynamic([${quoted(text)}]))`,
    (text) => `print [${quoted(text)}] = 1`,
    (text) =>
      `Events | extend x = parse_json(${quoted(text)}), y = Fields[${quoted(text)}], z = extract(${quoted(text)}, 0, Name)`,
    (text) => `Events | parse Name with * ${quoted(text)} rest`,
    (text) =>
      `datatable(x: string)[${quoted(text)}] | summarize make_set(x), arg_max(x, *) | extend f = format_datetime(now(), ${quoted(text)})`,
    (text) => text,
    (text) => `Events | where Name == ${text}`,
    (text) => `let ${text} = 1; print 1`,
  ];
  it.each(places.map((place, index) => [index, place] as const))('in place %i', async (_, place) => {
    for (const text of payloads) await isHarmless(place(aimed(text)));
  });
});

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

describe('functions of the database are not functions of KQL', () => {
  it.each([
    'read_text',
    'read_csv',
    'read_blob',
    'glob',
    'getenv',
    'duckdb_settings',
    'pragma_database_list',
    'query',
    'k_js',
    'k_stage_rows',
  ])('%s', async (name) => {
    for (const text of [
      `print ${name}(${JSON.stringify(secret)})`,
      `${name}(${JSON.stringify(secret)})`,
      `Events | invoke ${name}()`,
    ]) {
      expect(await ask(text)).toMatchObject({ ok: false });
      await isHarmless(text);
    }
  });
  it('nor are files and addresses tables', async () => {
    for (const text of [
      `table(${JSON.stringify(secret)})`,
      `['${secret}']`,
      `externaldata(word: string)[@"file://${secret}"]`,
      `externaldata(word: string)[@"${secret}"]`,
      'externaldata(word: string)["https://example.com/x.csv"]',
      'cluster("https://example.com").database("x").T',
    ]) {
      expect(await ask(text)).toMatchObject({ ok: false });
      await isHarmless(text);
    }
  });
});

describe('enormous queries end in an answer or an error', () => {
  it.each([
    ['a text of a megabyte', () => `print strlen("${'x'.repeat(1_000_000)}")`],
    ['a megabyte of where', () => `Events${' | where Name != ""'.repeat(3000)} | count`],
    ['5,000 brackets', () => `print ${'('.repeat(5000)}1${')'.repeat(5000)}`],
    [
      '5,000 ors',
      () => `Events | where ${Array.from({ length: 5000 }, (_, n) => `Name == "${n}"`).join(' or ')} | count`,
    ],
    ['5,000 nots', () => `print ${'not('.repeat(5000)}true${')'.repeat(5000)}`],
    ['nested arrays', () => `print strlen(tostring(parse_json("${'['.repeat(5000)}${']'.repeat(5000)}")))`],
    ['a range of a million millions', () => 'range x from 1 to 1000000000000 step 1 | summarize count()'],
    ['a list of ten million', () => 'print x = range(1, 10000000, 1)'],
    [
      'a cross join',
      () =>
        'range x from 1 to 1000000 step 1 | extend k = 1 | join kind=inner (range y from 1 to 1000000 step 1 | extend k = 1) on k | summarize max(x * y)',
    ],
    [
      'a text that doubles',
      () =>
        `print x = strrep("0123456789", 1000) | extend ${Array.from({ length: 12 }, () => 'x = strcat(x, x, x, x)').join(' | extend ')} | project strlen(x)`,
    ],
    [
      'a sort of more than the memory',
      () =>
        'range x from 1 to 50000000 step 1 | extend t = strcat("row", tostring(hash(x)), x) | sort by t asc | take 1000000 | summarize max(t)',
    ],
    [
      'tables that double with each let',
      () =>
        `let a0 = Events; ${Array.from({ length: 40 }, (_, n) => `let a${n + 1} = union a${n}, a${n};`).join(' ')} a40`,
    ],
    ['calls that double', () => `let f = (x: long) { x + x }; print ${'f('.repeat(20)}1${')'.repeat(20)}`],
    [
      'a pattern of a thousand groups',
      () => `Events | where Name matches regex "${'(a|b|ab)*'.repeat(1000)}c" | count`,
    ],
  ])(
    '%s',
    async (_, text) => {
      await isHarmless(text());
    },
    60_000,
  );
});
