// Unit conversions: how many base units one of each is. https://learn.microsoft.com/kusto/query/scalar-functions#conversion-functions
import type { FunctionRow } from './function-row';
import { QueryFault } from './js/query-fault';

const angle = {
  Radian: 1,
  Degree: Math.PI / 180,
  Arcminute: Math.PI / 10_800,
  Arcsecond: Math.PI / 648_000,
  Revolution: 2 * Math.PI,
  Gradian: Math.PI / 200,
};
const length = {
  Meter: 1,
  Kilometer: 1000,
  Centimeter: 0.01,
  Millimeter: 0.001,
  Micrometer: 1e-6,
  Nanometer: 1e-9,
  Inch: 0.0254,
  Foot: 0.3048,
  Yard: 0.9144,
  Mile: 1609.344,
  NauticalMile: 1852,
};
const mass = {
  Kilogram: 1,
  Gram: 0.001,
  Milligram: 1e-6,
  Tonne: 1000,
  Pound: 0.45359237,
  Ounce: 0.028349523125,
  Stone: 6.35029318,
};
const energy = {
  Joule: 1,
  Kilojoule: 1000,
  Megajoule: 1e6,
  Calorie: 4.184,
  Kilocalorie: 4184,
  BritishThermalUnit: 1055.05585262,
  WattHour: 3600,
  KilowattHour: 3.6e6,
  ElectronVolt: 1.602176634e-19,
};

const convert =
  (units: Readonly<Record<string, number>>) =>
  (value: number | null, from: string, to: string): number | null => {
    const [a, b] = [units[from], units[to]];
    if (a === undefined || b === undefined)
      throw new QueryFault('SEM0000', `The unit '${a === undefined ? from : to}' is not supported.`);
    return value === null ? null : (value * a) / b;
  };

export const unitFunctions: readonly FunctionRow[] = [
  { kql: 'convert_angle(real, string, string): real', js: convert(angle) },
  { kql: 'convert_length(real, string, string): real', js: convert(length) },
  { kql: 'convert_mass(real, string, string): real', js: convert(mass) },
  { kql: 'convert_energy(real, string, string): real', js: convert(energy) },
];
