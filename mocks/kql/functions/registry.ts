/** Every scalar function the engine runs, by name. What is not here is refused. */
import type { ScalarType } from '../ir';
import { conversionFunctions } from './conversions';
import { datetimeFunctions } from './datetimes';
import { decimalParts } from './decimals';
import { dynamicFunctions } from './dynamics';
import { encodingFunctions } from './encodings';
import { distance, type FunctionRow, type KnownFunction, toKnownFunction } from './function-row';
import { geoFunctions } from './geo';
import { ipNetworkParts } from './ip-networks';
import { ipFunctions } from './ips';
import { mathFunctions } from './maths';
import { patternParts } from './patterns';
import { placeFunctions } from './places';
import { seriesFunctions } from './series';
import { seriesParts } from './series-rows';
import { sketchFunctions } from './sketches';
import { stringFunctions } from './strings';
import { surroundingFunctions } from './surroundings';
import { unitFunctions } from './units';

const rows: readonly FunctionRow[] = [
  ...stringFunctions,
  ...conversionFunctions,
  ...mathFunctions,
  ...datetimeFunctions,
  ...decimalParts,
  ...dynamicFunctions,
  ...encodingFunctions,
  ...geoFunctions,
  ...ipFunctions,
  ...ipNetworkParts,
  ...patternParts,
  ...placeFunctions,
  ...seriesFunctions,
  ...seriesParts,
  ...sketchFunctions,
  ...surroundingFunctions,
  ...unitFunctions,
];

export const knownFunctions: readonly KnownFunction[] = rows.map(toKnownFunction);

const byName = new Map<string, KnownFunction[]>();
for (const known of knownFunctions) byName.set(known.name, [...(byName.get(known.name) ?? []), known]);

/** Printed by code of their own in sql/, not by a row. */
const printed = new Set([
  'iff',
  'case',
  'coalesce',
  'not',
  'and',
  'or',
  'row_field',
  'tuple_part',
  'isnull',
  'isnotnull',
  'notnull',
]);

export const isKnownFunction = (name: string): boolean => byName.has(name) || printed.has(name);

/** The row that fits the arguments best. */
export function findFunction(name: string, types: readonly ScalarType[]): KnownFunction | undefined {
  return bestFit(byName.get(name) ?? [], types);
}

export function bestFit(candidates: readonly KnownFunction[], types: readonly ScalarType[]): KnownFunction | undefined {
  let best: KnownFunction | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const total = totalDistance(candidate, types);
    if (total === undefined || total >= least) continue;
    best = candidate;
    least = total;
  }
  return best;
}

function totalDistance(candidate: KnownFunction, types: readonly ScalarType[]): number | undefined {
  if (types.length < candidate.required) return undefined;
  let total = 0;
  for (const [index, type] of types.entries()) {
    const wanted = candidate.args[index] ?? candidate.rest;
    const step = wanted && distance(type, wanted);
    if (step === undefined) return undefined;
    total += step;
  }
  return total;
}
