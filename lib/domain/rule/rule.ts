/** An analytics rule as an analyst sees it. Durations are ISO 8601 (`PT5H`), times ISO 8601 UTC. */
import type { Severity } from '@/lib/domain/incident/incident';
import type { RuleEntity } from '@/lib/domain/rule/rule-entity';

/** `other`: threat-intelligence and machine-learning rules, and kinds to come. */
export const ruleKinds = ['scheduled', 'nrt', 'fusion', 'incidentCreation', 'other'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What a rule can give its alerts. */
export type RuleSeverity = Exclude<Severity, 'unknown'>;

/** The gravest first. */
export const ruleSeverities = ['high', 'medium', 'low', 'informational'] as const satisfies readonly RuleSeverity[];

/** How the number of rows is compared with the threshold; Sentinel's `TriggerOperator`. */
export const triggerOperators = ['greaterThan', 'lessThan', 'equal', 'notEqual'] as const;
export type TriggerOperator = (typeof triggerOperators)[number];

/** When a scheduled rule runs, how far back it looks, and how many rows raise an alert. */
export type RuleSchedule = { frequency: string; period: string; operator: TriggerOperator; threshold: number };

/** One entity of an alert: which of its identifiers is in which column of the query. */
export type EntityMapping = { entity: RuleEntity; fields: readonly { identifier: string; column: string }[] };

/** How alerts of the rule share incidents: `alert` is one incident per alert. See `grouping-choice.ts`. */
export const groupingChoices = ['alert', 'allEntities', 'allAlerts', 'selected'] as const;
export type GroupingChoice = (typeof groupingChoices)[number];

/** What `selected` can match besides entities and custom details; Sentinel's `AlertDetail`. */
export const alertDetails = ['title', 'severity'] as const;
export type AlertDetail = (typeof alertDetails)[number];

/** How alerts of the rule share incidents. */
export type RuleGrouping = {
  choice: GroupingChoice;
  /** How long after an incident was made further alerts may join it. */
  lookback: string;
  /** Whether an alert opens a closed incident that it matches. */
  reopen: boolean;
  /** The last three count only when the choice is `selected`. */
  entities: readonly RuleEntity[];
  alertDetails: readonly AlertDetail[];
  /** Names of custom details. */
  customDetails: readonly string[];
};

/** What a rule with a query asks, and what becomes of the rows that it finds. */
export type RuleLogic = {
  query: string;
  /** Null for a near-real-time rule: it runs once a minute and any row raises an alert. */
  schedule: RuleSchedule | null;
  /** An alert for each row instead of one for all of them. */
  perResult: boolean;
  /** No runs for so long after one that raised an alert. */
  suppression: { enabled: boolean; duration: string };
  mappings: readonly EntityMapping[];
  createsIncidents: boolean;
  grouping: RuleGrouping;
  /** What alerts are called, with `{{Column}}` for values; null: as the rule. */
  titleFormat: string | null;
  severityColumn: string | null;
  /** Name of a detail → column. */
  customDetails: Readonly<Record<string, string>>;
};

/** What can be said about a rule that has a query. */
export type RuleDraft = {
  title: string;
  description: string;
  severity: RuleSeverity;
  enabled: boolean;
  /** Microsoft's names: `CredentialAccess`. */
  tactics: readonly string[];
  /** `T1078`. */
  techniques: readonly string[];
  logic: RuleLogic;
};

export type Rule = Omit<RuleDraft, 'severity' | 'logic'> & {
  /** The name of the resource, a GUID mostly. */
  id: string;
  kind: RuleKind;
  /** As Microsoft writes it, also of kinds that we know nothing of. */
  kindName: string;
  /** Null for kinds that take it over from the alerts. */
  severity: RuleSeverity | null;
  /** Null for kinds without a query. */
  logic: RuleLogic | null;
  updatedAt: string | null;
  /** Sentinel's stamp of this state of the rule: a change that was made over another one is refused. */
  version: string | null;
};

/** `autoDisabled` is Sentinel's doing, after a rule failed too often. */
export const ruleStatuses = ['on', 'off', 'autoDisabled'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** Microsoft puts these words before the name of a rule that it gave up on. */
const givenUp = /^AUTO DISABLED/u;

/** Sentinel has no field for having given up: the title says so. */
export function ruleStatus({ enabled, title }: Pick<Rule, 'enabled' | 'title'>): RuleStatus {
  if (enabled) return 'on';
  return givenUp.test(title) ? 'autoDisabled' : 'off';
}

/** Null for kinds without a query, which this console can only switch on and off. */
export function draftOf({ title, description, severity, enabled, tactics, techniques, logic }: Rule): RuleDraft | null {
  return logic === null
    ? null
    : { title, description, severity: severity ?? 'medium', enabled, tactics, techniques, logic };
}

/** As Sentinel's own wizard begins. https://learn.microsoft.com/azure/sentinel/create-analytics-rules */
export const newDraft: RuleDraft = {
  title: '',
  description: '',
  severity: 'medium',
  enabled: true,
  tactics: [],
  techniques: [],
  logic: {
    query: '',
    schedule: { frequency: 'PT5H', period: 'PT5H', operator: 'greaterThan', threshold: 0 },
    perResult: false,
    suppression: { enabled: false, duration: 'PT5H' },
    mappings: [],
    createsIncidents: true,
    grouping: {
      choice: 'alert',
      lookback: 'PT5H',
      reopen: false,
      entities: [],
      alertDetails: [],
      customDetails: [],
    },
    titleFormat: null,
    severityColumn: null,
    customDetails: {},
  },
};
