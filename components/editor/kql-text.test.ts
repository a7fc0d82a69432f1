/** What stands between Microsoft's service and Monaco: colours, insert texts, repairs. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { applyFix } from '@/lib/kql/diagnostic';
import { createLanguage } from '@/lib/kql/language';
import { completionText, expectsMore, worthOffering } from './completion-text';
import { contrast } from './css-colour';
import { toDiagnostics } from './quick-fix';
import { encodeTokens, tokenNames } from './semantic-tokens';
import { plainSurfaces, wordColours } from './themes';

const language = createLanguage(catalogue());

function decode(text: string, numbers: Uint32Array): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < numbers.length; at += 5) {
    const [lineStep = 0, step = 0, length = 0, type = 0] = numbers.slice(at, at + 5);
    character = lineStep === 0 ? character + step : step;
    line += lineStep;
    found.push(`${tokenNames[type]}:${lines[line]?.slice(character, character + length)}`);
  }
  return found;
}

describe('encodeTokens', () => {
  it('names each word by what the binder knows it to be', () => {
    const text = 'DeviceInfo // hosts\n| where DeviceName has "x"\n| count';
    expect(decode(text, encodeTokens(text, language.classify(text)))).toEqual([
      'table:DeviceInfo',
      'comment:// hosts',
      'punctuation:|',
      'operator:where',
      'column:DeviceName',
      'word:has',
      'string:"x"',
      'punctuation:|',
      'operator:count',
    ]);
  });

  it('cuts a token that spans lines into one per line', () => {
    const text = 'print a = ```one\n\ntwo```';
    const start = text.indexOf('```');
    const spans = [{ kind: 'StringLiteral', start, length: text.length - start }];
    expect(decode(text, encodeTokens(text, spans))).toEqual(['string:```one', 'string:two```']);
  });
});

describe('completionText', () => {
  it.each([
    ['a column', { before: 'DeviceName ', after: '' }, { text: 'DeviceName ', snippet: false, askAgain: true }],
    ['a function', { before: 'strlen( ', after: ')' }, { text: 'strlen($0)', snippet: true, askAgain: true }],
    ['snippet signs', { before: 'a$b', after: '}' }, { text: 'a\\$b$0\\}', snippet: true, askAgain: true }],
  ])('%s', (_name, entry, expected) => {
    expect(completionText(entry)).toEqual(expected);
  });

  it('offers no lone brackets', () => {
    const text = 'DeviceInfo | where ';
    const entries = language.complete(text, text.length).entries.filter(worthOffering);
    expect(entries.some((entry) => entry.label === 'DeviceName')).toBe(true);
    expect(entries.some((entry) => entry.label === '[')).toBe(false);
  });

  it.each([
    ['DeviceInfo | ', true],
    ['DeviceInfo | where ', true],
    ['DeviceInfo | where a == 1 and ', true],
    ['DeviceInfo | take 10 ', false],
    ['DeviceInfo ', false],
  ])('after %j opens by itself: %s', (text, expected) => {
    expect(expectsMore(text)).toBe(expected);
  });
});

describe('toDiagnostics', () => {
  const query =
    'DeviceProcessEvents | where FileName = "wmiprvse.exe" | where InitiatingProcessFileName = "services.exe"';

  it('repairs each = of a condition that a service refused, after which Kusto has nothing to say', () => {
    const edits = toDiagnostics(language.diagnose(query), query).flatMap(({ fixes }) =>
      fixes.flatMap((fix) => fix.edits),
    );
    const repaired = applyFix(query, { title: 'all', edits });
    expect(edits).toHaveLength(2);
    expect(repaired).toContain('FileName == "wmiprvse.exe"');
    expect(language.diagnose(repaired)).toEqual([]);
  });

  it('leaves other conditions that are no bool alone', () => {
    const text = 'DeviceInfo | where strlen(DeviceName)';
    expect(toDiagnostics(language.diagnose(text), text)).toMatchObject([{ code: 'KS141', fixes: [] }]);
  });
});

describe('wordColours', () => {
  const pairs = (['dark', 'light'] as const).flatMap((shade) =>
    tokenNames.map(
      (name) => [shade, name, contrast(wordColours[shade][name], plainSurfaces[shade].background)] as const,
    ),
  );
  it.each(pairs)('%s %s is readable (%f)', (_shade, _name, ratio) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });
});
