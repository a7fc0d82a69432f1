/**
 * One identity with its accounts in every directory, and what can be done to each: /security/identities/identityAccounts.
 * https://learn.microsoft.com/graph/api/resources/security-identityaccounts
 */
import { z } from 'zod';
import { evolvableEnum } from '@/lib/wire/enum-member';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `microsoft.graph.security.action`, in the CSDL's order. */
export const graphIdentityActions = [
  'disable',
  'enable',
  'forcePasswordReset',
  'revokeAllSessions',
  'requireUserToSignInAgain',
  'markUserAsCompromised',
  'unknownFutureValue',
] as const;
export type GraphIdentityAction = (typeof graphIdentityActions)[number];

/** `microsoft.graph.security.identityProvider`, in the CSDL's order. */
export const graphIdentityProviders = ['entraID', 'activeDirectory', 'okta', 'unknownFutureValue'] as const;
export type GraphIdentityProvider = (typeof graphIdentityProviders)[number];

/** `actions` says what can be done to the account as it is now. */
export const graphIdentityAccount = openObject({
  actions: z.array(evolvableEnum(graphIdentityActions)),
  identifier: z.string(),
  identityProvider: evolvableEnum(graphIdentityProviders),
});

/** GET identityAccounts/{id}. `isEnabled` speaks of the identity, `accounts[].actions` of each account. */
export const graphIdentityAccounts = openObject({
  '@odata.type': z.string().optional(),
  id: z.string(),
  accounts: z.array(graphIdentityAccount),
  cloudSecurityIdentifier: optionalText,
  displayName: optionalText,
  domain: optionalText,
  isEnabled: z.boolean(),
  onPremisesSecurityIdentifier: optionalText,
});
export type GraphIdentityAccounts = z.infer<typeof graphIdentityAccounts>;

/** A page of GET identityAccounts. */
export const graphIdentityAccountsList = openObject({
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphIdentityAccounts),
});

/** POST …/{id}/invokeAction. `accountId` is the account's `identifier`. */
export const graphInvokeActionRequest = openObject({
  accountId: z.string(),
  action: evolvableEnum(graphIdentityActions),
  identityProvider: evolvableEnum(graphIdentityProviders),
});

/** The order as it was taken; that it was carried out is not said here. */
export const graphInvokeActionResult = graphInvokeActionRequest.extend({ correlationId: optionalText });
export type GraphInvokeActionRequest = z.infer<typeof graphInvokeActionRequest>;
export type GraphInvokeActionResult = z.infer<typeof graphInvokeActionResult>;
