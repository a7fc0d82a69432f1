/** Data connectors, with those that only preview versions show. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { securityInsightsPreviewVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelDataConnector,
  type SentinelDataConnectorRequest,
  sentinelDataConnector,
  sentinelDataConnectorList,
} from '@/lib/wire/sentinel/data-connector';

/** https://learn.microsoft.com/rest/api/securityinsights/data-connectors */
export type SentinelDataConnectors = ArmCollection<SentinelDataConnector, SentinelDataConnectorRequest>;

/** The preview version, because the stable one hides the connector of Defender XDR. */
export const sentinelDataConnectors = (call: Call, workspace: WorkspaceAddress): SentinelDataConnectors =>
  armCollection(call, {
    path: securityInsightsPath(workspace, 'dataConnectors'),
    one: sentinelDataConnector,
    list: sentinelDataConnectorList,
    apiVersion: securityInsightsPreviewVersion,
  });
