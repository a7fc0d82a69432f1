import { expect, test } from 'vitest';
import { type AgreedKeys, type KeySettlement, settleKeys } from '@/components/shell/settle-keys';
import type { KeyMap } from '@/components/ui/key-map';
import type { ChosenKeys } from '@/lib/domain/session/chosen-keys';

const person = 'maya.chen@contoso.com';
const kept = (map: KeyMap, version = 'v2'): ChosenKeys => ({ map, updatedAt: version });
const agreed = (map: KeyMap, updatedAt: string | null = 'v1', who = person): AgreedKeys => ({
  person: who,
  map,
  updatedAt,
});
const adopt = (map: KeyMap, version: string | null = 'v2'): KeySettlement => ({
  kind: 'adopt',
  agreed: agreed(map, version),
});
const same = (map: KeyMap, version: string | null = 'v2'): KeySettlement => ({
  kind: 'agreed',
  agreed: agreed(map, version),
});

test.each<[string, KeyMap, AgreedKeys | null, ChosenKeys | null, KeySettlement]>([
  ['nobody ever chose', {}, null, null, same({}, null)],
  ['chosen here before the server kept any', { e: 'd' }, null, null, { kind: 'send', seen: null }],
  ['a new device', {}, null, kept({ e: 'd' }), adopt({ e: 'd' })],
  ['a device of its own that meets the server’s', { e: 'z' }, null, kept({ e: 'd' }), adopt({ e: 'd' })],
  ['nothing new', { e: 'd' }, agreed({ e: 'd' }, 'v2'), kept({ e: 'd' }), same({ e: 'd' })],
  ['chosen here', { e: 'z' }, agreed({ e: 'd' }, 'v2'), kept({ e: 'd' }), { kind: 'send', seen: 'v2' }],
  ['chosen elsewhere', { e: 'd' }, agreed({ e: 'd' }), kept({ s: 'q' }), adopt({ s: 'q' })],
  [
    'chosen here, offline, and elsewhere',
    { e: 'z' },
    agreed({ e: 'd' }),
    kept({ s: 'q' }),
    { kind: 'send', seen: 'v1' },
  ],
  ['the same chosen here and elsewhere', { e: 'z' }, agreed({ e: 'd' }), kept({ e: 'z' }), same({ e: 'z' })],
  ['all put back here', {}, agreed({ e: 'd' }, 'v2'), kept({ e: 'd' }), { kind: 'send', seen: 'v2' }],
  ['all put back elsewhere', { e: 'd' }, agreed({ e: 'd' }), kept({}), adopt({})],
  ['somebody else’s browser', { e: 'd' }, agreed({ e: 'd' }, 'v9', 'sam@contoso.com'), null, adopt({}, null)],
  ['somebody else’s unsent keys', { e: 'z' }, agreed({}, null, 'sam@contoso.com'), kept({ a: 'q' }), adopt({ a: 'q' })],
])('%s', (_, mine, before, server, settlement) => {
  expect(settleKeys({ person, mine, agreed: before, kept: server })).toEqual(settlement);
});

test('the name is the same in any case', () => {
  const before = agreed({ e: 'd' }, 'v2', person.toUpperCase());
  expect(settleKeys({ person, mine: { e: 'z' }, agreed: before, kept: kept({ e: 'd' }) }).kind).toBe('send');
});
