/** A person in the directory: GET /users. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** https://learn.microsoft.com/graph/api/resources/user, the properties the console selects. */
export const graphUser = openObject({
  id: z.string(),
  displayName: optionalText,
  userPrincipalName: z.string(),
  mail: optionalText,
  givenName: optionalText,
  surname: optionalText,
  officeLocation: optionalText,
  jobTitle: optionalText,
  department: optionalText,
  accountEnabled: optionalBoolean,
  /** Tokens from before are worthless. */
  signInSessionsValidFromDateTime: optionalDateTime,
});
export type GraphUser = z.infer<typeof graphUser>;

/** A page of GET /users. https://learn.microsoft.com/graph/api/user-list */
export const graphUserList = openObject({ value: z.array(graphUser), '@odata.nextLink': z.string().optional() });

/** PATCH /users/{id}, answered with 204: the one property that `User.EnableDisableAccount.All` lets change. */
export const graphUserUpdate = z.strictObject({ accountEnabled: z.boolean() });

/** POST /users/{id}/revokeSignInSessions. https://learn.microsoft.com/graph/api/user-revokesigninsessions */
export const graphRevokeSignInSessionsReply = openObject({ value: z.boolean() });
