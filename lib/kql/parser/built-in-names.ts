/** Names of Kusto's own functions and plugins, for did-you-mean. */
import { type KustoSymbol, kusto, type NetList, toArray } from './kusto';

type Lists = Readonly<Record<'Functions' | 'Aggregates' | 'PlugIns', NetList<KustoSymbol>>>;

/** The default globals of version 12.4.1 list what the language itself has. */
function defaultGlobals(): Lists {
  return kusto.GlobalState.Default as unknown as Lists;
}

const namesOf = (...lists: readonly NetList<KustoSymbol>[]): readonly string[] => [
  ...new Set(lists.flatMap((list) => toArray(list).flatMap((symbol) => symbol.Name ?? []))),
];

let names: { readonly functions: readonly string[]; readonly plugins: readonly string[] } | undefined;

export function builtInNames(): NonNullable<typeof names> {
  const { Functions, Aggregates, PlugIns } = defaultGlobals();
  names ??= { functions: namesOf(Functions, Aggregates), plugins: namesOf(PlugIns) };
  return names;
}
