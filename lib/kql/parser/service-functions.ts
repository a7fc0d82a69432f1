/** Functions of Microsoft's services whose columns depend on the call: watchlists, enrichments, other workspaces. */
import { addedColumns, enrichments } from '../catalogue/enrichment';
import type { KqlEnvironment } from '../catalogue/saved-function';
import { watchlistColumns } from '../catalogue/watchlist';
import { columnSymbol } from './column-symbol';
import { type CalledWith, type KustoSymbol, kusto, toArray, toSymbolList } from './kusto';

export function serviceFunctions(
  environment: KqlEnvironment,
  own: () => KustoSymbol | undefined,
): readonly KustoSymbol[] {
  const { DatabaseSymbol } = kusto.Symbols;
  // Somebody else's tables: nothing is known of them, so every name passes and the engine says that it has none.
  const elsewhere = new DatabaseSymbol.$ctor1('elsewhere', toSymbolList([]), true);
  const databases = [
    ...['workspace', 'app', 'resource'].map((name) => scalar(name, '(name:string)', () => own() ?? elsewhere)),
    ...['arg', 'adx'].map((name) => scalar(name, '(name:string)', () => elsewhere)),
  ];
  return [...databases, watchlist(environment), watchlistAliases(), ...(environment.hunting === false ? [] : added())];
}

type TypeOf = (call: CalledWith) => KustoSymbol;

function declared(name: string, parameters: string, typeOf: TypeOf, tabularity: number): KustoSymbol {
  const { FunctionSymbol, Parameter } = kusto.Symbols;
  return new FunctionSymbol.$ctor1(name, typeOf, tabularity, Parameter.ParseList(parameters));
}

const scalar = (name: string, parameters: string, typeOf: TypeOf): KustoSymbol =>
  declared(name, parameters, typeOf, kusto.Symbols.Tabularity.Scalar);

const tabular = (name: string, parameters: string, typeOf: TypeOf): KustoSymbol =>
  declared(name, parameters, typeOf, kusto.Symbols.Tabularity.Tabular);

const table = (columns: KustoSymbol[]): KustoSymbol => new kusto.Symbols.TableSymbol.$ctor4('', columns);

const opened = (symbol: KustoSymbol): KustoSymbol => symbol.WithIsOpen?.(true) ?? symbol;

function watchlist(environment: KqlEnvironment): KustoSymbol {
  return tabular('_GetWatchlist', '(watchlistAlias:string, columns:dynamic=dynamic([]))', (call) => {
    const [alias] = toArray(call.Arguments);
    const known = typeof alias?.ConstantValue === 'string' ? alias.ConstantValue : undefined;
    const items = known === undefined ? undefined : environment.watchlistColumns?.(known);
    const symbols = watchlistColumns(items ?? []).map((column) => columnSymbol(column.name, column.type));
    const isOpen = !environment.watchlistColumns || known === undefined;
    return isOpen ? opened(table(symbols)) : table(symbols);
  });
}

const watchlistAliases = (): KustoSymbol =>
  tabular('_GetWatchlistAlias', '()', () => table([columnSymbol('WatchlistAlias', 'string')]));

const added = (): KustoSymbol[] =>
  Object.entries(enrichments).map(([name, enrichment]) =>
    tabular(name, enrichment.parameters, (call) => {
      const [piped] = toArray(call.ArgumentTypes);
      const input = toArray(piped?.Columns);
      const names = addedColumns(
        enrichment,
        input.map((column) => column.Name ?? ''),
      );
      const whole = table([
        ...(enrichment.alone ? [] : input),
        ...names.map((column) => columnSymbol(column.name, column.type)),
      ]);
      return piped?.IsOpen && !enrichment.alone ? opened(whole) : whole;
    }),
  );
