/** Rules in words: what kind they are, whether they run, how often, and how their alerts become incidents. */
import { durationWords } from '@/lib/domain/rule/duration';
import { groupingWords } from '@/lib/domain/rule/grouping-choice';
import type { Rule, RuleKind, RuleStatus } from '@/lib/domain/rule/rule';

export const ruleKindWords: Readonly<Record<RuleKind, string>> = {
  scheduled: 'Scheduled',
  nrt: 'Near real time',
  fusion: 'Fusion',
  incidentCreation: 'Incident creation',
  other: 'Other',
};

export const ruleStatusWords: Readonly<Record<RuleStatus, string>> = {
  on: 'On',
  off: 'Off',
  autoDisabled: 'Auto disabled',
};

/** `5 hours`; null for kinds that do not run on a schedule. */
export function everyWords({ kind, logic }: Rule): string | null {
  if (kind === 'nrt') return '1 minute';
  return logic?.schedule == null ? null : durationWords(logic.schedule.frequency);
}

/** What a row of the list can be grouped and filtered by; null for kinds without a query. */
export const groupingKinds = ['alert', 'allEntities', 'allAlerts', 'selected', 'none'] as const;
export type GroupingKind = (typeof groupingKinds)[number];

export function groupingKind({ logic }: Rule): GroupingKind | null {
  if (logic === null) return null;
  return logic.createsIncidents ? logic.grouping.choice : 'none';
}

export const groupingKindWords: Readonly<Record<GroupingKind, string>> = {
  alert: groupingWords.alert.short,
  allEntities: groupingWords.allEntities.short,
  allAlerts: groupingWords.allAlerts.short,
  selected: groupingWords.selected.short,
  none: 'No incidents',
};

/** Each once, in the order of the mappings. */
export const mappedEntities = ({ logic }: Pick<Rule, 'logic'>): string[] => [
  ...new Set(logic?.mappings.map(({ entity }) => entity)),
];
