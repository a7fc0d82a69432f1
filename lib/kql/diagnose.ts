/**
 * What Kusto and our lints have to say of a query, with repairs. Pure and synchronous; runs in the editor's worker. The
 * lints read the tree that Kusto's binder has made, so that they add a few milliseconds to the parse.
 */
import type { TableSchema } from './catalogue/table-schema';
import type { Diagnostic } from './diagnostic';
import type { KqlLanguage } from './language';
import { allLints } from './lints/all-lints';
import { assignmentFixes } from './lints/assignment';
import type { LintedQuery, LintOptions } from './lints/lint';
import { toLintedQuery } from './lints/linted-query';
import { meantName } from './lints/unknown-name';
import type { Analysis } from './parser/analyse';
import { languageNames } from './parser/language-names';

/** The tables that a query can read, and the language that was made of them. */
export type KqlSchema = {
  readonly tables: ReadonlyMap<string, TableSchema>;
  readonly language: Pick<KqlLanguage, 'analyse' | 'functionNames'>;
};

/** `language` must have been made of the same tables. */
export function toSchema(tables: readonly TableSchema[], language: KqlSchema['language']): KqlSchema {
  return { tables: new Map(tables.map((table) => [table.name, table])), language };
}

/** Kusto's diagnostics (KS…) first, then the lints' (words with hyphens), each group in the order of the text. */
export function diagnose(text: string, schema: KqlSchema, options: LintOptions = {}): readonly Diagnostic[] {
  return diagnoseAnalysis(schema.language.analyse(text), schema, options);
}

/** The same for a query that has been analysed already. */
export function diagnoseAnalysis(
  analysis: Analysis,
  { tables, language }: KqlSchema,
  options: LintOptions = {},
): readonly Diagnostic[] {
  const names = {
    functionNames: () => [...languageNames().functions, ...languageNames().aggregates, ...language.functionNames()],
    pluginNames: () => languageNames().plugins,
    operatorNames: () => languageNames().operators.keys(),
  };
  const query = toLintedQuery(analysis, tables, names, options);
  const found = allLints.flatMap((lint) => lint(query));
  return [...kustoDiagnostics(query), ...found.sort((a, b) => a.start - b.start)];
}

/** Kusto's own words are kept; what a lint knows is added behind them. */
function kustoDiagnostics(query: LintedQuery): Diagnostic[] {
  const assignments = assignmentFixes(query.text, query.problems);
  return query.problems.map((problem): Diagnostic => {
    const assignment = assignments.get(problem);
    if (assignment)
      return { ...problem, message: `${problem.message} One = names a value; == compares.`, fixes: [assignment] };
    const meant = meantName(problem, query);
    return meant
      ? { ...problem, message: `${problem.message} ${meant.remark}`, fixes: meant.fixes }
      : { ...problem, fixes: [] };
  });
}
