import { describe, expect, it } from 'vitest';
import type { DefenderFace, SentinelFace } from '@/lib/domain/incident/face';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { disagreements, incidentKey, mergeFaces } from '@/lib/domain/incident/merge';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelIncident, SentinelIncidentProperties } from '@/lib/wire/sentinel/incident';

const graph: GraphIncident = {
  id: '12345',
  displayName: 'Multi-stage attack',
  createdDateTime: '2025-01-15T08:40:00.1234567Z',
  lastUpdateDateTime: '2025-01-15T10:00:00Z',
  incidentWebUrl: 'https://security.microsoft.com/incidents/12345',
  severity: 'high',
  status: 'active',
  customTags: ['VIP'],
  systemTags: ['Top risk'],
};

function sentinel(properties: Partial<SentinelIncidentProperties> = {}): SentinelIncident {
  return {
    id: '/subscriptions/x/incidents/0a0a0a0a-0000-4000-8000-000000000001',
    name: '0a0a0a0a-0000-4000-8000-000000000001',
    type: 'Microsoft.SecurityInsights/incidents',
    etag: '"1"',
    properties: {
      title: 'Multi-stage attack',
      severity: 'High',
      status: 'New',
      incidentNumber: 77,
      createdTimeUtc: '2025-01-15T08:43:00Z',
      lastModifiedTimeUtc: '2025-01-15T09:00:00Z',
      providerName: 'Microsoft XDR',
      providerIncidentId: '12345',
      labels: [{ labelName: 'vip', labelType: 'User' }],
      ...properties,
    },
  };
}

const defenderFace: DefenderFace = fromGraph(graph);
const face = (properties: Partial<SentinelIncidentProperties> = {}): SentinelFace => fromSentinel(sentinel(properties));

describe('pairing', () => {
  it("pairing trap: Sentinel's own incident 12345 is not Defender's incident 12345", () => {
    const own = face({ providerName: 'Azure Sentinel', providerIncidentId: '12345', incidentNumber: 12_345 });
    expect(own.twin).toBeNull();
    expect(incidentKey({ defender: null, sentinel: own })).toBe(own.copy.name);
  });

  it('finds the twin by provider and id, whatever the case of the provider', () => {
    expect(face().twin).toBe('12345');
    expect(face({ providerName: 'MICROSOFT XDR' }).twin).toBe('12345');
    expect(incidentKey({ defender: null, sentinel: face() })).toBe('12345');
  });

  it.each([null, undefined, ''])('is not paired without a provider id (%j)', (providerIncidentId) => {
    expect(face({ providerIncidentId }).twin).toBeNull();
  });
});

describe('merging', () => {
  it('keeps both copies, the earlier creation and the later change', () => {
    const merged = mergeFaces({ defender: defenderFace, sentinel: face() }, null);
    expect(merged).toMatchObject({
      key: '12345',
      createdAt: '2025-01-15T08:40:00.123Z',
      updatedAt: '2025-01-15T10:00:00.000Z',
    });
    expect([merged.defender?.id, merged.sentinel?.number]).toEqual(['12345', 77]);
    expect(merged.tags).toEqual([
      { name: 'VIP', origin: 'analyst' },
      { name: 'Top risk', origin: 'system' },
    ]);
  });

  it.each<[string, Partial<SentinelIncidentProperties>, Partial<GraphIncident>]>([
    ['awaiting action is active', { status: 'Active' }, { status: 'awaitingAction' }],
    ['redirected is closed', { status: 'Closed' }, { status: 'redirected', redirectIncidentId: '1' }],
    ['an unknown severity has no Sentinel word', { severity: 'Low' }, { severity: 'unknown' }],
    [
      'the determination never reaches Sentinel',
      { classification: 'TruePositive', classificationReason: 'SuspiciousActivity' },
      { classification: 'truePositive', determination: 'phishing' },
    ],
    ['nothing said is undetermined', { classification: 'Undetermined' }, { classification: 'unknown' }],
    [
      'a UPN is the person with that UPN',
      { owner: { objectId: 'o', assignedTo: 'Maya Chen', userPrincipalName: 'MAYA.chen@contoso.com' } },
      { assignedTo: 'maya.chen@contoso.com' },
    ],
    [
      'a display name is the person with that name',
      { owner: { objectId: 'o', assignedTo: 'Maya Chen', userPrincipalName: 'maya.chen@contoso.com' } },
      { assignedTo: 'Maya Chen' },
    ],
  ])('sees no disagreement where one system cannot say it: %s', (_, ours, theirs) => {
    expect(disagreements({ defender: fromGraph({ ...graph, ...theirs }), sentinel: face(ours) })).toEqual([]);
  });

  it('finds each field on which the systems disagree', () => {
    const other = face({
      title: 'Renamed',
      status: 'Closed',
      severity: 'Low',
      classification: 'FalsePositive',
      labels: [],
      owner: { userPrincipalName: 'someone@contoso.com' },
    });
    expect(disagreements({ defender: defenderFace, sentinel: other })).toEqual([
      'status',
      'severity',
      'assignee',
      'verdict',
      'tags',
      'title',
    ]);
  });

  it('shows the side that changed last where they disagree', () => {
    const older = face({ status: 'Closed', lastModifiedTimeUtc: '2025-01-15T09:00:00Z' });
    const newer = face({ status: 'Closed', lastModifiedTimeUtc: '2025-01-15T11:00:00Z' });
    expect(mergeFaces({ defender: defenderFace, sentinel: older }, null).status).toBe('new');
    expect(mergeFaces({ defender: defenderFace, sentinel: newer }, null).status).toBe('resolved');
  });

  it("counts Defender's alerts, because Sentinel stops at 150", () => {
    const summary = { count: 1_240, products: [], tactics: [], firstActivityAt: null, lastActivityAt: null };
    expect(
      mergeFaces({ defender: defenderFace, sentinel: face({ additionalData: { alertsCount: 150 } }) }, summary)
        .alertCount,
    ).toBe(1_240);
  });
});
