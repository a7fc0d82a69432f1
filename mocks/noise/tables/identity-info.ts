/** IdentityInfo: who people are, reported again and again. */

import { tenantIds } from '@/mocks/company/tenant-ids';
import type { NoiseTable } from '@/mocks/noise/table';

const hourMs = 3_600_000;

export const identityInfo: NoiseTable = {
  table: 'IdentityInfo',
  share: 0.006,
  rhythm: 'machines',
  row: ({ at, company, index }) => {
    // In turn, so that a day covers nearly everybody.
    const person = company.people[(Math.floor(at / hourMs) * 23 + index) % company.people.length];
    if (!person) return null;
    return {
      Timestamp: at,
      AccountObjectId: person.objectId,
      AccountUPN: person.upn,
      AccountName: person.accountName,
      AccountDisplayName: person.displayName,
      AccountDomain: tenantIds.domain,
      AccountSID: person.sid,
      AccountTenantId: tenantIds.tenantId,
      MailAddress: person.upn,
      GivenName: person.givenName,
      Surname: person.familyName,
      Department: person.department,
      JobTitle: person.title,
      Manager: person.managerUpn ?? '',
      City: person.site.city,
      Country: person.site.country,
      CompanyName: tenantIds.displayName,
      AssignedRoles: [...person.roles],
      GroupMembership: [...person.groups],
      IsAccountEnabled: true,
      IsMFARegistered: true,
      UserType: 'Member',
      RiskLevel: 'None',
      SourceSystem: 'AzureActiveDirectory',
    };
  },
};
