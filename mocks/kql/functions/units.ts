// Unit conversions: how many base units one of each is. https://learn.microsoft.com/kusto/query/scalar-functions#conversion-functions
import type { FunctionRow } from './function-row';
import { unitSizes } from './unit-sizes';

type Convert = (value: number | null, from: string, to: string) => number | null;

/** A unit that does not exist gives null. */
const bySize =
  (units: Readonly<Record<string, number>>): Convert =>
  (value, from, to) => {
    const [a, b] = [units[from], units[to]];
    return value === null || a === undefined || b === undefined ? null : (value * a) / b;
  };

/** A tilt is the sine of its angle, and so has no size. */
const byAngle: Convert = (value, from, to) => {
  if (value === null) return null;
  const sizes = bySize(unitSizes.angle ?? {});
  if (from === 'Tilt') return to === 'Tilt' ? value : sizes(Math.asin(value), 'Radian', to);
  if (to !== 'Tilt') return sizes(value, from, to);
  const radians = sizes(value, from, 'Radian');
  return radians === null ? null : Math.sin(radians);
};

/** convert_temperature() is refused: what Microsoft documents as its answer (1.2 K is 0.0044 °C) is no temperature. */
export const unitFunctions: readonly FunctionRow[] = Object.entries(unitSizes).map(([name, units]) => ({
  kql: `convert_${name}(real, string, string): real`,
  js: name === 'angle' ? byAngle : bySize(units),
}));
