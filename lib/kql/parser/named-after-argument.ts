/** The functions whose result is named after their first argument: `extend bin(Timestamp, 1h)` replaces Timestamp. */
import { kusto, type NetList, toArray } from './kusto';

type FunctionSymbol = { readonly Name: string; readonly ResultNameKind: number };

/** ResultNameKind.FirstArgument of version 12.4.1. */
const firstArgument = 7;

/** The parser's own table of functions, which it keeps as a static list. */
function allFunctions(): readonly FunctionSymbol[] {
  const { Functions } = kusto as unknown as { readonly Functions: { readonly All: NetList<FunctionSymbol> } };
  return toArray(Functions.All);
}

export const namedAfterArgument: ReadonlySet<string> = new Set(
  allFunctions().flatMap((symbol) => (symbol.ResultNameKind === firstArgument ? [symbol.Name] : [])),
);
