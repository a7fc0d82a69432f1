/** The tenant itself: GET /organization. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** https://learn.microsoft.com/graph/api/resources/organization */
export const graphOrganization = openObject({
  /** The tenant id. */
  id: z.string(),
  displayName: z.string(),
  tenantType: optionalText,
  countryLetterCode: optionalText,
  verifiedDomains: z
    .array(
      openObject({
        name: z.string(),
        type: optionalText,
        capabilities: optionalText,
        isDefault: z.boolean().nullish(),
        isInitial: z.boolean().nullish(),
      }),
    )
    .nullish(),
});
export type GraphOrganization = z.infer<typeof graphOrganization>;

/** A list of one. */
export const graphOrganizationList = openObject({ value: z.array(graphOrganization) });
