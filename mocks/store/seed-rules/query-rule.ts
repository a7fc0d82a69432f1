/** The usual settings of a rule with a query, so that a seeded rule says only what is its own. */
import type { SentinelNrtRuleProperties, SentinelScheduledRuleProperties } from '@/lib/wire/sentinel/alert-rule';
import type {
  SentinelEntityMapping,
  SentinelGroupingConfiguration,
  SentinelMappedEntity,
} from '@/lib/wire/sentinel/alert-rule-parts';
import type { AlertRuleBody } from '@/mocks/store/records/alert-rule-record';

export type RuleSeed = {
  readonly name: string;
  readonly body: AlertRuleBody;
  /** The content hub's template it was made from. */
  readonly template?: {
    readonly id: string;
    readonly connectors: readonly { connectorId: string; dataTypes: string[] }[];
  };
  /** Why its last runs failed, for a rule that Sentinel has given up on. */
  readonly failing?: string;
};

type Common = Pick<
  SentinelNrtRuleProperties,
  'displayName' | 'description' | 'severity' | 'query' | 'tactics' | 'techniques'
> &
  Partial<SentinelNrtRuleProperties>;
type Timing = Pick<SentinelScheduledRuleProperties, 'queryFrequency' | 'queryPeriod'> &
  Partial<Pick<SentinelScheduledRuleProperties, 'triggerThreshold' | 'triggerOperator'>>;

const quiet = { enabled: true, suppressionEnabled: false, suppressionDuration: 'PT5H', templateVersion: null } as const;

export const grouped = (
  matchingMethod: SentinelGroupingConfiguration['matchingMethod'],
  lookbackDuration: string,
  groupByEntities: SentinelMappedEntity[] = [],
): Pick<SentinelNrtRuleProperties, 'incidentConfiguration'> => ({
  incidentConfiguration: {
    createIncident: true,
    groupingConfiguration: {
      enabled: true,
      reopenClosedIncident: false,
      lookbackDuration,
      matchingMethod,
      groupByEntities,
      groupByAlertDetails: [],
      groupByCustomDetails: [],
    },
  },
});

export const mapped = (
  entityType: SentinelMappedEntity,
  identifier: string,
  columnName: string,
): SentinelEntityMapping => ({ entityType, fieldMappings: [{ identifier, columnName }] });

export const scheduled = (rule: Common & Timing): AlertRuleBody => ({
  kind: 'Scheduled',
  properties: {
    ...quiet,
    alertRuleTemplateName: null,
    triggerOperator: 'GreaterThan',
    triggerThreshold: 0,
    eventGroupingSettings: { aggregationKind: 'SingleAlert' },
    ...grouped('AllEntities', 'PT5H'),
    ...rule,
  },
});

export const nearRealTime = (rule: Common): AlertRuleBody => ({
  kind: 'NRT',
  properties: {
    ...quiet,
    alertRuleTemplateName: null,
    eventGroupingSettings: { aggregationKind: 'SingleAlert' },
    ...grouped('AllEntities', 'PT5H'),
    ...rule,
  },
});
