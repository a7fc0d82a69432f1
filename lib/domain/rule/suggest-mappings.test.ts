import { describe, expect, test } from 'vitest';
import { type EntityMapping, newDraft } from '@/lib/domain/rule/rule';
import { suggestMappings } from '@/lib/domain/rule/suggest-mappings';

const text = (...names: string[]) => names.map((name) => ({ name, type: 'string' }));
const said = (mappings: readonly EntityMapping[]) =>
  mappings.map(({ entity, fields }) => `${entity} ${fields.map((field) => `${field.identifier}=${field.column}`)}`);

test.each<[string, string[], string[]]>([
  [
    'SigninLogs',
    ['TimeGenerated', 'UserPrincipalName', 'IPAddress', 'AppDisplayName'],
    ['Account FullName=UserPrincipalName', 'IP Address=IPAddress', 'CloudApplication Name=AppDisplayName'],
  ],
  [
    'DeviceProcessEvents',
    ['DeviceName', 'AccountName', 'AccountUpn', 'FileName', 'SHA256', 'ProcessCommandLine'],
    [
      'Account FullName=AccountUpn',
      'Host FullName=DeviceName',
      'FileHash Value=SHA256',
      'File Name=FileName',
      'Process CommandLine=ProcessCommandLine',
    ],
  ],
  ['SecurityEvent', ['Computer', 'TargetUserName'], ['Account FullName=TargetUserName', 'Host FullName=Computer']],
  [
    'DeviceNetworkEvents',
    ['DeviceName', 'LocalIP', 'RemoteIP', 'RemoteUrl'],
    ['IP Address=RemoteIP', 'Host FullName=DeviceName', 'URL Url=RemoteUrl'],
  ],
  [
    'AzureDiagnostics, by what its names end in',
    ['identity_claim_upn_s', 'clientIP_s', 'ResourceId'],
    ['Account FullName=identity_claim_upn_s', 'IP Address=clientIP_s', 'AzureResource ResourceId=ResourceId'],
  ],
  ['an object id, where there is no name', ['AccountObjectId'], ['Account AadUserId=AccountObjectId']],
  ['OfficeActivity', ['UserId', 'ClientIP'], ['Account FullName=UserId', 'IP Address=ClientIP']],
  ['upper case', ['USERPRINCIPALNAME'], ['Account FullName=USERPRINCIPALNAME']],
  ['nothing that names anybody', ['TimeGenerated', 'Count', 'Recipe', 'Membership'], []],
])('%s', (_name, columns, expected) => {
  expect(said(suggestMappings(text(...columns), []))).toEqual(expected);
});

describe('traps', () => {
  test('a number is no address, whatever it is called', () => {
    expect(suggestMappings([{ name: 'SourceIP', type: 'long' }], [])).toEqual([]);
  });

  test('what is mapped already is not suggested again, nor is its column', () => {
    const mapped: EntityMapping[] = [{ entity: 'Account', fields: [{ identifier: 'FullName', column: 'Computer' }] }];
    expect(said(suggestMappings(text('Computer', 'UserPrincipalName', 'IPAddress'), mapped))).toEqual([
      'IP Address=IPAddress',
    ]);
  });

  test('a new rule maps nothing by itself', () => {
    expect(newDraft.logic.mappings).toEqual([]);
  });
});
