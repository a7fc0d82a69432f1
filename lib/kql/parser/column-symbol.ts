import type { ScalarType } from '../catalogue/table-schema';
import { type KustoSymbol, kusto } from './kusto';

const symbolNames: Record<ScalarType, string> = {
  string: 'String',
  long: 'Long',
  int: 'Int',
  real: 'Real',
  bool: 'Bool',
  datetime: 'DateTime',
  timespan: 'TimeSpan',
  dynamic: 'Dynamic',
  guid: 'Guid',
  decimal: 'Decimal',
};

/** A column as the parser knows it: the catalogue's names of types are not the parser's. */
export function columnSymbol(name: string, type: ScalarType): KustoSymbol {
  const symbol = kusto.Symbols.ScalarTypes[symbolNames[type]];
  if (!symbol) throw new Error(`Microsoft's parser has no type ${type}`);
  return new kusto.Symbols.ColumnSymbol(name, symbol, null, null, null, null);
}
