/** Lints and repairs over the real catalogue: where each speaks, what its repair makes of the query, and where it is silent. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue/catalogue';
import { diagnose, toSchema } from './diagnose';
import { applyFix } from './diagnostic';
import { createLanguage } from './language';
import { editDistance, nearestNames } from './lints/edit-distance';

const language = createLanguage(catalogue());
const schema = toSchema(catalogue(), language);
const bounded = { hasTimespan: true };

/** The diagnostics of one code, each with the text it marks. */
function found(text: string, code: string, options = bounded) {
  return diagnose(text, schema, options)
    .filter((diagnostic) => diagnostic.code === code)
    .map((diagnostic) => ({
      ...diagnostic,
      marked: text.slice(diagnostic.start, diagnostic.start + diagnostic.length),
    }));
}

type Case = readonly [what: string, code: string, text: string, marked: string, fixed: string | undefined];

const cases: readonly Case[] = [
  [
    '= for ==',
    'KS141',
    'DeviceProcessEvents | where FileName = "wmiprvse.exe"',
    'FileName = "wmiprvse.exe"',
    'DeviceProcessEvents | where FileName == "wmiprvse.exe"',
  ],
  [
    '= for ==, several in one filter',
    'KS106',
    'DeviceInfo | where DeviceName = "a" and DeviceId = "b" | count',
    'and',
    'DeviceInfo | where DeviceName == "a" and DeviceId == "b" | count',
  ],
  [
    'an unknown column',
    'KS142',
    'DeviceInfo | where DeviceNam == "x"',
    'DeviceNam',
    'DeviceInfo | where DeviceName == "x"',
  ],
  [
    'an unknown column of the joined table',
    'KS142',
    'DeviceInfo | join kind=inner (IdentityLogonEvents) on $left.DeviceName == $right.DestinationDeviceNme',
    'DestinationDeviceNme',
    'DeviceInfo | join kind=inner (IdentityLogonEvents) on $left.DeviceName == $right.DestinationDeviceName',
  ],
  ['an unknown table', 'KS204', 'DeviceProcesEvents | count', 'DeviceProcesEvents', 'DeviceProcessEvents | count'],
  [
    'an unknown function',
    'KS211',
    'DeviceInfo | where strln(DeviceName) > 2',
    'strln',
    'DeviceInfo | where strlen(DeviceName) > 2',
  ],
  [
    'a plugin',
    'KS124',
    'DeviceInfo | evaluate bag_unpck(AdditionalFields)',
    'bag_unpck',
    'DeviceInfo | evaluate bag_unpack(AdditionalFields)',
  ],
  ['an unknown operator', 'KS176', 'DeviceInfo | summerize count()', 'summerize', 'DeviceInfo | summarize count()'],
  [
    'an operator with a hyphen',
    'KS176',
    'DeviceInfo | projectaway DeviceId',
    'projectaway',
    'DeviceInfo | project-away DeviceId',
  ],
  [
    'a column that the project dropped',
    'KS142',
    'DeviceInfo | project DeviceName | where DeviceId == "x"',
    'DeviceId',
    'DeviceInfo | project DeviceName, DeviceId | where DeviceId == "x"',
  ],
  [
    'a column that the summarize dropped: nobody knows how to keep it',
    'KS142',
    'DeviceInfo | summarize count() by DeviceName | where DeviceId == "x"',
    'DeviceId',
    undefined,
  ],
  [
    'Timestamp in a table of the workspace',
    'KS142',
    'SigninLogs | where Timestamp > ago(1d)',
    'Timestamp',
    'SigninLogs | where TimeGenerated > ago(1d)',
  ],
  [
    'TimeGenerated in a table of advanced hunting',
    'workspace-time',
    'ExposureGraphNodes | count; EntraIdSignInEvents | where TimeGenerated > ago(1d)',
    'TimeGenerated',
    'ExposureGraphNodes | count; EntraIdSignInEvents | where Timestamp > ago(1d)',
  ],
  [
    'an account name joined with an address',
    'account-joined-with-address',
    'IdentityLogonEvents | join kind=inner (EmailEvents) on $left.AccountName == $right.RecipientEmailAddress',
    '$left.AccountName == $right.RecipientEmailAddress',
    'IdentityLogonEvents | join kind=inner (EmailEvents) on $left.AccountUpn == $right.RecipientEmailAddress',
  ],
  [
    'the same behind a project, which is asked to keep the address',
    'account-joined-with-address',
    'DeviceProcessEvents | project DeviceName, InitiatingProcessAccountName | join kind=inner (EmailEvents) on $left.InitiatingProcessAccountName == $right.RecipientEmailAddress',
    '$left.InitiatingProcessAccountName == $right.RecipientEmailAddress',
    'DeviceProcessEvents | project DeviceName, InitiatingProcessAccountName, InitiatingProcessAccountUpn | join kind=inner (EmailEvents) on $left.InitiatingProcessAccountUpn == $right.RecipientEmailAddress',
  ],
  [
    'the provider name of before',
    'provider-name',
    'SecurityIncident | where ProviderName == "Microsoft 365 Defender"',
    '"Microsoft 365 Defender"',
    'SecurityIncident | where ProviderName == "Microsoft XDR"',
  ],
  [
    'the provider name of before, in a list',
    'provider-name',
    "SecurityIncident | where ProviderName in ('Azure Sentinel', 'Microsoft 365 Defender')",
    "'Microsoft 365 Defender'",
    `SecurityIncident | where ProviderName in ('Azure Sentinel', "Microsoft XDR")`,
  ],
  [
    'take where the latest are meant',
    'take-is-not-latest',
    'SigninLogs | where ResultType == "0" | take 10',
    'take 10',
    'SigninLogs | where ResultType == "0" | top 10 by TimeGenerated desc',
  ],
  [
    'take of incidents, of which every change is a row',
    'take-is-not-latest',
    'SecurityIncident | take 10',
    'take 10',
    'SecurityIncident | summarize arg_max(TimeGenerated, *) by IncidentNumber\n| top 10 by TimeGenerated desc',
  ],
  [
    'a filter behind a join, about its left side',
    'filter-after-join',
    'DeviceInfo | join kind=inner (DeviceNetworkEvents) on DeviceId | where OSPlatform == "Windows11" | count',
    'where OSPlatform == "Windows11"',
    'DeviceInfo | where OSPlatform == "Windows11" | join kind=inner (DeviceNetworkEvents) on DeviceId | count',
  ],
  [
    'a filter behind a join, about its right side',
    'filter-after-join',
    'DeviceInfo | join kind=inner (DeviceNetworkEvents) on DeviceId | where RemotePort == 445',
    'where RemotePort == 445',
    'DeviceInfo | join kind=inner (DeviceNetworkEvents | where RemotePort == 445) on DeviceId',
  ],
  [
    'contains where has will do',
    'contains-for-has',
    'DeviceProcessEvents | where ProcessCommandLine contains "mimikatz"',
    'contains',
    'DeviceProcessEvents | where ProcessCommandLine has "mimikatz"',
  ],
  [
    '== of addresses',
    'case-sensitive-address',
    'SigninLogs | where UserPrincipalName == "alex@contoso.com"',
    '==',
    'SigninLogs | where UserPrincipalName =~ "alex@contoso.com"',
  ],
  [
    'in of addresses',
    'case-sensitive-address',
    'SigninLogs | where UserPrincipalName in ("alex@contoso.com", "maya@contoso.com")',
    'in',
    'SigninLogs | where UserPrincipalName in~ ("alex@contoso.com", "maya@contoso.com")',
  ],
  [
    'a comparison with null',
    'null-comparison',
    'SigninLogs | where CreatedDateTime != datetime(null)',
    'CreatedDateTime != datetime(null)',
    'SigninLogs | where isnotnull(CreatedDateTime)',
  ],
  [
    'text that is asked for null',
    'null-comparison',
    'SigninLogs | where isnotnull(UserPrincipalName)',
    'isnotnull(UserPrincipalName)',
    'SigninLogs | where isnotempty(UserPrincipalName)',
  ],
  [
    'summarize by the instant',
    'summarize-by-instant',
    'SigninLogs | summarize count() by AppDisplayName, TimeGenerated',
    'TimeGenerated',
    'SigninLogs | summarize count() by AppDisplayName, bin(TimeGenerated, 1h)',
  ],
  ['a search of everything', 'costly-search', 'search "mimikatz"', 'search', undefined],
  ['a union of everything', 'costly-search', 'union * | where Type == "x"', '*', undefined],
  [
    'a table that is no longer written',
    'retired-table',
    'ThreatIntelligenceIndicator | count',
    'ThreatIntelligenceIndicator',
    undefined,
  ],
  [
    'a table with a successor',
    'retired-table',
    'AADSignInEventsBeta | count',
    'AADSignInEventsBeta',
    'EntraIdSignInEvents | count',
  ],
  [
    'a column that Microsoft does not publish',
    'unpublished-column',
    'CloudAppEvents | where isempty(AccountUpn)',
    'AccountUpn',
    undefined,
  ],
];

