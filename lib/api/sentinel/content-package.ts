/** The solutions that are installed from the content hub. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import {
  type SentinelContentPackage,
  sentinelContentPackage,
  sentinelContentPackageList,
} from '@/lib/wire/sentinel/content-package';

/** https://learn.microsoft.com/rest/api/securityinsights/content-packages */
export type SentinelContentPackages = Pick<ArmCollection<SentinelContentPackage, never>, 'list' | 'get'>;

/** Read-only: the console installs nothing. */
export const sentinelContentPackages = (call: Call, workspace: WorkspaceAddress): SentinelContentPackages => {
  const { list, get } = armCollection<SentinelContentPackage, never>(call, {
    path: securityInsightsPath(workspace, 'contentPackages'),
    one: sentinelContentPackage,
    list: sentinelContentPackageList,
  });
  return { list, get };
};
