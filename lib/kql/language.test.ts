import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue/catalogue';
import { createLanguage } from './language';

const language = createLanguage(catalogue());

describe('the catalogue', () => {
  it('knows the tables of both worlds, each name once', () => {
    const names = catalogue().map((table) => table.name);
    expect(names).toHaveLength(920);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives Defender tables both names of an event’s time', () => {
    const table = catalogue().find((candidate) => candidate.name === 'AADSignInEventsBeta');
    expect(table?.columns.map((column) => column.name)).toEqual(expect.arrayContaining(['Timestamp', 'TimeGenerated']));
  });

  it('marks CloudAppEvents.AccountUpn as absent from the published schema', () => {
    const table = catalogue().find((candidate) => candidate.name === 'CloudAppEvents');
    expect(table?.columns.find((column) => column.name === 'AccountUpn')?.unpublished).toBe(true);
  });
});

describe('diagnose', () => {
  it('is silent about a right query', () => {
    expect(language.diagnose('DeviceProcessEvents | where FileName == "x" | count')).toEqual([]);
  });

  it('complains at each `=` written for `==`, with Kusto’s code', () => {
    const text = 'DeviceProcessEvents | where FileName = "a" | where DeviceName = "b"';
    const problems = language.diagnose(text);
    expect(problems.map((problem) => problem.code)).toEqual(['KS141', 'KS141']);
    expect(problems.map((problem) => text.slice(problem.start, problem.start + problem.length))).toEqual([
      'FileName = "a"',
      'DeviceName = "b"',
    ]);
  });

  it('places an unknown column', () => {
    expect(language.diagnose('SigninLogs | where Nope == 1')).toEqual([
      expect.objectContaining({ code: 'KS142', start: 19, length: 4, severity: 'error' }),
    ]);
  });
});

describe('the editor’s services', () => {
  it('completes columns of the table before the bar', () => {
    const text = 'SigninLogs | where UserPrin';
    const found = language.complete(text, text.length);
    expect(found.entries.map((entry) => entry.label)).toContain('UserPrincipalName');
    expect(text.slice(found.start, found.start + found.length)).toBe('UserPrin');
  });

  it('tells what stands under the pointer', () => {
    expect(language.hover('SigninLogs | count', 3)).toContain('SigninLogs');
  });

  it('classifies names and literals', () => {
    const kinds = language.classify('SigninLogs | where ResultType == "0"').map((span) => span.kind);
    expect(kinds).toEqual(['Table', 'Punctuation', 'QueryOperator', 'Column', 'MathOperator', 'StringLiteral']);
  });
});

describe('tablesOf', () => {
  it('sees through lets, unions and joins', () => {
    const text =
      'let failed = SigninLogs | where ResultType != "0"; failed | join (DeviceLogonEvents) on DeviceName | count';
    expect(new Set(language.tablesOf(text))).toEqual(new Set(['SigninLogs', 'DeviceLogonEvents']));
  });

  it('lists what a wildcard stands for', () => {
    expect(language.tablesOf('union Email* | count')).toContain('EmailAttachmentInfo');
  });

  it.each(['', '|||', 'let x = ; x', 'SigninLogs | where ((('])('survives %j', (text) => {
    expect(() => language.tablesOf(text)).not.toThrow();
  });
});

describe('functions of the service', () => {
  it('say which tables they read', () => {
    expect(language.tablesOf('_SentinelHealth() | count')).toEqual(['SentinelHealth']);
    expect(language.tablesOf('imDns | count')).toEqual(['DeviceEvents', 'ASimDnsActivityLogs']);
    expect(
      language.tablesOf("SigninLogs | where UserPrincipalName in (_GetWatchlist('x') | project SearchKey)"),
    ).toEqual(['SigninLogs', 'Watchlist']);
  });

  it('take any column of a watchlist that nobody has described', () => {
    expect(language.diagnose("_GetWatchlist('x') | where Team == 'Payments' | project SearchKey")).toEqual([]);
  });

  it('may name a column of the piped rows, if they have it', () => {
    const query =
      'DeviceProcessEvents | project SHA1, DeviceName | invoke FileProfile(SHA1, 500) | where GlobalPrevalence < 10';
    expect(language.diagnose(query)).toEqual([]);
    expect(language.diagnose(query.replace('SHA1, DeviceName', 'DeviceName')).map(({ code }) => code)).toEqual([
      'KS142',
    ]);
  });
});
