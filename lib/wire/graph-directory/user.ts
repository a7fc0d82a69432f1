/** A person in the directory: GET /users. */
import { z } from 'zod';
import { optionalBoolean, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** https://learn.microsoft.com/graph/api/resources/user, the properties the console selects. */
export const graphUser = openObject({
  id: z.string(),
  displayName: optionalText,
  userPrincipalName: z.string(),
  mail: optionalText,
  jobTitle: optionalText,
  department: optionalText,
  accountEnabled: optionalBoolean,
});
export type GraphUser = z.infer<typeof graphUser>;

export const graphUserList = openObject({ value: z.array(graphUser), '@odata.nextLink': z.string().optional() });
