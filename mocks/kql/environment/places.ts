/**
 * geo_info_from_ip_address(). A query hands its function the name of a table of places, not the table: arguments travel
 * as text, row by row. Tables are named by what they hold, so that a name always means the same places.
 */
import { createHash } from 'node:crypto';
import { isInRange, parseIpv4, parseIpv6 } from '../functions/js/ip';
import type { Place } from './environment';

type Found = Omit<Place, 'network'>;
type Table = { readonly exact: ReadonlyMap<string, Found>; readonly ranges: readonly Place[] };

const tables = new Map<string, Table>();
const names = new WeakMap<readonly Place[], string>();

/** The name under which `placeOf` finds these places from now on. */
export function nameOfPlaces(places: readonly Place[]): string {
  const known = names.get(places);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 16);
  const ranges = places.filter((place) => place.network.includes('/'));
  const exact = new Map(
    places
      .filter((place) => !place.network.includes('/'))
      .reverse()
      .map((place) => [place.network, toFound(place)]),
  );
  tables.set(name, { exact, ranges });
  names.set(places, name);
  return name;
}

const toFound = ({ country, state, city, latitude, longitude }: Place): Found => ({
  country,
  state,
  city,
  latitude,
  longitude,
});

/** Where an address is; an empty bag when nobody knows (private addresses), null for what is no address. */
export function placeOf(address: string, name: string): Found | Record<string, never> | null {
  const table = tables.get(name);
  const text = address.trim();
  const isAddress = !text.includes('/') && (parseIpv4(text) !== null || Boolean(parseIpv6(text)));
  if (!isAddress) return null;
  const exact = table?.exact.get(text);
  if (exact) return exact;
  const range = table?.ranges.find((place) => isInRange(text, place.network) === true);
  return range ? toFound(range) : {};
}
