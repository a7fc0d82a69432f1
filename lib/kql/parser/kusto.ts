/**
 * The one binding to Microsoft's Kusto parser (@kusto/language-service-next). Its two files are scripts that set
 * globals, compiled from C# by Bridge.NET: constructors are numbered overloads and lists are .NET lists. The numbers
 * hold for the pinned version only, so nothing outside this folder touches them.
 */
import './define-global';
import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';

/** A .NET list; read it with `toArray`. */
export type NetList<T> = { readonly __list?: T };

/** A table, column, function or type of Microsoft's; which of them is in `Kind`. */
export type KustoSymbol = {
  readonly Name: string | null;
  readonly Kind: number;
  readonly Columns?: NetList<KustoSymbol>;
  readonly IsOpen?: boolean;
  readonly Type?: KustoSymbol;
  readonly Members?: NetList<KustoSymbol>;
  readonly UnderlyingType?: KustoSymbol;
  /** The same table with room for columns that are not known yet. */
  WithIsOpen?(isOpen: boolean): KustoSymbol;
};

/** A node or a token of Microsoft's syntax tree; typed properties (`Condition`, `ByClause`…) are read by name. */
export type KustoElement = {
  readonly Kind: number;
  readonly IsToken: boolean;
  readonly IsMissing: boolean;
  readonly TextStart: number;
  readonly End: number;
  readonly Text?: string | null;
  readonly NameInParent: string | null;
  readonly Parent: KustoElement | null;
  readonly ChildCount: number;
  GetChild(index: number): KustoElement | null;
  readonly ResultType?: KustoSymbol | null;
  readonly ReferencedSymbol?: KustoSymbol | null;
  readonly LiteralValue?: unknown;
  GetCalledFunctionBody?(): KustoElement | null;
  toString(): string;
};

/** What the binder knows of a call when it asks for the call's type. */
export type CalledWith = {
  readonly Arguments: NetList<{ readonly ConstantValue: unknown }>;
  readonly ArgumentTypes: NetList<KustoSymbol>;
};

type Diagnostic = { Code: string; Message: string; Severity: string; Start: number; Length: number };
type CompletionItem = {
  Kind: number;
  DisplayText: string;
  MatchText: string | null;
  OrderText: string | null;
  BeforeText: string | null;
  AfterText: string | null;
};
type Globals = { readonly __globals?: true };
type CodeService = {
  GetCompletionItems(
    position: number,
    options: unknown,
  ): { Items: NetList<CompletionItem>; EditStart: number; EditLength: number };
  GetClassifications(
    start: number,
    length: number,
  ): { Classifications: NetList<{ Kind: number; Start: number; Length: number }> };
  GetQuickInfo(position: number): { Text: string | null } | null;
  GetFormattedText(): { Text: string } | null;
};
type Code = { Syntax: KustoElement; ResultType: KustoSymbol | null; GetDiagnostics(): NetList<Diagnostic> };

type KustoLanguage = {
  Symbols: {
    ScalarTypes: Record<string, KustoSymbol>;
    SymbolKind: Record<string, number | string>;
    Symbol: unknown;
    ColumnSymbol: new (name: string, type: KustoSymbol, ...rest: null[]) => KustoSymbol;
    TableSymbol: { $ctor4: new (name: string, columns: KustoSymbol[]) => KustoSymbol };
    DatabaseSymbol: { $ctor1: new (name: string, members: unknown, isOpen: boolean) => KustoSymbol };
    FunctionSymbol: {
      /** A function with a body of KQL. */
      $ctor15: new (
        name: string,
        parameters: string,
        body: string,
        tabularity: number,
        description: null,
      ) => KustoSymbol;
      /** A function whose type depends on its arguments. */
      $ctor1: new (
        name: string,
        typeOf: (call: CalledWith) => KustoSymbol,
        tabularity: number,
        parameters: unknown,
      ) => KustoSymbol;
    };
    Parameter: { ParseList(parameters: string): unknown };
    Tabularity: { Scalar: number; Tabular: number; Unknown: number };
  };
  Syntax: { SyntaxKind: Record<string, number | string> };
  GlobalState: {
    Default: {
      readonly Functions: NetList<KustoSymbol>;
      WithFunctions(functions: unknown): {
        WithPlugIns(plugins: unknown): {
          /** `WithCache` keeps what the bodies of functions were bound to: a hundred times faster from the second call on. */
          WithDatabase(database: KustoSymbol): { WithCache(): Globals };
        };
      };
    };
  };
  KustoCode: { ParseAndAnalyze(text: string, globals: Globals): Code };
  Functions: { All: NetList<KustoSymbol> };
  Aggregates: { All: NetList<KustoSymbol> };
  PlugIns: { All: NetList<KustoSymbol> };
  Editor: {
    KustoCodeService: { $ctor1: new (text: string, globals: Globals) => CodeService };
    CompletionOptions: { Default: unknown };
    CompletionKind: Record<string, number | string>;
    ClassificationKind: Record<string, number | string>;
  };
};
type Bridge = { toArray(list: unknown): unknown[] };
type NetGenerics = {
  Collections: { Generic: { List$1(type: unknown): { $ctor1: new (items: unknown[]) => unknown } } };
};

export type { Code, CodeService, Globals };

/** The imports above have set these three globals; their shapes are those of version 12.4.1. */
function scriptGlobals(): { Kusto: { Language: KustoLanguage }; Bridge: Bridge; System: NetGenerics } {
  return globalThis as unknown as { Kusto: { Language: KustoLanguage }; Bridge: Bridge; System: NetGenerics };
}

/** Microsoft's namespace `Kusto.Language`, as far as this folder uses it. */
export const kusto = scriptGlobals().Kusto.Language;

/** A .NET list as an array; its elements are what the type of the list says. */
export function toArray<T>(list: NetList<T> | readonly T[] | null | undefined): T[] {
  if (list === null || list === undefined) return [];
  return (Array.isArray(list) ? list : scriptGlobals().Bridge.toArray(list)) as T[];
}

/** The .NET list that constructors of symbols take. */
export function toSymbolList(symbols: KustoSymbol[]): unknown {
  const List = scriptGlobals().System.Collections.Generic.List$1(kusto.Symbols.Symbol).$ctor1;
  return new List(symbols);
}

/** Names of an enum by number (Bridge enums are plain objects from name to number). */
export function enumNames(numbers: Record<string, number | string>): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(numbers).flatMap(([name, value]) => (typeof value === 'number' ? [[value, name] as const] : [])),
  );
}
