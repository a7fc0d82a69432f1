import { describe, expect, it } from 'vitest';
import type { IncidentChanges, Tag } from '@/lib/domain/incident/incident';
import { editTags, overtakenFields } from '@/lib/domain/incident/overtaken';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

const now = plainIncident({
  status: 'inProgress',
  severity: 'high',
  verdict: { classification: 'truePositive', determination: 'phishing', reason: 'SuspiciousActivity', comment: null },
  assignee: { name: 'sam@contoso.com', displayName: 'Sam', objectId: null },
});
const verdict = (determination: string | null, comment: string | null = null) => ({
  classification: 'truePositive' as const,
  determination,
  reason: null,
  comment,
});

describe('overtakenFields', () => {
  it.each<[string, IncidentChanges, IncidentChanges, string[]]>([
    ['nothing when the author saw what is', { status: 'inProgress' }, { status: 'resolved' }, []],
    ['a status that moved on', { status: 'new' }, { status: 'resolved' }, ['status']],
    ['nothing when both wanted the same', { status: 'new' }, { status: 'inProgress' }, []],
    [
      'an assignee who came in between',
      { assignee: null },
      { assignee: { name: 'maya@contoso.com', displayName: null, objectId: null } },
      ['assignee'],
    ],
    [
      'a determination within the same classification',
      { verdict: verdict('malware') },
      { verdict: verdict('other') },
      ['verdict'],
    ],
    [
      'nothing for a reason that only Sentinel adds',
      { verdict: verdict('phishing') },
      { verdict: verdict('malware') },
      [],
    ],
    [
      'a note that somebody wrote meanwhile',
      { verdict: verdict('phishing', 'mine') },
      { verdict: verdict('phishing', 'new') },
      ['verdict'],
    ],
    ['never tags', { tags: [] }, { tags: [{ name: 'a', origin: 'analyst' }] }, []],
    ['only what is touched', { status: 'new', severity: 'high' }, { severity: 'low' }, []],
  ])('finds %s', (_, seen, changes, fields) => {
    expect(overtakenFields(now, seen, changes)).toEqual(fields);
  });
});

describe('editTags', () => {
  const tags = (...names: string[]): Tag[] => names.map((name) => ({ name, origin: 'analyst' }));
  it.each<[string, Tag[], Tag[], Tag[], string[]]>([
    ['keeps what somebody else added', tags('a', 'b'), tags('a'), tags('a', 'c'), ['a', 'b', 'c']],
    ['keeps away what somebody else removed', tags('b'), tags('a', 'b'), tags('a', 'b', 'c'), ['b', 'c']],
    ['removes what the author removed, in any case', tags('A', 'b'), tags('a'), tags(), ['b']],
    ['adds nothing twice', tags('VIP'), tags(), tags('vip'), ['VIP']],
    ['leaves system tags alone', [{ name: 'Top risk', origin: 'system' }], [], tags('x'), ['Top risk', 'x']],
  ])('%s', (_, here, saw, wants, names) => {
    expect(editTags(here, saw, wants).map(({ name }) => name)).toEqual(names);
  });
});
