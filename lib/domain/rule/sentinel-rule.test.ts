/** The rule on its way from Sentinel and back: what is shown, and that nothing else of it is lost. */
import { describe, expect, test } from 'vitest';
import { changedFields } from '@/lib/domain/rule/changed-fields';
import { ruleFromSentinel } from '@/lib/domain/rule/from-sentinel';
import { draftOf, newDraft, ruleStatus } from '@/lib/domain/rule/rule';
import { ruleToSentinel, switchedRule } from '@/lib/domain/rule/to-sentinel';
import type { SentinelAlertRule } from '@/lib/wire/sentinel/alert-rule';

const scheduled: Extract<SentinelAlertRule, { kind: 'Scheduled' }> = {
  id: '/alertRules/r1',
  name: 'r1',
  type: 'Microsoft.SecurityInsights/alertRules',
  etag: '"1"',
  kind: 'Scheduled',
  properties: {
    displayName: 'Odd sign-ins',
    description: 'From afar.',
    enabled: true,
    lastModifiedUtc: '2025-01-15T10:05:00.1234567Z',
    alertRuleTemplateName: 't1',
    templateVersion: '1.0.2',
    severity: 'High',
    query: 'SigninLogs',
    queryFrequency: 'PT1H',
    queryPeriod: 'PT2H',
    triggerOperator: 'GreaterThan',
    triggerThreshold: 3,
    tactics: ['InitialAccess'],
    techniques: ['T1078'],
    subTechniques: ['T1078.004'],
    suppressionEnabled: true,
    suppressionDuration: 'PT6H',
    eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    customDetails: { App: 'AppDisplayName' },
    alertDetailsOverride: { alertDisplayNameFormat: '{{UserPrincipalName}} from afar' },
    entityMappings: [
      { entityType: 'Account', fieldMappings: [{ identifier: 'FullName', columnName: 'UserPrincipalName' }] },
    ],
    incidentConfiguration: {
      createIncident: true,
      groupingConfiguration: {
        enabled: true,
        reopenClosedIncident: true,
        lookbackDuration: 'P1D',
        matchingMethod: 'Selected',
        groupByEntities: ['Account'],
        groupByAlertDetails: ['DisplayName'],
        groupByCustomDetails: ['App'],
      },
    },
  },
};

function drafted() {
  const draft = draftOf(ruleFromSentinel(scheduled));
  if (draft === null) throw new Error('a scheduled rule can be drafted');
  return draft;
}

test('what an analyst sees of a scheduled rule', () => {
  expect(ruleFromSentinel(scheduled)).toMatchObject({
    id: 'r1',
    kind: 'scheduled',
    severity: 'high',
    version: '"1"',
    updatedAt: '2025-01-15T10:05:00.123Z',
    logic: {
      schedule: { frequency: 'PT1H', period: 'PT2H', operator: 'greaterThan', threshold: 3 },
      perResult: true,
      mappings: [{ entity: 'Account', fields: [{ identifier: 'FullName', column: 'UserPrincipalName' }] }],
      grouping: {
        choice: 'selected',
        lookback: 'P1D',
        reopen: true,
        entities: ['Account'],
        alertDetails: ['title'],
        customDetails: ['App'],
      },
    },
  });
});

test('sent back unchanged it is the same rule, with what the console does not show', () => {
  const { kind, properties, etag } = ruleToSentinel(drafted(), scheduled);
  expect({ kind, etag, properties }).toEqual({ kind: 'Scheduled', etag: '"1"', properties: scheduled.properties });
});

test.each([
  ['alert', { enabled: false, matchingMethod: 'AllEntities', groupByEntities: [] }],
  ['allEntities', { enabled: true, matchingMethod: 'AllEntities', groupByEntities: [] }],
  ['allAlerts', { enabled: true, matchingMethod: 'AnyAlert', groupByEntities: [] }],
  ['selected', { enabled: true, matchingMethod: 'Selected', groupByEntities: ['Account'] }],
] as const)('grouping %s', (choice, expected) => {
  const draft = drafted();
  const chosen = { ...draft, logic: { ...draft.logic, grouping: { ...draft.logic.grouping, choice } } };
  expect(ruleToSentinel(chosen, scheduled)).toMatchObject({
    properties: { incidentConfiguration: { groupingConfiguration: expected } },
  });
});

test('a new rule has no stamp, and a near-real-time one no schedule', () => {
  expect(ruleToSentinel(newDraft, null)).not.toHaveProperty('etag');
  const nrt = ruleToSentinel({ ...newDraft, logic: { ...newDraft.logic, schedule: null } }, null);
  expect(nrt.kind).toBe('NRT');
  expect(nrt.properties).not.toHaveProperty('queryFrequency');
});

describe('other kinds', () => {
  const fusion: SentinelAlertRule = {
    ...scheduled,
    kind: 'Fusion',
    properties: {
      alertRuleTemplateName: 'f',
      displayName: 'Multistage',
      enabled: false,
      severity: 'High',
      tactics: [],
    },
  };

  test('have no query, and can be switched', () => {
    const rule = ruleFromSentinel(fusion);
    expect([rule.kind, rule.logic, draftOf(rule), rule.severity]).toEqual(['fusion', null, null, 'high']);
    expect(switchedRule(fusion, true)).toMatchObject({ kind: 'Fusion', etag: '"1"', properties: { enabled: true } });
  });

  test.each([
    [true, 'Odd sign-ins', 'on'],
    [false, 'Odd sign-ins', 'off'],
    [false, 'AUTO DISABLED Odd sign-ins', 'autoDisabled'],
  ] as const)('enabled %s “%s” is %s', (enabled, title, expected) => {
    expect(ruleStatus({ enabled, title })).toBe(expected);
  });
});

test('what somebody else changed meanwhile, in words', () => {
  const mine = drafted();
  const theirs = {
    ...mine,
    severity: 'low' as const,
    logic: { ...mine.logic, grouping: { ...mine.logic.grouping, choice: 'alert' as const } },
  };
  expect(changedFields(mine, theirs)).toEqual([
    { name: 'Severity', before: 'High', after: 'Low' },
    {
      name: 'Incidents',
      before: 'Selected match: Account, title, App, within 1 day, reopens',
      after: 'One per alert',
    },
  ]);
});
