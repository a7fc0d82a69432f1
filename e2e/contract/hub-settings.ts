/** Where the tests' hubs find their tenant, and how time goes for them. */
import { type Clock, systemClock } from '@/lib/base/clock';
import type { Environment } from '@/lib/upstream/environment';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const analyst = 'maya.chen@contoso.com';

/** An act by somebody who did not look first, and says nothing about why. */
export const unseen = { seen: null, overwrite: false, reason: null };

export function environmentAt(origin: string): Environment {
  const { tenantId, clientId, clientSecret, subscriptionId, resourceGroup, workspaceName, workspaceId } = tenantFacts;
  return {
    baseUrls: {
      login: `${origin}/login.microsoftonline.com`,
      graph: `${origin}/graph.microsoft.com`,
      arm: `${origin}/management.azure.com`,
      logAnalytics: `${origin}/api.loganalytics.azure.com`,
      defenderEndpoint: `${origin}/api.security.microsoft.com`,
    },
    credentials: { tenantId, clientId, clientSecret },
    workspace: { subscriptionId, resourceGroup, name: workspaceName, id: workspaceId },
    standIn: true,
  };
}

/** Real time for everything but pauses, which are over at once: back-off and jitter are not what these tests are about. */
export const hastyClock: Clock = {
  now: () => systemClock.now(),
  sleep: (_waitMs, signal) => (signal?.aborted ? Promise.reject(signal.reason) : systemClock.sleep(1, signal)),
};
