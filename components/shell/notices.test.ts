import { expect, test } from 'vitest';
import { newsBetween } from '@/components/shell/notices';
import type { FieldSync, Incident } from '@/lib/domain/incident/incident';

const maya = { name: 'maya@contoso.com', displayName: 'Maya Chen', objectId: null };
const sam = { name: 'sam@contoso.com', displayName: 'Sam Okoye', objectId: null };

function incident(change: Partial<Incident> = {}): Incident {
  return {
    key: '1',
    title: 'Phishing',
    description: null,
    status: 'new',
    severity: 'medium',
    verdict: null,
    assignee: maya,
    tags: [],
    defender: null,
    sentinel: null,
    products: [],
    alertCount: 1,
    tactics: [],
    priorityScore: null,
    createdAt: '2025-01-15T09:00:00Z',
    updatedAt: '2025-01-15T10:00:00Z',
    firstActivityAt: null,
    lastActivityAt: null,
    redirectedTo: null,
    sync: {},
    ...change,
  };
}
const sync = (state: FieldSync['state'], commandId: string | null): FieldSync => ({
  state,
  since: '2025-01-15T10:00:00Z',
  commandId,
  shownBy: [],
  reason: '403',
});

/** The texts about what became of one incident. */
function news(before: Incident | null, after: Incident): string[] {
  const look = { me: 'Maya@contoso.com', isOwn: (id: string) => id === 'mine' };
  return newsBetween({
    ...look,
    before: new Map(before === null ? [] : [[before.key, before]]),
    after: [after],
  }).map(({ text }) => text);
}

test.each<[string, Incident | null, Incident, string[]]>([
  ['others resolved mine', incident(), incident({ status: 'resolved' }), ['status resolved']],
  ['I resolved mine', incident(), incident({ status: 'resolved', sync: { status: sync('pending', 'mine') } }), []],
  [
    'I took back what was not sent yet',
    incident({ status: 'resolved', sync: { status: sync('pending', 'mine') } }),
    incident(),
    [],
  ],
  ['a colleague took mine', incident(), incident({ assignee: sam }), ['assigned to Sam Okoye']],
  ['I was given one', incident({ assignee: sam }), incident(), ['assigned to you']],
  ['a new one is mine', null, incident(), ['new, and assigned to you']],
  ['others’ incidents are no news', incident({ assignee: sam }), incident({ assignee: sam, status: 'resolved' }), []],
  ['alerts joined', incident(), incident({ alertCount: 4, severity: 'high' }), ['severity high, 3 new alerts']],
  ['merged away', incident(), incident({ status: 'redirected', redirectedTo: '9' }), ['merged into #9']],
  [
    'my act was refused, though the incident is nobody’s',
    incident({ assignee: null }),
    incident({ assignee: null, sync: { status: sync('refused', 'mine') } }),
    ['status refused: 403'],
  ],
  [
    'the systems part',
    incident(),
    incident({ sync: { severity: sync('drifted', null) } }),
    ['the systems disagree about its severity'],
  ],
])('%s', (_, before, after, texts) => {
  expect(news(before, after)).toEqual(texts);
});

test('what is the same object is passed over', () => {
  const same = incident();
  expect(news(same, same)).toEqual([]);
});
