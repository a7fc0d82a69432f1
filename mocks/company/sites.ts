/**
 * Where people sit, and what the outside world looks like from there.
 * Addresses of the outside come from the documentation ranges (RFC 5737, RFC 3849), so that no row accuses a real host.
 */

export type Place = {
  readonly city: string;
  readonly state: string;
  readonly countryCode: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type Site = Place & {
  readonly code: string;
  /** The address under which the office meets the internet. */
  readonly egressIp: string;
  /** The second octet of its 10.x.0.0/16. */
  readonly octet: number;
  readonly utcOffsetHours: number;
  /** Share of the staff. */
  readonly share: number;
};

export const sites: readonly Site[] = [
  {
    code: 'SEA',
    city: 'Seattle',
    state: 'Washington',
    countryCode: 'US',
    country: 'United States',
    latitude: 47.6062,
    longitude: -122.3321,
    egressIp: '198.51.100.10',
    octet: 10,
    utcOffsetHours: -8,
    share: 0.36,
  },
  {
    code: 'LON',
    city: 'London',
    state: 'England',
    countryCode: 'GB',
    country: 'United Kingdom',
    latitude: 51.5072,
    longitude: -0.1276,
    egressIp: '198.51.100.20',
    octet: 20,
    utcOffsetHours: 0,
    share: 0.3,
  },
  {
    code: 'MUC',
    city: 'Munich',
    state: 'Bayern',
    countryCode: 'DE',
    country: 'Germany',
    latitude: 48.1371,
    longitude: 11.5754,
    egressIp: '198.51.100.30',
    octet: 30,
    utcOffsetHours: 1,
    share: 0.18,
  },
  {
    code: 'BLR',
    city: 'Bengaluru',
    state: 'Karnataka',
    countryCode: 'IN',
    country: 'India',
    latitude: 12.9716,
    longitude: 77.5946,
    egressIp: '198.51.100.40',
    octet: 40,
    utcOffsetHours: 5.5,
    share: 0.16,
  },
];

/** Cities people travel to or where somebody else tries their passwords. */
export const elsewhere = {
  bucharest: {
    city: 'Bucharest',
    state: 'Bucuresti',
    countryCode: 'RO',
    country: 'Romania',
    latitude: 44.4268,
    longitude: 26.1025,
  },
  chisinau: {
    city: 'Chisinau',
    state: 'Chisinau',
    countryCode: 'MD',
    country: 'Moldova',
    latitude: 47.0105,
    longitude: 28.8638,
  },
  saoPaulo: {
    city: 'Sao Paulo',
    state: 'Sao Paulo',
    countryCode: 'BR',
    country: 'Brazil',
    latitude: -23.5505,
    longitude: -46.6333,
  },
  lagos: { city: 'Lagos', state: 'Lagos', countryCode: 'NG', country: 'Nigeria', latitude: 6.5244, longitude: 3.3792 },
  amsterdam: {
    city: 'Amsterdam',
    state: 'Noord-Holland',
    countryCode: 'NL',
    country: 'Netherlands',
    latitude: 52.3676,
    longitude: 4.9041,
  },
  singapore: {
    city: 'Singapore',
    state: 'Singapore',
    countryCode: 'SG',
    country: 'Singapore',
    latitude: 1.3521,
    longitude: 103.8198,
  },
} as const satisfies Record<string, Place>;

/** An address in 203.0.113.0/24: somebody's home line or phone. */
export function homeIp(index: number): string {
  return `203.0.113.${1 + (index % 254)}`;
}

/** An address in 192.0.2.0/24: a server on the internet. */
export function internetIp(index: number): string {
  return `192.0.2.${1 + (index % 254)}`;
}

/** An address of the attackers, who all rent from one network. */
export function attackerIp(lastOctet: number): string {
  return `185.0.0.${lastOctet}`;
}
