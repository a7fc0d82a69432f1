/** How Defender for Identity names somebody in its tables (`IdentityLogonEvents`, `IdentityQueryEvents`). */
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';

export const identityAccount = (person: Person) => ({
  AccountName: person.accountName,
  AccountDomain: tenantIds.domain,
  AccountUpn: person.upn,
  AccountSid: person.sid,
  AccountObjectId: person.objectId,
  AccountDisplayName: person.displayName,
});
