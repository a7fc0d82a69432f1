/** The type in which two values of different types are compared. */
import type { ScalarType } from '../ir';

const isNumber = (type: ScalarType): boolean => ['long', 'int', 'real', 'decimal'].includes(type);
const isWhole = (type: ScalarType): boolean => type === 'long' || type === 'int';

/** The type in which two values are compared. */
export function commonType(a: ScalarType, b: ScalarType): ScalarType {
  if (a === b) return a;
  if (isNumber(a) && isNumber(b)) {
    if (a === 'decimal' || b === 'decimal') return 'decimal';
    return isWhole(a) && isWhole(b) ? 'long' : 'real';
  }
  const [other, isDynamicFirst] = a === 'dynamic' ? [b, true] : [a, b === 'dynamic'];
  if (isDynamicFirst) return isWhole(other) ? 'real' : other;
  if (a === 'bool' || b === 'bool') return isNumber(a) || isNumber(b) ? 'long' : 'bool';
  if (a === 'decimal' || b === 'decimal') return 'decimal';
  if (isNumber(a) || isNumber(b)) return 'real';
  if (a === 'string') return b;
  return b === 'string' ? a : 'string';
}
