import { expect, test } from 'vitest';
import { alertNoun } from '@/components/vocabulary/alert-noun';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Assignee } from '@/lib/domain/incident/incident';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import { readQuery } from '@/lib/domain/queue/read-query';
import { alertGroupFields } from '@/lib/routes/alerts-search';

const me = 'maya.chen@contoso.com';
const tier2: Assignee = { name: 'soc-tier2@contoso.com', displayName: 'SOC Tier 2', objectId: 'T2', isGroup: true };

/** Graph's alert has a text where a person is meant. Nothing else of the row is looked at. */
function matches(assignee: string | null, text: string, groups: readonly Assignee[] | undefined): boolean {
  const noun = alertNoun({ me, groups });
  const asker = { me, now: new Date('2025-01-15T10:00:00Z'), zone: 'utc' as const };
  return queueMatcher(readQuery(text, noun.fields).query, noun, asker)({ assignee } as AlertRow);
}

test.each<[string, string | null, string]>([
  ['my own', 'Maya.Chen@contoso.com', 'me'],
  ['my group’s, by its address', 'SOC-Tier2@contoso.com', 'group'],
  ['my group’s, by its name', 'SOC Tier 2', 'group'],
  ['another group’s', 'SOC Tier 1', 'others'],
  ['a colleague’s', 'sam.okoye@contoso.com', 'others'],
  ['nobody’s', null, 'nobody'],
])('%s', (_, assignee, mine) => {
  for (const value of ['me', 'group', 'others', 'nobody'])
    expect(matches(assignee, `mine:${value}`, [tier2]), value).toBe(value === mine);
  expect(matches(assignee, `-mine:${mine}`, [tier2])).toBe(false);
});

test('while nobody knows which groups are mine, none is', () => {
  expect(matches('SOC Tier 2', 'mine:group', undefined)).toBe(false);
  expect(matches(me, 'mine:me', undefined)).toBe(true);
});

test('what rows can be grouped by can be in the address', () => {
  const groupable = alertNoun({ me }).fields.flatMap(({ id, groupable: can }) => (can === true ? [id] : []));
  expect(groupable.toSorted()).toEqual([...alertGroupFields].toSorted());
});
