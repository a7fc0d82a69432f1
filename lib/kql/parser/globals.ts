/** Makes the parser know tables and functions: one symbol each, in the one database of the world. */
import { builtInFunctions } from '../catalogue/built-in-functions';
import type { KqlEnvironment, SavedFunction } from '../catalogue/saved-function';
import type { TableSchema } from '../catalogue/table-schema';
import { columnSymbol } from './column-symbol';
import { correctedFunctions } from './corrected-functions';
import { allPlugins } from './documented-plugins';
import { type Globals, type KustoSymbol, kusto, toSymbolList } from './kusto';
import { serviceFunctions } from './service-functions';

const functionSymbol = ({ name, parameters, body }: SavedFunction): KustoSymbol =>
  new kusto.Symbols.FunctionSymbol.$ctor15(name, parameters, `{ ${body}\n}`, kusto.Symbols.Tabularity.Unknown, null);

/** One list, so that "none" is seen to be the same as before. */
const noFunctions: readonly SavedFunction[] = [];

/** What the parser was told, and the same by name. */
export type KnownNames = {
  readonly globals: Globals;
  readonly functions: ReadonlyMap<string, SavedFunction>;
  readonly functionNames: ReadonlySet<string>;
  /** Those that are not Microsoft's own. */
  readonly savedNames: ReadonlySet<string>;
};

/** Symbols of tables take a while to make; those of functions are made again when what is saved has changed. */
export function createNames(tables: readonly TableSchema[], environment: KqlEnvironment): () => KnownNames {
  const { DatabaseSymbol, TableSymbol } = kusto.Symbols;
  const tableSymbols = tables.map(
    (table) =>
      new TableSymbol.$ctor4(
        table.name,
        table.columns.map((column) => columnSymbol(column.name, column.type)),
      ),
  );
  const builtIn = builtInFunctions(environment.hunting !== false);
  let saved: readonly SavedFunction[] | undefined;
  let revision: unknown;
  let made: KnownNames | undefined;
  return () => {
    const current = environment.functions?.() ?? noFunctions;
    const latest = environment.revision?.();
    if (made && current === saved && latest === revision) return made;
    saved = current;
    revision = latest;
    // What an analyst saves under a name of Microsoft's takes its place.
    const functions = new Map([...builtIn, ...current].map((known) => [known.name, known]));
    // workspace("…") gives the database itself, so it needs the database that it is part of.
    let database: KustoSymbol | undefined;
    const members = [
      ...tableSymbols,
      ...[...functions.values()].map(functionSymbol),
      ...serviceFunctions(environment, () => database),
    ];
    database = new DatabaseSymbol.$ctor1('workspace', toSymbolList(members), false);
    const globals = kusto.GlobalState.Default.WithFunctions(correctedFunctions())
      .WithPlugIns(toSymbolList([...allPlugins()]))
      .WithDatabase(database)
      .WithCache();
    made = {
      globals,
      functions,
      functionNames: new Set(functions.keys()),
      savedNames: new Set(current.map(({ name }) => name)),
    };
    return made;
  };
}
