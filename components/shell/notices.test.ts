import { expect, test } from 'vitest';
import { newsBetween } from '@/components/shell/notices';
import type { FieldSync, Incident } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

const maya = { name: 'maya@contoso.com', displayName: 'Maya Chen', objectId: null };
const tier2 = { name: 'soc-tier2@contoso.com', displayName: 'SOC Tier 2', objectId: 't2', isGroup: true } as const;
const tier1 = { name: 'soc-tier1@contoso.com', displayName: 'SOC Tier 1', objectId: 't1', isGroup: true } as const;
const hunters = { name: 'hunters@contoso.com', displayName: 'Hunters', objectId: 'h', isGroup: true } as const;
/** All that Defender keeps of a group. */
const tier2InDefender = { name: 'SOC-Tier2@contoso.com', displayName: null, objectId: null };
const sam = { name: 'sam@contoso.com', displayName: 'Sam Okoye', objectId: null };

const incident = (change: Partial<Incident> = {}): Incident =>
  plainIncident({ title: 'Phishing', assignee: maya, ...change });
const sync = (state: FieldSync['state'], commandId: string | null): FieldSync => ({
  state,
  since: '2025-01-15T10:00:00Z',
  commandId,
  shownBy: [],
  reason: '403',
});

/** The texts about what became of one incident. */
function news(before: Incident | null, after: Incident): string[] {
  const look = { me: 'Maya@contoso.com', groups: [tier2, hunters], isOwn: (id: string) => id === 'mine' };
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
  [
    'others resolved my group’s',
    incident({ assignee: tier2InDefender }),
    incident({ assignee: tier2InDefender, status: 'resolved', alertCount: 2 }),
    ['your group SOC Tier 2’s: status resolved, 1 new alert'],
  ],
  [
    'my group was given one',
    incident({ assignee: sam }),
    incident({ assignee: tier2 }),
    ['assigned to your group SOC Tier 2'],
  ],
  ['a new one is my group’s', null, incident({ assignee: tier2 }), ['new, and assigned to your group SOC Tier 2']],
  [
    'a colleague took it from my group',
    incident({ assignee: tier2 }),
    incident({ assignee: sam }),
    ['your group SOC Tier 2’s: assigned to Sam Okoye'],
  ],
  [
    'from one of my groups to another',
    incident({ assignee: tier2 }),
    incident({ assignee: hunters }),
    ['your group SOC Tier 2’s: assigned to your group Hunters'],
  ],
  ['mine was given to my group', incident(), incident({ assignee: tier2 }), ['assigned to your group SOC Tier 2']],
  [
    'I took it from my group',
    incident({ assignee: tier2 }),
    incident({ sync: { assignee: sync('pending', 'mine') } }),
    [],
  ],
  ['another group’s is no news', incident({ assignee: tier1 }), incident({ assignee: tier1, status: 'resolved' }), []],
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
