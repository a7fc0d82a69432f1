import { describe, expect, it } from 'vitest';
import type { Alert } from '@/lib/domain/alert/alert';
import { alertFromGraph } from '@/lib/domain/alert/from-graph';
import { mergeAlerts } from '@/lib/domain/alert/merge';
import { entityFromEvidence } from '@/lib/domain/entity/from-graph-evidence';
import { entityFromSentinel } from '@/lib/domain/entity/from-sentinel';
import { mergeEntities } from '@/lib/domain/entity/merge';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';

const base = {
  createdDateTime: '2025-01-15T08:47:00Z',
  remediationStatus: 'active' as const,
  verdict: 'suspicious' as const,
  roles: ['compromised' as const],
};
const arm = { id: '/x', name: 'n', type: 'Microsoft.SecurityInsights/Entities' };
const user: GraphEvidence = {
  '@odata.type': '#microsoft.graph.security.userEvidence',
  ...base,
  userAccount: { userPrincipalName: 'Alex.Johnson@contoso.com', displayName: 'Alex Johnson' },
};

describe('the same thing is the same entity in both systems', () => {
  it.each<[string, GraphEvidence, SentinelEntity]>([
    [
      'a user',
      user,
      { ...arm, kind: 'Account', properties: { accountName: 'alex.johnson', upnSuffix: 'contoso.com' } },
    ],
    [
      'a device',
      { '@odata.type': '#microsoft.graph.security.deviceEvidence', ...base, deviceDnsName: 'WS-ALEX.contoso.com' },
      { ...arm, kind: 'Host', properties: { hostName: 'ws-alex', dnsDomain: 'contoso.com' } },
    ],
    [
      'an address',
      { '@odata.type': '#microsoft.graph.security.ipEvidence', ...base, ipAddress: '185.0.0.44' },
      { ...arm, kind: 'Ip', properties: { address: '185.0.0.44' } },
    ],
    [
      'an Azure resource',
      {
        '@odata.type': '#microsoft.graph.security.azureResourceEvidence',
        ...base,
        resourceId: '/subscriptions/s/vaults/KV-1',
        resourceName: 'kv-1',
      },
      { ...arm, kind: 'AzureResource', properties: { resourceId: '/SUBSCRIPTIONS/s/vaults/kv-1' } },
    ],
    [
      'a message',
      {
        '@odata.type': '#microsoft.graph.security.analyzedMessageEvidence',
        ...base,
        subject: 'Urgent',
        networkMessageId: 'N-1',
      },
      { ...arm, kind: 'MailMessage', properties: { subject: 'Urgent', networkMessageId: 'n-1' } },
    ],
    [
      'a file by its hash',
      {
        '@odata.type': '#microsoft.graph.security.fileEvidence',
        ...base,
        fileDetails: { fileName: 'a.exe', sha256: 'AB' },
      },
      { ...arm, kind: 'FileHash', properties: { algorithm: 'SHA256', hashValue: 'ab' } },
    ],
  ])('%s', (_, graph, sentinel) => {
    expect(entityFromEvidence(graph).id).toBe(entityFromSentinel(sentinel).id);
    expect(entityFromEvidence(graph).kind).toBe(entityFromSentinel(sentinel).kind);
  });
});

