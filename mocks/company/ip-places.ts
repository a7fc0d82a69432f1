/** Where the addresses of the demo are, for geo_info_from_ip_address(): the sign-in logs say the same. */
import type { Company } from '@/mocks/company/company';
import { attackerIp, elsewhere, homeIp, type Place, sites } from '@/mocks/company/sites';

export type IpPlace = {
  /** An address, or a range with its prefix length. */
  readonly network: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
};

const at = (network: string, { country, state, city, latitude, longitude }: Place): IpPlace => ({
  network,
  country,
  state,
  city,
  latitude,
  longitude,
});

const lines = 254;
const rentedByAttackers = [20, 44, 45];
const hosting: Place = {
  city: 'Ashburn',
  state: 'Virginia',
  countryCode: 'US',
  country: 'United States',
  latitude: 39.0438,
  longitude: -77.4874,
};

/** The first that holds an address counts. */
export function ipPlaces({ people }: Company): readonly IpPlace[] {
  const homes = people.slice(0, lines).map((person) => at(homeIp(person.homeIndex), person.site));
  return [
    ...sites.map((site) => at(site.egressIp, site)),
    ...homes,
    ...rentedByAttackers.map((octet) => at(attackerIp(octet), elsewhere.bucharest)),
    at('185.0.0.0/24', elsewhere.chisinau),
    at('192.0.2.0/24', hosting),
  ];
}
