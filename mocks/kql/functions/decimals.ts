// What the printers compute decimals with. Not callable from a query: its parser does not know these names.
import type { FunctionRow } from './function-row';
import * as decimal from './js/decimal';

export const decimalParts: readonly FunctionRow[] = [
  { kql: 'decimal_of_text(string): decimal', js: decimal.decimalOfText },
  { kql: 'decimal_of_real(real): decimal', js: decimal.decimalOfReal },
  { kql: 'decimal_text(any): string', js: decimal.decimalText },
  { kql: 'decimal_real(any): real', js: decimal.decimalReal },
  { kql: 'decimal_plus(any, any): decimal', js: decimal.plus },
  { kql: 'decimal_minus(any, any): decimal', js: decimal.minus },
  { kql: 'decimal_times(any, any): decimal', js: decimal.times },
  { kql: 'decimal_divided(any, any): decimal', js: decimal.divided },
  { kql: 'decimal_remainder(any, any): decimal', js: decimal.remainder },
  { kql: 'decimal_sum(dynamic): decimal', js: decimal.sum },
  { kql: 'decimal_average(dynamic): decimal', js: decimal.average },
];
