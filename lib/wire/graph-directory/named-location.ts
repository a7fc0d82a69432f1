/**
 * Places that Conditional Access knows by name: /identity/conditionalAccess/namedLocations.
 * https://learn.microsoft.com/graph/api/resources/namedlocation
 */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalBoolean, optionalDateTime } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

const ipv4 = openObject({ '@odata.type': z.literal('#microsoft.graph.iPv4CidrRange'), cidrAddress: z.string() });
const ipv6 = openObject({ '@odata.type': z.literal('#microsoft.graph.iPv6CidrRange'), cidrAddress: z.string() });

/** `ipRange`: CIDR, IPv4 or IPv6 by its `@odata.type`. */
export const graphIpRange = z.discriminatedUnion('@odata.type', [ipv4, ipv6]);

const base = {
  id: z.string(),
  displayName: z.string(),
  createdDateTime: optionalDateTime,
  modifiedDateTime: optionalDateTime,
};

/** https://learn.microsoft.com/graph/api/resources/ipnamedlocation */
export const graphIpNamedLocation = openObject({
  '@odata.type': z.literal('#microsoft.graph.ipNamedLocation'),
  ...base,
  ipRanges: z.array(graphIpRange),
  isTrusted: optionalBoolean,
});

const lookupMethod = closedEnum(['clientIpAddress', 'authenticatorAppGps', 'unknownFutureValue']);

/** https://learn.microsoft.com/graph/api/resources/countrynamedlocation */
export const graphCountryNamedLocation = openObject({
  '@odata.type': z.literal('#microsoft.graph.countryNamedLocation'),
  ...base,
  /** Two letters each. */
  countriesAndRegions: z.array(z.string()),
  countryLookupMethod: lookupMethod.nullish(),
  includeUnknownCountriesAndRegions: optionalBoolean,
});

/** GET namedLocations/{id}. Told apart by `@odata.type`; a third type doesn't parse. */
export const graphNamedLocation = z.discriminatedUnion('@odata.type', [
  graphIpNamedLocation,
  graphCountryNamedLocation,
]);
export type GraphNamedLocation = z.infer<typeof graphNamedLocation>;

/** A page of GET namedLocations. */
export const graphNamedLocationList = openObject({
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphNamedLocation),
});

const readOnly = { id: true, createdDateTime: true, modifiedDateTime: true } as const;
const ipRequest = graphIpNamedLocation.omit(readOnly);
const countryRequest = graphCountryNamedLocation.omit(readOnly);

/** POST answers 201 and the location. */
export const graphNamedLocationRequest = z.discriminatedUnion('@odata.type', [ipRequest, countryRequest]);
export type GraphNamedLocationRequest = z.infer<typeof graphNamedLocationRequest>;

/** PATCH answers 204. It must say the type, and may leave out whatever stays as it is. */
export const graphNamedLocationUpdate = z.discriminatedUnion('@odata.type', [
  ipRequest.partial().required({ '@odata.type': true }),
  countryRequest.partial().required({ '@odata.type': true }),
]);
export type GraphNamedLocationUpdate = z.infer<typeof graphNamedLocationUpdate>;
