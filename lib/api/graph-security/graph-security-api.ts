/** Everything the console asks of Graph's security API. */
import { type GraphAlerts, graphAlerts } from '@/lib/api/graph-security/alert';
import { type GraphAnalyzedEmails, graphAnalyzedEmails } from '@/lib/api/graph-security/analyzed-email';
import { type GraphCopilot, graphCopilot } from '@/lib/api/graph-security/copilot';
import { type GraphDetectionRules, graphDetectionRules } from '@/lib/api/graph-security/detection-rule';
import { type GraphHunting, graphHunting } from '@/lib/api/graph-security/hunting';
import { type GraphHuntingSchema, graphHuntingSchema } from '@/lib/api/graph-security/hunting-schema';
import { type GraphIdentityAccountsApi, graphIdentityAccountsOf } from '@/lib/api/graph-security/identity-account';
import { type GraphIncidents, graphIncidents } from '@/lib/api/graph-security/incident';
import { type GraphRegrouping, graphRegrouping } from '@/lib/api/graph-security/regroup';
import type { Call } from '@/lib/api/transport/call';

export type GraphSecurityApi = {
  incidents: GraphIncidents;
  alerts: GraphAlerts;
  regroup: GraphRegrouping;
  hunting: GraphHunting;
  huntingSchema: GraphHuntingSchema;
  detectionRules: GraphDetectionRules;
  identityAccounts: GraphIdentityAccountsApi;
  analyzedEmails: GraphAnalyzedEmails;
  copilot: GraphCopilot;
};

/** All parts share the budgets and the token of one call. */
export const graphSecurityApi = (call: Call): GraphSecurityApi => ({
  incidents: graphIncidents(call),
  alerts: graphAlerts(call),
  regroup: graphRegrouping(call),
  hunting: graphHunting(call),
  huntingSchema: graphHuntingSchema(call),
  detectionRules: graphDetectionRules(call),
  identityAccounts: graphIdentityAccountsOf(call),
  analyzedEmails: graphAnalyzedEmails(call),
  copilot: graphCopilot(call),
});