describe('diagnose', () => {
  it.each(cases)('%s', (_what, code, text, marked, fixed) => {
    const [first, ...others] = found(text, code);
    expect(others.map((other) => other.marked)).toEqual([]);
    expect(first?.marked).toBe(marked);
    const [fix] = first?.fixes ?? [];
    expect(fix && applyFix(text, fix)).toBe(fixed);
  });

  it.each(cases.flatMap(([what, code, text, , fixed]) => (fixed === undefined ? [] : [[what, code, text] as const])))(
    'is content with each repair of %s',
    (_what, code, text) => {
      const [first] = found(text, code);
      for (const fix of first?.fixes ?? []) {
        const after = diagnose(applyFix(text, fix), schema, bounded);
        expect(after.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
        expect(after.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
      }
    },
  );

  it('gives a missing bound on time two repairs, and none where a filter has no place', () => {
    const [lone] = found('SigninLogs | count', 'missing-time-filter', { hasTimespan: false });
    expect(lone?.fixes.map((fix) => applyFix('SigninLogs | count', fix))).toEqual([
      'SigninLogs\n| where TimeGenerated > ago(1d) | count',
      'SigninLogs\n| where TimeGenerated > ago(7d) | count',
    ]);
    const listed = found('union SigninLogs, AuditLogs | count', 'missing-time-filter', { hasTimespan: false });
    expect(listed.map(({ marked, fixes }) => [marked, fixes.length])).toEqual([
      ['SigninLogs', 0],
      ['AuditLogs', 0],
    ]);
  });

  it.each([
    ['the request bounds the time', 'SigninLogs | count', bounded],
    ['a filter on time', 'SigninLogs | where TimeGenerated between (ago(2d) .. ago(1d)) | count', {}],
    ['a filter behind the union', 'union SigninLogs, AuditLogs | where TimeGenerated > ago(1d)', {}],
    [
      'a filter where the let is used',
      'let s = SigninLogs | where ResultType == "0"; s | where TimeGenerated > ago(1h)',
      {},
    ],
    ['no table', 'datatable(TimeGenerated:datetime)[] | union (print x = 1)', {}],
    ['a table of the present', 'DeviceTvmSoftwareInventory | count', {}],
  ])('asks for no bound on time: %s', (_what, text, options) => {
    expect(found(text, 'missing-time-filter', { hasTimespan: false, ...options })).toEqual([]);
  });

  it('asks for a bound of the joined table of its own', () => {
    const text = 'SigninLogs | where TimeGenerated > ago(1d) | join (AuditLogs) on CorrelationId';
    expect(found(text, 'missing-time-filter', { hasTimespan: false }).map(({ marked }) => marked)).toEqual([
      'AuditLogs',
    ]);
  });

  it.each([
    ['take-is-not-latest', 'a sort before take', 'SigninLogs | sort by TimeGenerated desc | take 10'],
    ['take-is-not-latest', 'a summary', 'SigninLogs | summarize count() by AppDisplayName | take 10'],
    ['take-is-not-latest', 'no table', 'datatable(Timestamp:datetime)[] | take 1'],
    ['take-is-not-latest', 'take in a let', 'let some = SigninLogs | take 10; some | count'],
    [
      'account-joined-with-address',
      'two addresses',
      'SigninLogs | join (EmailEvents) on $left.UserPrincipalName == $right.RecipientEmailAddress',
    ],
    ['account-joined-with-address', 'two names', 'IdentityLogonEvents | join (DeviceLogonEvents) on AccountName'],
    [
      'filter-after-join',
      'both sides',
      'DeviceInfo | join kind=inner (DeviceNetworkEvents) on DeviceId | where OSPlatform == RemoteUrl',
    ],
    [
      'filter-after-join',
      'the right side of a left outer join',
      'DeviceInfo | join kind=leftouter (DeviceNetworkEvents) on DeviceId | where RemotePort == 445',
    ],
    [
      'filter-after-join',
      'something between',
      'DeviceInfo | join (DeviceNetworkEvents) on DeviceId | extend OSPlatform = "x" | where OSPlatform == "x"',
    ],
    ['contains-for-has', 'a part of a word', 'DeviceProcessEvents | where ProcessCommandLine contains " -n "'],
    ['contains-for-has', 'a computed needle', 'DeviceProcessEvents | where ProcessCommandLine contains FileName'],
    ['case-sensitive-address', 'no address', 'SigninLogs | where UserPrincipalName == "alex"'],
    ['summarize-by-instant', 'a bin', 'SigninLogs | summarize count() by bin(TimeGenerated, 1h)'],
    [
      'summarize-by-instant',
      'binned before',
      'SigninLogs | extend TimeGenerated = bin(TimeGenerated, 1h) | summarize count() by TimeGenerated',
    ],
    ['costly-search', 'named tables', 'search in (SigninLogs) "x"'],
    ['costly-search', 'behind a table', 'SigninLogs | search "x"'],
    [
      'workspace-time',
      'a table of the workspace beside it',
      'union SigninLogs, EntraIdSignInEvents | where TimeGenerated > ago(1d)',
    ],
    ['provider-name', 'another column', 'SecurityAlert | where ProductName == "Microsoft 365 Defender"'],
    ['null-comparison', 'a number that may be null', 'SigninLogs | where isnull(CreatedDateTime)'],
  ])('%s is silent about %s', (code, _what, text) => {
    expect(found(text, code)).toEqual([]);
    expect(diagnose(text, schema, bounded).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes a `take` seriously whose comment asks for the latest', () => {
    expect(found('// the latest sign-ins\nSigninLogs | take 10', 'take-is-not-latest')[0]?.severity).toBe('warning');
    expect(found('SigninLogs | take 10', 'take-is-not-latest')[0]?.severity).toBe('information');
  });

  it('leaves the `=` of a summarize inside a filter alone', () => {
    const text = 'DeviceInfo | where toscalar(DeviceInfo | summarize n = count()) | count';
    expect(diagnose(text, schema, bounded).flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it('tells Kusto’s problem once, with its code, words and span', () => {
    const text = 'DeviceInfo | where Nope9 == 1';
    expect(diagnose(text, schema, bounded)).toEqual([{ ...language.diagnose(text)[0], fixes: [] }]);
  });

  const halfWritten = [
    '',
    '|',
    'DeviceInfo |',
    'DeviceInfo | where',
    'DeviceInfo | join',
    'DeviceInfo | join (',
    'let x =',
    'let x = DeviceInfo; x | summarize by',
    'union',
    'search',
    'DeviceInfo | project | where',
    '"',
    'DeviceInfo | where a = "',
    'A | join (B) on $left.',
    'where x = 1 | where',
  ];
  it.each(halfWritten)('survives %j', (text) => {
    expect(() => diagnose(text, schema)).not.toThrow();
  });

  it('survives every prefix and every gap of a real query', () => {
    const text = readFileSync(new URL('../../mocks/kql/source-queries.kql', import.meta.url), 'utf8').slice(0, 900);
    for (let end = 0; end < text.length; end += 61) {
      expect(() => diagnose(text.slice(0, end), schema)).not.toThrow();
      expect(() => diagnose(text.slice(0, end) + text.slice(end + 11), schema)).not.toThrow();
    }
  });
});

describe('nearestNames', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['same', 'same', 0],
    ['abcdef', 'zzzzzz', 3],
  ])('%s and %s are %i apart (at most 3)', (a, b, distance) => {
    expect(Math.min(3, editDistance(a, b, 3))).toBe(distance);
  });

  it('offers the nearest first, another case before another letter, and nothing far away', () => {
    expect(nearestNames('devicename', ['DeviceId', 'DeviceName', 'DeviceNames'])).toEqual([
      'DeviceName',
      'DeviceNames',
    ]);
    expect(nearestNames('zzz', ['DeviceId'])).toEqual([]);
  });
});
