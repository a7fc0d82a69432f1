/** Plugins that Microsoft documents and its editor parser does not know. */
import type { ScalarType } from '../catalogue/table-schema';
import { columnSymbol } from './column-symbol';
import { type KustoSymbol, kusto, toArray } from './kusto';

type Documented = {
  readonly name: string;
  readonly parameters: string;
  readonly columns: readonly (readonly [name: string, type: ScalarType])[];
};

const documented: readonly Documented[] = [
  {
    // https://learn.microsoft.com/kusto/query/schema-merge-plugin
    name: 'schema_merge',
    parameters: '(PreserveOrder:bool=true)',
    columns: [
      ['ColumnName', 'string'],
      ['ColumnOrdinal', 'int'],
      ['DataType', 'string'],
      ['ColumnType', 'string'],
    ],
  },
  {
    // https://learn.microsoft.com/kusto/query/diffpatterns-text-plugin
    name: 'diffpatterns_text',
    parameters: '(TextColumn:string, Condition:bool, MinTokens:long=1, Threshold:real=real(0.05), MaxTokens:long=20)',
    columns: [
      ['Count_of_True', 'long'],
      ['Count_of_False', 'long'],
      ['Percent_of_True', 'real'],
      ['Percent_of_False', 'real'],
      ['Pattern', 'string'],
    ],
  },
];

function pluginSymbol({ name, parameters, columns }: Documented): KustoSymbol {
  const { FunctionSymbol, Parameter, TableSymbol, Tabularity } = kusto.Symbols;
  const table = new TableSymbol.$ctor4(
    name,
    columns.map(([column, type]) => columnSymbol(column, type)),
  );
  return new FunctionSymbol.$ctor1(name, () => table, Tabularity.Tabular, Parameter.ParseList(parameters));
}

/** The parser's plugins and those, as its own symbols. */
export function allPlugins(): readonly KustoSymbol[] {
  const own = toArray(kusto.PlugIns.All);
  const known = new Set(own.map((symbol) => symbol.Name));
  return [...own, ...documented.filter(({ name }) => !known.has(name)).map(pluginSymbol)];
}
