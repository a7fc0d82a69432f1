/** Makes the parser know the tables: one symbol per table and column, in the one database of the world. */
import type { ScalarType, TableSchema } from '../catalogue/table-schema';
import { type Globals, type KustoSymbol, kusto, toSymbolList } from './kusto';

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

export function typeSymbol(type: ScalarType): KustoSymbol {
  const symbol = kusto.Symbols.ScalarTypes[symbolNames[type]];
  if (!symbol) throw new Error(`Microsoft's parser has no type ${type}`);
  return symbol;
}

export function toGlobals(tables: readonly TableSchema[]): Globals {
  const { ColumnSymbol, DatabaseSymbol, TableSymbol } = kusto.Symbols;
  const symbols = tables.map(
    (table) =>
      new TableSymbol.$ctor4(
        table.name,
        table.columns.map((column) => new ColumnSymbol(column.name, typeSymbol(column.type), null, null, null, null)),
      ),
  );
  return kusto.GlobalState.Default.WithDatabase(new DatabaseSymbol.$ctor1('workspace', toSymbolList(symbols), false));
}
