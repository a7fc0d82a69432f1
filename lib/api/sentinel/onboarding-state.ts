/** Whether Sentinel is on in the workspace. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import {
  type SentinelOnboardingState,
  sentinelOnboardingState,
  sentinelOnboardingStateList,
} from '@/lib/wire/sentinel/onboarding-state';

/** https://learn.microsoft.com/rest/api/securityinsights/sentinel-onboarding-states */
export type SentinelOnboardingStates = Pick<ArmCollection<SentinelOnboardingState, never>, 'list' | 'get'>;

/** Read-only. A workspace with Sentinel has one state, called `default`. */
export const sentinelOnboardingStates = (call: Call, workspace: WorkspaceAddress): SentinelOnboardingStates => {
  const { list, get } = armCollection<SentinelOnboardingState, never>(call, {
    path: securityInsightsPath(workspace, 'onboardingStates'),
    one: sentinelOnboardingState,
    list: sentinelOnboardingStateList,
  });
  return { list, get };
};
