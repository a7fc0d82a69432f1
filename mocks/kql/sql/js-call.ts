/** A function written in JavaScript: called through the one registered function, arguments and result as text. */
import type { KnownFunction } from '../functions/function-row';
import type { ScalarType } from '../ir';
import { quoteText, sqlTypes } from './quote';

export function jsCall(known: KnownFunction, args: readonly string[], returns: ScalarType): string {
  const texts = args.map((argument) => `CAST(${argument} AS VARCHAR)`);
  const result = `k_js(${[quoteText(known.key), ...texts].join(', ')})`;
  return sqlTypes[returns] === 'VARCHAR' ? result : `CAST(${result} AS ${sqlTypes[returns]})`;
}
