import { describe, expect, test } from 'vitest';
import { draftProblems } from '@/lib/domain/rule/draft-problems';
import { durationParts, durationWords, isoDuration } from '@/lib/domain/rule/duration';
import { newDraft, type RuleDraft, type RuleGrouping, type RuleLogic, type RuleSchedule } from '@/lib/domain/rule/rule';

const right: RuleDraft = { ...newDraft, title: 'Odd sign-ins', logic: { ...newDraft.logic, query: 'SigninLogs' } };
const logic = (more: Partial<RuleLogic>): RuleDraft => ({ ...right, logic: { ...right.logic, ...more } });
const schedule = (more: Partial<RuleSchedule>): RuleDraft =>
  logic({ schedule: { frequency: 'PT1H', period: 'PT1H', operator: 'greaterThan', threshold: 0, ...more } });
const grouping = (more: Partial<RuleGrouping>): RuleDraft => logic({ grouping: { ...right.logic.grouping, ...more } });
const mapping = (column: string) => ({ entity: 'IP' as const, fields: [{ identifier: 'Address', column }] });

test.each<[string, RuleDraft, string[]]>([
  ['a whole rule', right, []],
  ['no name', { ...right, title: ' ' }, ['general title']],
  ['a name that is too long', { ...right, title: 'x'.repeat(257) }, ['general title']],
  ['no query', logic({ query: '\n' }), ['logic query']],
  ['a query that is too long', logic({ query: 'x'.repeat(10_001) }), ['logic query']],
  ['all tables', logic({ query: 'union * | take 1' }), ['logic query']],
  ['all tables behind a let', logic({ query: 'let a = 1;\nsearch * | take 1' }), ['logic query']],
  ['a union of some tables', logic({ query: 'union Signin* | take 1' }), []],
  ['too often', schedule({ frequency: 'PT4M' }), ['logic frequency']],
  ['too far back', schedule({ period: 'P15D' }), ['logic period']],
  ['no duration', schedule({ frequency: 'hourly' }), ['logic frequency']],
  ['gaps between runs', schedule({ frequency: 'PT2H' }), ['logic period']],
  ['two days back every half hour', schedule({ frequency: 'PT30M', period: 'P2D' }), ['logic frequency']],
  ['half a row', schedule({ threshold: 0.5 }), ['logic threshold']],
  ['a pause that is too long', logic({ suppression: { enabled: true, duration: 'P2D' } }), ['logic suppression']],
  ['a pause that is off', logic({ suppression: { enabled: false, duration: 'P2D' } }), []],
  ['an identifier without a column', logic({ mappings: [mapping('')] }), ['entities mappings']],
  [
    'eleven entities',
    logic({ mappings: Array.from({ length: 11 }, () => mapping('IPAddress')) }),
    ['entities mappings'],
  ],
  ['grouping for too long', grouping({ choice: 'allAlerts', lookback: 'P8D' }), ['incidents lookback']],
  ['nothing selected', grouping({ choice: 'selected' }), ['incidents selected']],
  ['a near-real-time rule', logic({ schedule: null }), []],
])('%s', (_name, draft, expected) => {
  expect(draftProblems(draft).map(({ step, field }) => `${step} ${field}`)).toEqual(expected);
});

test('grouping does not matter to a rule that makes no incidents', () => {
  const draft = grouping({ choice: 'selected' });
  expect(draftProblems({ ...draft, logic: { ...draft.logic, createsIncidents: false } })).toEqual([]);
});

describe('durations', () => {
  test.each([
    ['PT5M', 5, 'minutes', '5 minutes'],
    ['PT90M', 90, 'minutes', '1 hour 30 minutes'],
    ['PT5H', 5, 'hours', '5 hours'],
    ['PT24H', 1, 'days', '1 day'],
    ['P14D', 14, 'days', '14 days'],
  ] as const)('%s', (iso, count, unit, words) => {
    expect(durationParts(iso)).toEqual({ count, unit });
    expect(durationWords(iso)).toBe(words);
    expect(durationParts(isoDuration(count, unit))).toEqual({ count, unit });
  });

  test('what is none stays as it is', () => {
    expect(durationParts('soon')).toBeNull();
    expect(durationWords('soon')).toBe('soon');
  });
});
