/** Contoso's named locations: every office, and the countries it does no business with. */
import { guidOf } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { NamedLocations } from '@/mocks/store/named-locations';

const at = '2024-03-11T09:30:00.000Z';

export function seedNamedLocations(locations: NamedLocations, company: Company): void {
  const times = { createdDateTime: at, modifiedDateTime: at };
  for (const site of company.sites) {
    locations.remember({
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      id: guidOf(`contoso/named-location/${site.code}`),
      displayName: `${site.city} office`,
      ...times,
      isTrusted: true,
      ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: `${site.egressIp}/32` }],
    });
  }
  locations.remember({
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: guidOf('contoso/named-location/no-business'),
    displayName: 'Countries without business',
    ...times,
    countriesAndRegions: ['KP', 'IR', 'SY'],
    countryLookupMethod: 'clientIpAddress',
    includeUnknownCountriesAndRegions: false,
  });
}
