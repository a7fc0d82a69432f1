import { expect, test } from 'vitest';
import { incidentNoun } from '@/components/vocabulary/incident-noun';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import { readQuery } from '@/lib/domain/queue/read-query';
import { incidentGroupFields } from '@/lib/routes/incidents-search';

const now = new Date('2025-01-15T10:00:00Z');
const tier2: Assignee = { name: 'soc-tier2@contoso.com', displayName: 'SOC Tier 2', objectId: 'T2', isGroup: true };
const maya: Assignee = { name: 'Maya.Chen@contoso.com', displayName: null, objectId: null };
const bare = (name: string): Assignee => ({ name, displayName: null, objectId: null });

const incident = (assignee: Assignee | null): Incident => plainIncident({ severity: 'high', assignee });

function matches(assignee: Assignee | null, text: string, groups: readonly Assignee[] | null = [tier2]): boolean {
  const noun = incidentNoun({ now, me: 'maya.chen@contoso.com', groups: groups ?? undefined, since: null });
  const asker = { me: 'maya.chen@contoso.com', now, zone: 'utc' as const };
  return queueMatcher(readQuery(text, noun.fields).query, noun, asker)(incident(assignee));
}

test.each<[string, Assignee | null, string, string]>([
  ['my own', maya, 'me', 'mine'],
  ['my group’s', tier2, 'group', 'mine'],
  ['my group’s, by its address alone', bare('SOC-Tier2@contoso.com'), 'group', 'mine'],
  ['my group’s, by its name alone', bare('SOC Tier 2'), 'group', 'mine'],
  ['my group’s, by its id alone', { name: 'x', displayName: null, objectId: 't2' }, 'group', 'mine'],
  ['another group’s', bare('SOC Tier 1'), 'others', 'new'],
  ['a colleague’s', bare('sam.okoye@contoso.com'), 'others', 'new'],
  ['nobody’s', null, 'nobody', 'unassignedHigh'],
])('%s', (_, assignee, mine, morning) => {
  for (const value of ['me', 'group', 'others', 'nobody']) {
    expect(matches(assignee, `mine:${value}`), value).toBe(value === mine);
  }
  expect(matches(assignee, `morning:${morning}`)).toBe(true);
});

test('while nobody knows which groups are mine, none is', () => {
  expect(matches(tier2, 'mine:group', null)).toBe(false);
  expect(matches(maya, 'mine:me', null)).toBe(true);
});

test.each(['assignee:"SOC Tier 2"', 'assignee:soc-tier2@contoso.com', 'assignee:tier'])(
  'a group is asked for as %s',
  (text) => {
    expect(matches(tier2, text)).toBe(true);
    expect(matches(maya, text)).toBe(false);
  },
);

test('what rows can be grouped by can be in the address', () => {
  const { fields } = incidentNoun({ now, me: null, since: null });
  const groupable = fields.flatMap(({ id, groupable: can }) => (can === true ? [id] : []));
  expect(groupable.toSorted()).toEqual([...incidentGroupFields].toSorted());
});
