/** Everything that Microsoft's parser knows by name, for lists of what an engine supports. Each name once, ordered. */
import { allPlugins } from './documented-plugins';
import { enumNames, type KustoSymbol, kusto, toArray } from './kusto';

export type LanguageNames = {
  readonly functions: readonly string[];
  readonly aggregates: readonly string[];
  readonly plugins: readonly string[];
  /** The parser's kinds of tabular operators by their spelling in queries. */
  readonly operators: ReadonlyMap<string, string>;
};

/** Spellings that do not follow from the kind's name; '' for what no query can write. */
const spellings: Readonly<Record<string, string>> = {
  BadQueryOperator: '',
  ExecuteAndCacheOperator: '',
  ProjectByNamesOperator: 'project-by-names',
  FilterOperator: 'where',
  GetSchemaOperator: 'getschema',
  PartitionByOperator: '__partitionby',
  ReduceByOperator: 'reduce',
};

const spelling = (kind: string): string =>
  spellings[kind] ??
  kind
    .replace(/Operator$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();

const namesOf = (symbols: readonly KustoSymbol[]): string[] =>
  [...new Set(symbols.map((symbol) => symbol.Name ?? ''))].filter((name) => !name.startsWith('__')).sort();

export function languageNames(): LanguageNames {
  const kinds = [...enumNames(kusto.Syntax.SyntaxKind).values()].filter((kind) => kind.endsWith('Operator'));
  return {
    functions: namesOf(toArray(kusto.Functions.All)),
    aggregates: namesOf(toArray(kusto.Aggregates.All)),
    plugins: namesOf(allPlugins()),
    operators: new Map(
      kinds
        .map((kind): [string, string] => [spelling(kind), kind])
        .filter(([name]) => name !== '' && !name.startsWith('__'))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
