/** Whether Sentinel is on in the workspace: it is when there is a state called `default`. */
import { z } from 'zod';
import { optionalBoolean } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armResource } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/sentinel-onboarding-states */
export const sentinelOnboardingState = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({ customerManagedKey: optionalBoolean }),
});
/** The body of PUT onboardingStates/default: Sentinel is on from then on. */
export const sentinelOnboardingStateRequest = openObject({
  etag: armEtag,
  properties: z.object({ customerManagedKey: optionalBoolean }).nullish(),
});

export type SentinelOnboardingState = z.infer<typeof sentinelOnboardingState>;

/** All of them at once: this list has no pages. */
export const sentinelOnboardingStateList = openObject({ value: z.array(sentinelOnboardingState) });
