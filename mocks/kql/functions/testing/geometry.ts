/** Shapes of Microsoft's pages, and a way to call a geospatial function as the engine calls it. */
import { expect } from 'vitest';
import type { ScalarType } from '../../ir';
import { findFunction } from '../registry';

const typeOf = (value: unknown): ScalarType =>
  typeof value === 'number'
    ? 'real'
    : typeof value === 'string'
      ? 'string'
      : typeof value === 'boolean'
        ? 'bool'
        : 'dynamic';

/** Rows declare the types of their arguments; these tests pass what they declare. */
const callable = (js: unknown) => js as (...args: unknown[]) => unknown;

export function call(name: string, ...args: unknown[]): unknown {
  const known = findFunction(name, args.map(typeOf));
  if (!known?.js) throw new Error(`no function ${name}`);
  return callable(known.js)(...args);
}

export const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
export const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
export const ring = (...points: number[][]) => polygon([...points, points[0] ?? []]);

/** Within a billionth, whatever is nested. */
export function expectNear(actual: unknown, wanted: unknown): void {
  if (typeof wanted === 'number') {
    expect(Math.abs(Number(actual) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(wanted), 1e-3));
  } else if (Array.isArray(wanted)) {
    expect(actual).toHaveLength(wanted.length);
    for (const [index, each] of wanted.entries()) expectNear(Array.isArray(actual) ? actual[index] : undefined, each);
  } else if (typeof wanted === 'object' && wanted !== null) {
    expect(Object.keys(actual ?? {})).toEqual(Object.keys(wanted));
    for (const [key, each] of Object.entries(wanted)) expectNear(Reflect.get(Object(actual), key), each);
  } else expect(actual).toEqual(wanted);
}

export const park = ring(
  [-73.9495, 40.7969],
  [-73.95807266235352, 40.80068603561921],
  [-73.98201942443848, 40.76825672305777],
  [-73.97317886352539, 40.76455136505513],
);
export const twoParks = {
  type: 'MultiPolygon',
  coordinates: [
    park.coordinates,
    ring(
      [-73.94262313842773, 40.775991804565585],
      [-73.98107528686523, 40.791849155467695],
      [-73.99600982666016, 40.77092185281977],
      [-73.96150588989258, 40.75609977566361],
    ).coordinates,
  ],
};
export const street = line([-73.95796, 40.80042], [-73.97317, 40.764486]);
export const twoStreets = {
  type: 'MultiLineString',
  coordinates: [
    [
      [-73.95798683166502, 40.800556090021466],
      [-73.98193359375, 40.76819171855746],
    ],
    [
      [-73.94940376281738, 40.79691751000055],
      [-73.97317886352539, 40.76435634049001],
    ],
  ],
};
export const triangle = ring([2, 45], [0, 45], [1, 44]);
