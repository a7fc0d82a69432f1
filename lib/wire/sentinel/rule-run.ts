/** A run of a scheduled rule that somebody asked for. Preview versions only. */
import { z } from 'zod';
import { dateTime, optionalDictionary } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** In the order of the specification; open, as it says. */
export const sentinelRuleRunStates = ['Accepted', 'InProgress', 'Succeeded', 'Failed', 'Canceled'] as const;
export type SentinelRuleRunState = (typeof sentinelRuleRunStates)[number];

/** The body of POST alertRules/{rule}/triggerRuleRun; 202 and the run's address in `Location`. */
export const sentinelRuleRunRequest = openObject({ properties: openObject({ executionTimeUtc: dateTime }) });

/** GET triggeredAnalyticsRuleRuns/{run}. https://learn.microsoft.com/azure/sentinel/create-analytics-rules */
export const sentinelRuleRun = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    executionTimeUtc: dateTime,
    ruleId: z.string(),
    triggeredAnalyticsRuleRunId: z.string(),
    /** One of `sentinelRuleRunStates`, so far. */
    provisioningState: z.string(),
    ruleRunAdditionalData: optionalDictionary,
  }),
});
export type SentinelRuleRun = z.infer<typeof sentinelRuleRun>;

/** A page of `getTriggeredAnalyticsRuleRuns_List`. */
export const sentinelRuleRunList = armList(sentinelRuleRun);
