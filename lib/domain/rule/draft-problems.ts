/**
 * What Sentinel would refuse about a rule, said before it is sent. Limits:
 * https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview,
 * https://learn.microsoft.com/azure/sentinel/sentinel-service-limits
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import { durationWords, spanWords } from '@/lib/domain/rule/duration';
import type { RuleDraft, RuleGrouping, RuleSchedule } from '@/lib/domain/rule/rule';
import { mostFields, mostMappings } from '@/lib/domain/rule/rule-entity';

/** The wizard's pages, in their order. */
export const ruleSteps = ['general', 'logic', 'entities', 'incidents', 'review'] as const;
export type RuleStep = (typeof ruleSteps)[number];

/** The inputs that a problem can stand beside. */
export type RuleField =
  | 'title'
  | 'query'
  | 'frequency'
  | 'period'
  | 'threshold'
  | 'suppression'
  | 'mappings'
  | 'lookback'
  | 'selected';

/** `says` is a sentence for people. */
export type DraftProblem = { step: RuleStep; field: RuleField; says: string };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Lengths in characters, the threshold in rows, the others in ms. */
export const ruleLimits = {
  titleLength: 256,
  queryLength: 10_000,
  threshold: 10_000,
  schedule: { leastMs: 5 * minuteMs, mostMs: 14 * dayMs },
  suppression: { leastMs: 5 * minuteMs, mostMs: dayMs },
  lookback: { leastMs: 5 * minuteMs, mostMs: 7 * dayMs },
} as const;

function lengthProblem(name: string, iso: string, { leastMs, mostMs }: { leastMs: number; mostMs: number }): string[] {
  const ms = isoDurationMs(iso);
  if (ms === null) return [`${name} is no duration.`];
  if (ms >= leastMs && ms <= mostMs) return [];
  return [`${name} has to be between ${spanWords(leastMs)} and ${spanWords(mostMs)}, not ${durationWords(iso)}.`];
}

function queryProblems(query: string): string[] {
  const text = query.trim();
  if (text === '') return ['A rule needs a query.'];
  return [
    ...(query.length > ruleLimits.queryLength
      ? [`The query has ${query.length} characters; Sentinel takes ${ruleLimits.queryLength}.`]
      : []),
    // Comments and texts may speak of it.
    ...(/(?:^|[\n|;])\s*(?:search|union)\s+\*/u.test(text)
      ? ['A rule’s query may not search or unite all tables (search *, union *).']
      : []),
  ];
}

function scheduleProblems({ frequency, period, threshold }: RuleSchedule): DraftProblem[] {
  const every = lengthProblem('The time between runs', frequency, ruleLimits.schedule);
  const back = lengthProblem('The time that each run looks back', period, ruleLimits.schedule);
  const [everyMs, periodMs] = [isoDurationMs(frequency) ?? 0, isoDurationMs(period) ?? 0];
  const whole = Number.isInteger(threshold) && threshold >= 0 && threshold <= ruleLimits.threshold;
  const gap = every.length + back.length === 0 && periodMs < everyMs;
  const busy = every.length + back.length === 0 && periodMs >= 2 * dayMs && everyMs < hourMs;
  return [
    ...every.map((says) => ({ step: 'logic', field: 'frequency', says }) as const),
    ...back.map((says) => ({ step: 'logic', field: 'period', says }) as const),
    ...(gap
      ? [
          {
            step: 'logic',
            field: 'period',
            says: 'Each run has to look back as far as the run before it, or events in between are never looked at.',
          } as const,
        ]
      : []),
    ...(busy
      ? [
          {
            step: 'logic',
            field: 'frequency',
            says: 'A rule that looks back two days or more runs at most once an hour.',
          } as const,
        ]
      : []),
    ...(whole
      ? []
      : [
          {
            step: 'logic',
            field: 'threshold',
            says: `The number of rows has to be whole, from 0 to ${ruleLimits.threshold}.`,
          } as const,
        ]),
  ];
}

function mappingProblems({ logic: { mappings } }: RuleDraft): string[] {
  const columns = mappings.some(({ fields }) => fields.some(({ column }) => column.trim() === ''));
  const fields = mappings.find(({ fields: own }) => own.length === 0 || own.length > mostFields);
  return [
    ...(mappings.length > mostMappings ? [`A rule maps at most ${mostMappings} entities.`] : []),
    ...(columns ? ['Choose a column for each identifier, or remove it.'] : []),
    ...(fields === undefined ? [] : [`${fields.entity} needs one to ${mostFields} identifiers.`]),
  ];
}

function groupingProblems(grouping: RuleGrouping): DraftProblem[] {
  if (grouping.choice === 'alert') return [];
  const chosen = grouping.entities.length + grouping.alertDetails.length + grouping.customDetails.length;
  return [
    ...lengthProblem('The time in which alerts may join', grouping.lookback, ruleLimits.lookback).map(
      (says) => ({ step: 'incidents', field: 'lookback', says }) as const,
    ),
    ...(grouping.choice === 'selected' && chosen === 0
      ? [
          {
            step: 'incidents',
            field: 'selected',
            says: 'Choose at least one entity or detail that has to match.',
          } as const,
        ]
      : []),
  ];
}

/** In the order of the steps; none when the rule can be sent. Whether the query runs is for Log Analytics to say. */
export function draftProblems(draft: RuleDraft): DraftProblem[] {
  const { title, logic } = draft;
  return [
    ...(title.trim() === '' ? [{ step: 'general', field: 'title', says: 'A rule needs a name.' } as const] : []),
    ...(title.length > ruleLimits.titleLength
      ? [
          {
            step: 'general',
            field: 'title',
            says: `The name has ${title.length} characters; Sentinel takes ${ruleLimits.titleLength}.`,
          } as const,
        ]
      : []),
    ...queryProblems(logic.query).map((says) => ({ step: 'logic', field: 'query', says }) as const),
    ...(logic.schedule === null ? [] : scheduleProblems(logic.schedule)),
    ...(logic.suppression.enabled
      ? lengthProblem('The pause after an alert', logic.suppression.duration, ruleLimits.suppression).map(
          (says) => ({ step: 'logic', field: 'suppression', says }) as const,
        )
      : []),
    ...mappingProblems(draft).map((says) => ({ step: 'entities', field: 'mappings', says }) as const),
    ...(logic.createsIncidents ? groupingProblems(logic.grouping) : []),
  ];
}
