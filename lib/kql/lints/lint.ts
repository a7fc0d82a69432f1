/** The shape of a lint: it reads one analysed query and says what it noticed. */
import type { TableSchema } from '../catalogue/table-schema';
import type { Diagnostic, Fix, Severity } from '../diagnostic';
import type { SyntaxNode } from '../parser/syntax-node';
import type { QueryProblem } from '../problem';

/** What the lints cannot read in the query. */
export type LintOptions = {
  /** True when the request bounds the event time by itself (Log Analytics `timespan`, hunting `Timespan`). */
  readonly hasTimespan?: boolean;
};

/** `source | operator | operator`: brackets around it left out. */
export type Pipeline = {
  readonly source: SyntaxNode;
  readonly operators: readonly SyntaxNode[];
  readonly start: number;
  readonly end: number;
  /** The variable that a `let` gives it, '' for others. */
  readonly name: string;
};

/** A query as lints read it. */
export type LintedQuery = {
  readonly text: string;
  /** The errors and warnings of Kusto. */
  readonly problems: readonly QueryProblem[];
  readonly tables: ReadonlyMap<string, TableSchema>;
  /** Names of functions that can be called, Kusto's own ones included. */
  readonly functionNames: () => Iterable<string>;
  readonly pluginNames: () => Iterable<string>;
  readonly operatorNames: () => Iterable<string>;
  readonly options: LintOptions;
  /** Every node of these kinds, in the order of the text. */
  readonly nodes: (...kinds: readonly string[]) => readonly SyntaxNode[];
  readonly pipelines: readonly Pipeline[];
};

export type Lint = (query: LintedQuery) => readonly Diagnostic[];

type Span = { readonly start: number; readonly length: number };

/** `code` is the lint's own name, words with hyphens. */
export const diagnosticAt = (
  { start, length }: Span,
  code: string,
  severity: Severity,
  message: string,
  fixes: readonly Fix[] = [],
): Diagnostic => ({ code, severity, message, start, length, fixes });

/** Puts `text` in the place of the span. */
export const replacement = (title: string, { start, length }: Span, text: string): Fix => ({
  title,
  edits: [{ start, length, text }],
});

/** `start` is a UTF-16 offset. */
export const insertion = (title: string, start: number, text: string): Fix =>
  replacement(title, { start, length: 0 }, text);
