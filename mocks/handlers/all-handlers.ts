/** Every request the tenant answers. */
import type { RequestHandler } from 'msw';
import { diagnosticSettingHandlers } from '@/mocks/handlers/azure-monitor/diagnostic-setting';
import { challengeHandlers } from '@/mocks/handlers/control/challenges';
import { clockHandlers } from '@/mocks/handlers/control/clock';
import { connectorHandlers } from '@/mocks/handlers/control/connectors';
import { faultHandlers } from '@/mocks/handlers/control/faults';
import { portalHandlers } from '@/mocks/handlers/control/portal';
import { syncHandlers } from '@/mocks/handlers/control/sync';
import { tenantHandlers } from '@/mocks/handlers/control/tenant';
import { endpointHandlers } from '@/mocks/handlers/defender-endpoint/endpoint-handlers';
import { tokenHandlers } from '@/mocks/handlers/entra/token';
import { batchHandlers } from '@/mocks/handlers/graph-batch/batch';
import { groupHandlers } from '@/mocks/handlers/graph-directory/group';
import { namedLocationHandlers } from '@/mocks/handlers/graph-directory/named-location';
import { organizationHandlers } from '@/mocks/handlers/graph-directory/organization';
import { riskyUserHandlers } from '@/mocks/handlers/graph-directory/risky-user';
import { userHandlers } from '@/mocks/handlers/graph-directory/user';
import { alertHandlers } from '@/mocks/handlers/graph-security/alert';
import { analyzedEmailHandlers } from '@/mocks/handlers/graph-security/analyzed-email';
import { graphCommentHandlers } from '@/mocks/handlers/graph-security/comment';
import { copilotHandlers } from '@/mocks/handlers/graph-security/copilot';
import { detectionRuleHandlers } from '@/mocks/handlers/graph-security/detection-rule';
import { huntingHandlers } from '@/mocks/handlers/graph-security/hunting';
import { huntingSchemaHandlers } from '@/mocks/handlers/graph-security/hunting-schema';
import { identityAccountHandlers } from '@/mocks/handlers/graph-security/identity-account';
import { incidentHandlers } from '@/mocks/handlers/graph-security/incident';
import { regroupHandlers } from '@/mocks/handlers/graph-security/regroup';
import { metadataHandlers } from '@/mocks/handlers/log-analytics/metadata';
import { queryHandlers } from '@/mocks/handlers/log-analytics/query';
import { logicAppsWorkflowHandlers } from '@/mocks/handlers/logic-apps/workflow';
import { logicAppsRunHandlers } from '@/mocks/handlers/logic-apps/workflow-run';
import { sentinelAlertHandlers } from '@/mocks/handlers/sentinel/alert';
import { sentinelCommentHandlers } from '@/mocks/handlers/sentinel/comment';
import { sentinelEntityHandlers } from '@/mocks/handlers/sentinel/entity';
import { sentinelIncidentHandlers } from '@/mocks/handlers/sentinel/incident';
import { sentinelOnboardedHandlers } from '@/mocks/handlers/sentinel/onboarding-state';
import { sentinelResourceHandlers } from '@/mocks/handlers/sentinel/resource-handlers';
import { sentinelRuleHandlers } from '@/mocks/handlers/sentinel/rule-handlers';
import { workspaceHandlers } from '@/mocks/handlers/sentinel/workspace';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';

const groups: readonly HandlerGroup[] = [
  incidentHandlers,
  alertHandlers,
  regroupHandlers,
  detectionRuleHandlers,
  batchHandlers,
  graphCommentHandlers,
  huntingHandlers,
  organizationHandlers,
  userHandlers,
  groupHandlers,
  riskyUserHandlers,
  namedLocationHandlers,
  identityAccountHandlers,
  analyzedEmailHandlers,
  huntingSchemaHandlers,
  copilotHandlers,
  sentinelOnboardedHandlers,
  sentinelIncidentHandlers,
  sentinelAlertHandlers,
  sentinelEntityHandlers,
  sentinelCommentHandlers,
  ...sentinelResourceHandlers,
  ...endpointHandlers,
  ...sentinelRuleHandlers,
  logicAppsWorkflowHandlers,
  logicAppsRunHandlers,
  workspaceHandlers,
  diagnosticSettingHandlers,
  queryHandlers,
  metadataHandlers,
  tokenHandlers,
  clockHandlers,
  challengeHandlers,
  faultHandlers,
  syncHandlers,
  connectorHandlers,
  portalHandlers,
  tenantHandlers,
];

export const allHandlers = (services: Services): RequestHandler[] => groups.flatMap((group) => group(services));
