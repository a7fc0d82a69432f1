// The lookup of an address's place. The second argument, a table of the engine's environment, is put there by lower/.
import { placeOf } from '../environment/places';
import type { FunctionRow } from './function-row';

export const placeFunctions: readonly FunctionRow[] = [
  { kql: 'geo_info_from_ip_address(string, string): dynamic', js: placeOf },
];
