/** What of Sentinel’s analytics is switched on: Anomalies, EntityAnalytics, EyesOn and Ueba, by these names. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { securityInsightsPreviewVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelSetting,
  type SentinelSettingRequest,
  sentinelSetting,
  sentinelSettingList,
} from '@/lib/wire/sentinel/setting';

/** https://learn.microsoft.com/rest/api/securityinsights/product-settings */
export type SentinelSettings = ArmCollection<SentinelSetting, SentinelSettingRequest>;

/** The preview version, the only one that knows settings. */
export const sentinelSettings = (call: Call, workspace: WorkspaceAddress): SentinelSettings =>
  armCollection(call, {
    path: securityInsightsPath(workspace, 'settings'),
    one: sentinelSetting,
    list: sentinelSettingList,
    apiVersion: securityInsightsPreviewVersion,
  });