describe('evidence', () => {
  it('tells everything in Microsoft words, in order, without what belongs to the alert', () => {
    expect(entityFromEvidence(user)).toEqual({
      kind: 'user',
      id: 'user:alex.johnson@contoso.com',
      label: 'Alex.Johnson@contoso.com',
      facts: [
        { name: 'userAccount.userPrincipalName', value: 'Alex.Johnson@contoso.com' },
        { name: 'userAccount.displayName', value: 'Alex Johnson' },
      ],
    });
  });

  it('of a type without words of ours keeps its fields and its type', () => {
    const entity = entityFromEvidence({
      '@odata.type': '#microsoft.graph.security.kubernetesSecretEvidence',
      ...base,
      name: 'db-password',
      namespace: { name: 'prod' },
    });
    expect(entity).toMatchObject({ kind: 'other', label: 'db-password' });
    expect(entity.facts).toEqual([
      { name: 'type', value: 'kubernetesSecret' },
      { name: 'name', value: 'db-password' },
      { name: 'namespace.name', value: 'prod' },
    ]);
  });

  it('does not let endless lists or nesting run away', () => {
    const deep: Record<string, unknown> = {};
    deep.again = deep;
    const entity = entityFromEvidence({
      '@odata.type': '#microsoft.graph.security.gitHubUserEvidence',
      ...base,
      many: Array.from({ length: 1_000 }, (_, index) => index),
      deep,
    });
    expect(entity.facts.find(({ name }) => name === 'many')?.value).toMatch(/19 … \(1000 in all\)$/u);
    expect(entity.facts.length).toBeLessThan(10);
  });
});

const graphAlert = (id: string, providerAlertId: string, evidence: GraphEvidence[] = []): GraphAlert => ({
  id,
  providerAlertId,
  title: id,
  serviceSource: 'microsoftSentinel',
  severity: 'high',
  status: 'new',
  createdDateTime: '2025-01-15T08:47:00Z',
  evidence,
});
const provided = (alert: GraphAlert) => ({
  alert: alertFromGraph(alert),
  providerAlertId: alert.providerAlertId ?? null,
});
const other = (id: string): Alert => ({ ...alertFromGraph(graphAlert(id, '')), systems: ['sentinel'] });

describe('mergeAlerts', () => {
  const guid = '62bc488b-a899-45f4-989f-7a02cf2fe9fe';
  it.each([
    ["Sentinel's own alert by its GUID behind `sn`", `sn${guid}`, '', guid, null],
    ["a product's alert by the product's id", 'ad638_1', '638_1', 'fcefcaee-0000-4000-8000-000000000000', '638_1'],
  ])('pairs %s', (_, id, providerId, sentinelId, sentinelProviderId) => {
    const merged = mergeAlerts(
      [provided(graphAlert(id, providerId))],
      [{ alert: other(sentinelId), providerAlertId: sentinelProviderId }],
    );
    expect(merged.map((alert) => [alert.id, alert.systems])).toEqual([[id, ['defender', 'sentinel']]]);
  });
  it('keeps strangers apart', () => {
    const merged = mergeAlerts([provided(graphAlert('ad1', '1'))], [{ alert: other(guid), providerAlertId: null }]);
    expect(merged).toHaveLength(2);
  });
});

describe('mergeEntities', () => {
  it('has each entity once, with all its alerts and the worst verdict', () => {
    const alerts = [
      alertFromGraph(graphAlert('a1', '1', [user])),
      alertFromGraph(graphAlert('a2', '2', [{ ...user, verdict: 'malicious', roles: ['source'] }])),
    ];
    const sentinel = entityFromSentinel({
      ...arm,
      kind: 'Account',
      properties: { accountName: 'alex.johnson', upnSuffix: 'contoso.com', sid: 'S-1' },
    });
    const [entity, ...rest] = mergeEntities(alerts, [sentinel]);
    expect(rest).toEqual([]);
    expect(entity).toMatchObject({ alertIds: ['a1', 'a2'], roles: ['compromised', 'source'], verdict: 'malicious' });
    expect(entity?.facts.at(-1)).toEqual({ name: 'sid', value: 'S-1' });
  });

  it('keeps a verdict that is milder than none, and names an alert once that shows an entity twice', () => {
    const clean = { ...user, verdict: 'noThreatsFound' as const };
    expect(mergeEntities([alertFromGraph(graphAlert('a1', '1', [clean, clean]))], [])).toMatchObject([
      { alertIds: ['a1'], verdict: 'noThreatsFound' },
    ]);
  });
});
