/** A group in the directory, and who is in it: GET /groups, GET /groups/{id}/members. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** https://learn.microsoft.com/graph/api/resources/group, what a list carries unless `$select` names less. */
export const graphGroup = openObject({
  '@odata.context': z.string().optional(),
  id: z.string(),
  displayName: optionalText,
  description: optionalText,
  /** `Unified` for Microsoft 365 groups, `DynamicMembership` where a rule fills it. */
  groupTypes: z.array(z.string()).optional(),
  mail: optionalText,
  mailEnabled: optionalBoolean,
  mailNickname: optionalText,
  securityEnabled: optionalBoolean,
  securityIdentifier: optionalText,
  onPremisesSyncEnabled: optionalBoolean,
  visibility: optionalText,
  createdDateTime: optionalDateTime,
  deletedDateTime: optionalDateTime,
});
export type GraphGroup = z.infer<typeof graphGroup>;

/** A page of GET /groups. https://learn.microsoft.com/graph/api/group-list */
export const graphGroupList = openObject({
  '@odata.context': z.string().optional(),
  '@odata.count': z.number().int().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphGroup),
});

/** A directory object: users have a principal name, groups within the group have none. */
export const graphGroupMember = openObject({
  '@odata.type': z.string(),
  id: z.string(),
  displayName: optionalText,
  userPrincipalName: optionalText,
  mail: optionalText,
  givenName: optionalText,
  surname: optionalText,
  jobTitle: optionalText,
  officeLocation: optionalText,
});
export type GraphGroupMember = z.infer<typeof graphGroupMember>;

/** https://learn.microsoft.com/graph/api/group-list-members */
export const graphGroupMemberList = openObject({
  '@odata.context': z.string().optional(),
  '@odata.count': z.number().int().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphGroupMember),
});
