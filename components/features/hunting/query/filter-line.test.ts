import { describe, expect, it } from 'vitest';
import type { Cell, KqlType } from '@/lib/domain/hunting/result-table';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage } from '@/lib/kql/language';
import { columnName, filterLine, stringLiteral } from './filter-line';

const cases: [KqlType, Cell, string][] = [
  ['string', 'alex.johnson@contoso.com', '| where C == "alex.johnson@contoso.com"'],
  ['string', 'C:\\Windows\\"x"\n', '| where C == "C:\\\\Windows\\\\\\"x\\"\\n"'],
  ['string', 'invoice\u202efdp.exe', '| where C == "invoice\\u202efdp.exe"'],
  ['string', '" | take 1 //', '| where C == "\\" | take 1 //"'],
  ['string', '', '| where isempty(C)'],
  ['string', null, '| where isempty(C)'],
  ['datetime', '2025-01-15T08:30:00.1234567Z', '| where C == datetime(2025-01-15T08:30:00.1234567Z)'],
  ['datetime', null, '| where isnull(C)'],
  ['timespan', '1.02:03:04.5', '| where C == time(1.02:03:04.5)'],
  ['guid', '72f988bf-0000-4000-8000-00000000c050', '| where C == guid(72f988bf-0000-4000-8000-00000000c050)'],
  ['bool', true, '| where C == true'],
  ['long', 42, '| where C == 42'],
  ['long', '9007199254740993', '| where C == 9007199254740993'],
  ['real', -1.5, '| where C == -1.5'],
  ['real', 'NaN', '| where tostring(C) == "NaN"'],
  ['decimal', '1.50', '| where C == decimal(1.50)'],
  ['dynamic', { city: 'Oslo' }, '| where tostring(C) == "{\\"city\\":\\"Oslo\\"}"'],
];

const language = createLanguage(catalogue());

describe('filterLine', () => {
  it.each(cases)('%s %j', (type, value, line) => {
    expect(filterLine({ name: 'C', type }, value, 'include')).toBe(line);
  });

  it.each(cases)('Kusto accepts both directions for %s %j', (type, value) => {
    const problems = (['include', 'exclude'] as const).flatMap((mode) =>
      language.diagnose(`datatable(C:${type})[]\n${filterLine({ name: 'C', type }, value, mode)}`),
    );
    expect(problems).toEqual([]);
  });

  it('negates what excludes', () => {
    expect(filterLine({ name: 'C', type: 'string' }, 'x', 'exclude')).toBe('| where C != "x"');
    expect(filterLine({ name: 'C', type: 'long' }, null, 'exclude')).toBe('| where isnotnull(C)');
  });

  it('a value that only claims its type is compared as text, not written as code', () => {
    expect(filterLine({ name: 'C', type: 'datetime' }, 'x) or (true', 'include')).toBe(
      '| where tostring(C) == "x) or (true"',
    );
  });
});

describe('columnName', () => {
  it.each([
    ['count_', 'count_'],
    ['bad name', "['bad name']"],
    ["it's", "['it\\'s']"],
    ['by', "['by']"],
  ])('%s', (name, written) => {
    expect(columnName(name)).toBe(written);
  });
});

describe('stringLiteral', () => {
  it('survives Kusto’s own reading of every kind of character', () => {
    const text = `${stringLiteral('a\u0000\u200b\u2066"\\\t\r')}`;
    expect(language.diagnose(`print x = ${text}`)).toEqual([]);
    expect(text).not.toMatch(/[\p{Cc}\u2066]/u);
  });
});
