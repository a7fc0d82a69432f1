/**
 * Whatever text comes in, the engine answers with rows or with problems at places of the text, soon, and says nothing of
 * the machine it runs on. The same texts go through the editor's side: advice and formatting.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { diagnose, toSchema } from '@/lib/kql/diagnose';
import { createLanguage } from '@/lib/kql/language';
import type { Engine } from '../engine';
import { now } from './ask';
import { hostileText, realTexts } from './hostile-text';
import { runs, waitMs } from './runs';
import { testEngine } from './tables';

const limits = { rows: 1000, bytes: 1_000_000, waitMs: 3000 };
/** With room for a busy machine: what is meant is "not forever". */
const patienceMs = 60_000;

/** What a message must not hold: paths, the database's words, our SQL and ids, stacks. */
const leak =
  /node_modules|\/(?:home|work|tmp|usr|var)\/|\.(?:ts|js|mjs):\d|\bat \w+ \(|\bSELECT\b|\bFROM \(|Binder Error|Catalog Error|Parser Error|Conversion Error|duckdb|k_js|k_\w+\(|LINE \d+:|~\d+"|\bundefined\b|\[object |Bridge\.|System\.\w+Exception/i;

/** What the text itself contains may be repeated. */
const leaks = (message: string, text: string): string | undefined => {
  const found = leak.exec(message)?.[0];
  return found !== undefined && !text.toLowerCase().includes(found.toLowerCase()) ? found : undefined;
};

/** The table of the golden queries. */
const logons: TableSchema = {
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
};

let engine: Engine;
/** The catalogue's tables that the real texts read. */
const named = catalogue().filter((table) => realTexts.some((text) => text.includes(table.name)));
const language = createLanguage(named);
const schema = toSchema(named, language);
beforeAll(async () => {
  engine = await testEngine([...named, logons]);
});
afterAll(() => engine.close());

async function check(text: string): Promise<void> {
  const started = performance.now();
  const result = await engine.run(text, { now, limits });
  expect(performance.now() - started).toBeLessThan(patienceMs);
  if (result.ok) return;
  // Kusto's own parser lets an empty text pass without a word.
  for (const { message, code, start, length } of result.problems) {
    expect(leaks(message, text), message).toBeUndefined();
    expect(code).toMatch(/^(KS|KQLU|SEM|E_|SYN|LIM)\w+/);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start + length).toBeLessThanOrEqual(text.length + 1);
  }
}

describe('hostile text', () => {
  it(
    'is answered with rows or with problems, never with a crash, a hang or a word too much',
    async () => {
      await fc.assert(fc.asyncProperty(hostileText, check), {
        ...runs(150),
        examples: realTexts.slice(0, 14).map((text): [string] => [text]),
      });
    },
    waitMs * 4,
  );

  it(
    'gets advice whose places and repairs are inside the text',
    () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          for (const { start, length, message, fixes } of diagnose(text, schema)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start + length).toBeLessThanOrEqual(text.length);
            expect(leaks(message, text), message).toBeUndefined();
            const edits = fixes.flatMap((fix) => fix.edits);
            expect(edits.every((edit) => edit.start >= 0 && edit.start + edit.length <= text.length)).toBe(true);
          }
        }),
        runs(40),
      );
    },
    waitMs,
  );

  it('leaves the engine as it was', async () => {
    const result = await engine.run('T1 | count', { now });
    expect(result).toMatchObject({ ok: true });
  });
});

describe('the formatter', () => {
  /** Blanks aside, the text is what it was. */
  const bare = (text: string): string => text.replace(/\s+/g, '');

  it(
    'changes blanks alone, and nothing the second time',
    () => {
      for (const text of realTexts) {
        const codes = language.diagnose(text).map(({ code }) => code);
        if (language.diagnose(text).some(({ severity }) => severity === 'error')) continue;
        const once = language.format(text);
        expect(bare(once)).toBe(bare(text));
        expect(language.diagnose(once).map(({ code }) => code)).toEqual(codes);
        // Microsoft's formatter breaks the line of a list of nested levels at the first go and joins it at the second.
        if (!text.includes('top-nested')) expect(language.format(once)).toBe(once);
      }
    },
    waitMs,
  );
});
