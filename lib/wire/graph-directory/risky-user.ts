/**
 * Who Entra ID Protection holds to be at risk: /identityProtection/riskyUsers.
 * https://learn.microsoft.com/graph/api/resources/riskyuser
 */
import { z } from 'zod';
import { evolvableEnum } from '@/lib/wire/enum-member';
import { optionalBoolean, optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `riskLevel`. `hidden`: ID Protection is not enabled for the user. */
export const graphRiskLevels = ['low', 'medium', 'high', 'hidden', 'none', 'unknownFutureValue'] as const;
export type GraphRiskLevel = (typeof graphRiskLevels)[number];

/** `riskState`: `atRisk` and `confirmedCompromised` are open, the others are over or never were. */
export const graphRiskStates = [
  'none',
  'confirmedSafe',
  'remediated',
  'dismissed',
  'atRisk',
  'confirmedCompromised',
  'unknownFutureValue',
] as const;
export type GraphRiskState = (typeof graphRiskStates)[number];

/** What was behind `unknownFutureValue` last only comes with `Prefer: include-unknown-enum-members`. */
export const graphRiskDetails = [
  'none',
  'adminGeneratedTemporaryPassword',
  'userPerformedSecuredPasswordChange',
  'userPerformedSecuredPasswordReset',
  'adminConfirmedSigninSafe',
  'aiConfirmedSigninSafe',
  'userPassedMFADrivenByRiskBasedPolicy',
  'adminDismissedAllRiskForUser',
  'adminConfirmedSigninCompromised',
  'hidden',
  'adminConfirmedUserCompromised',
  'unknownFutureValue',
  'm365DAdminDismissedDetection',
  'adminConfirmedServicePrincipalCompromised',
  'adminDismissedAllRiskForServicePrincipal',
  'userChangedPasswordOnPremises',
  'adminDismissedRiskForSignIn',
  'adminConfirmedAccountSafe',
] as const;
export type GraphRiskDetail = (typeof graphRiskDetails)[number];

/** GET riskyUsers/{id}: one user's risk as it stands. */
export const graphRiskyUser = openObject({
  '@odata.type': z.string().optional(),
  /** The user's object id. */
  id: z.string(),
  isDeleted: optionalBoolean,
  isProcessing: optionalBoolean,
  riskDetail: evolvableEnum(graphRiskDetails).nullish(),
  riskLastUpdatedDateTime: optionalDateTime,
  riskLevel: evolvableEnum(graphRiskLevels).nullish(),
  riskState: evolvableEnum(graphRiskStates).nullish(),
  userDisplayName: optionalText,
  userPrincipalName: optionalText,
});
export type GraphRiskyUser = z.infer<typeof graphRiskyUser>;

/** A page of GET riskyUsers. https://learn.microsoft.com/graph/api/riskyuser-list */
export const graphRiskyUserList = openObject({
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphRiskyUser),
});

/** One state the risk was in, and what led to it. */
export const graphRiskyUserHistoryItem = graphRiskyUser.extend({
  userId: optionalText,
  /** The administrator's object id; null when it was Microsoft. */
  initiatedBy: optionalText,
  activity: openObject({
    detail: evolvableEnum(graphRiskDetails).nullish(),
    riskEventTypes: z.array(z.string()).nullish(),
  }).nullish(),
});
export type GraphRiskyUserHistoryItem = z.infer<typeof graphRiskyUserHistoryItem>;

/** GET riskyUsers/{id}/history. https://learn.microsoft.com/graph/api/riskyuser-list-history */
export const graphRiskyUserHistory = openObject({
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphRiskyUserHistoryItem),
});

/** POST …/confirmCompromised, …/confirmSafe and …/dismiss: at most 60 users, answered with 204. */
export const graphRiskyUserAction = openObject({ userIds: z.array(z.string()) });
