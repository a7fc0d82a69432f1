import { describe, expect, it } from 'vitest';
import { entityKinds } from '@/lib/domain/entity/entity';
import { entityQuery, windowQuery } from '@/lib/domain/hunting/hunt-query';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage } from '@/lib/kql/language';

const kusto = createLanguage(catalogue());
const window = { start: '2025-01-15T08:30:00.000Z', end: '2025-01-15T10:00:00.000Z' };
const named = (kind: (typeof entityKinds)[number], label: string) => ({ kind, label, facts: [] });
const hostile = 'a"b\\c\n| where 1==1 // \u2028 \u0000';

describe('windowQuery', () => {
  it.each([
    ['users and devices', [named('user', 'alex.johnson@contoso.com'), named('device', 'ws-0117.contoso.com')]],
    ['users only', [named('user', 'alex.johnson@contoso.com')]],
    ['devices only', [named('device', 'ws-0117')]],
    ['addresses only', [named('ip', '185.0.0.7')]],
    ['nothing', []],
    ['a name that tries to leave its literal', [named('user', hostile), named('device', hostile)]],
  ])('binds without a complaint: %s', (_, entities) => {
    expect(kusto.diagnose(windowQuery(window, entities))).toEqual([]);
  });

  it('asks for the users inside of the window', () => {
    const text = windowQuery(window, [
      named('user', 'alex.johnson@contoso.com'),
      named('user', 'alex.johnson@contoso.com'),
    ]);
    expect(text).toContain('AccountUpn in~ ("alex.johnson@contoso.com")');
    expect(text).toContain('datetime(2025-01-15T08:30:00.000Z)');
    expect(text).toContain('datetime(2025-01-15T10:00:00.000Z)');
  });
});

describe('entityQuery', () => {
  it.each(entityKinds.filter((kind) => kind !== 'other'))(
    'binds for a %s, with and without a window, even a hostile one',
    (kind) => {
      for (const label of ['plain', hostile]) {
        for (const span of [window, null]) {
          expect(kusto.diagnose(entityQuery(named(kind, label), span) ?? 'none')).toEqual([]);
        }
      }
    },
  );

  it('uses the hash of a file and the ARM id of a resource where the evidence has them', () => {
    const file = { kind: 'file' as const, label: 'x.exe', facts: [{ name: 'fileDetails.sha256', value: 'ABCD' }] };
    const vault = {
      kind: 'azureResource' as const,
      label: 'kv',
      facts: [{ name: 'resourceId', value: '/subscriptions/s/kv' }],
    };
    expect(entityQuery(file, null)).toContain('SHA256 =~ "ABCD"');
    expect(entityQuery(vault, null)).toContain('ResourceId has "/subscriptions/s/kv"');
  });

  it('has none for a kind that no table is about', () => {
    expect(entityQuery(named('other', 'x'), window)).toBeNull();
  });
});
