/** Running a scheduled rule now, over a time of the caller's choosing. Preview. */

import { z } from 'zod';
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsPreviewVersion } from '@/lib/wire/sentinel/arm';
import { type SentinelRuleRun, sentinelRuleRun, sentinelRuleRunList } from '@/lib/wire/sentinel/rule-run';

/** Runs by name; the names of runs come from `trigger` and from `list`. */
export type SentinelRuleRuns = Pick<ArmCollection<SentinelRuleRun, never>, 'list' | 'get'> & {
  /** As if it were `executionTimeUtc` (ISO 8601 UTC). Answers the name of the run, to ask `get` for. */
  trigger(ruleName: string, executionTimeUtc: string, signal?: AbortSignal): Promise<string>;
};

/** The last part of `Location`, which may be a whole URL or only a path. */
const runNameOf = (headers: Headers): string => (headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? '';

/** The preview version, the only one that knows runs. */
export function sentinelRuleRuns(call: Call, workspace: WorkspaceAddress): SentinelRuleRuns {
  const query = { 'api-version': securityInsightsPreviewVersion };
  const { list, get } = armCollection<SentinelRuleRun, never>(call, {
    path: securityInsightsPath(workspace, 'triggeredAnalyticsRuleRuns'),
    one: sentinelRuleRun,
    list: sentinelRuleRunList,
    apiVersion: securityInsightsPreviewVersion,
  });
  return {
    list,
    get,
    trigger: (ruleName, executionTimeUtc, signal) =>
      call({
        method: 'POST',
        path: `${securityInsightsPath(workspace, 'alertRules')}/${segment(ruleName)}/triggerRuleRun`,
        query,
        body: { properties: { executionTimeUtc } },
        signal,
        reply: z.string(),
        fromHeaders: runNameOf,
      }),
  };
}
