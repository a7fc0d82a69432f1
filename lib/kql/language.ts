/**
 * What the product knows of KQL, over Microsoft's own parser and binder. Synchronous and pure; works in Node and in a
 * browser worker. Making a language for the whole catalogue takes a few hundred milliseconds: make it once.
 */
import type { KqlEnvironment } from './catalogue/saved-function';
import type { TableSchema } from './catalogue/table-schema';
import { type Classification, classificationsOf } from './editor/classifications';
import { type Completions, completionsOf } from './editor/completions';
import { tablesIn } from './editor/tables-in';
import type { Analysis } from './parser/analyse';
import { createNames } from './parser/globals';
import { kusto } from './parser/kusto';
import { rememberAnalyses } from './parser/remembered';
import type { SyntaxNode } from './parser/syntax-node';
import type { QueryProblem } from './problem';
import { createSavedFunctions } from './saved-functions';

/** Places are UTF-16 offsets. None of its functions throws, whatever the text is. */
export type KqlLanguage = {
  /** Kusto's diagnostics (codes KSxxx) at their spans; empty when the query is right. */
  diagnose(text: string): readonly QueryProblem[];
  /** What can be written at `offset`, and which span of the text it replaces. */
  complete(text: string, offset: number): Completions;
  /** Microsoft's quick info about what stands at `offset`: plain text, or null. */
  hover(text: string, offset: number): string | null;
  /** Spans by what they are, for colouring; ordered, not overlapping. */
  classify(text: string): readonly Classification[];
  /** Names of the catalogue's tables that the query reads, through lets and wildcards; each once. */
  tablesOf(text: string): readonly string[];
  /** The query laid out as Microsoft's formatter does; the text itself when it cannot be formatted. */
  format(text: string): string;
  /** The bound syntax tree, for the engine. */
  analyse(text: string): Analysis;
  /** Names of the functions that are saved or Microsoft's own, `let` functions left out. */
  functionNames(): ReadonlySet<string>;
  /** The declaration of such a function, for its parameters: the body is not in it. Undefined when there is none. */
  declarationOf(name: string): SyntaxNode | undefined;
  /** Why Kusto would not call a function that somebody saved; undefined when it would. */
  problemOf(name: string): QueryProblem | undefined;
};

/** A query's analysis takes tens of milliseconds; those asked last are kept, a megabyte or so each. */
const mostRemembered = 40;

/** `environment` says which functions are saved besides Microsoft's own. */
export function createLanguage(tables: readonly TableSchema[], environment: KqlEnvironment = {}): KqlLanguage {
  const known = createNames(tables, environment);
  const service = (text: string) => new kusto.Editor.KustoCodeService.$ctor1(text, known().globals);
  const names = new Set(tables.map((table) => table.name));
  const saved = createSavedFunctions(known, names);
  const analyse = rememberAnalyses(mostRemembered);
  const ask = (text: string) => analyse(text, known().globals);
  return {
    diagnose: (text) => ask(text).problems,
    complete: (text, offset) =>
      orElse({ start: offset, length: 0, entries: [] }, () => completionsOf(service(text), offset)),
    hover: (text, offset) => orElse(null, () => service(text).GetQuickInfo(offset)?.Text || null),
    classify: (text) => orElse([], () => classificationsOf(service(text), text.length)),
    tablesOf: (text) => tablesIn(ask(text).syntax, names, saved.tablesOf),
    format: (text) => orElse(text, () => service(text).GetFormattedText()?.Text ?? text),
    analyse: ask,
    functionNames: () => known().functionNames,
    declarationOf: saved.declarationOf,
    problemOf: saved.problemOf,
  };
}

/** The editor's services are best effort: where the parser crashes on half-written text, there is simply nothing to say. */
function orElse<T>(fallback: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return fallback;
  }
}
