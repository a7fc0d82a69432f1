/** Completion entries as an editor wants them, from Microsoft's completion service. */
import { type CodeService, enumNames, kusto, toArray } from '../parser/kusto';

/** One entry. */
export type Completion = {
  readonly label: string;
  /** Kusto's kind: Table, Column, ScalarFunction, AggregateFunction, QueryPrefix, Keyword… */
  readonly kind: string;
  /** What typed text is matched against. */
  readonly filter: string;
  readonly sort: string;
  /** Inserted before and after the caret: `strlen(` and `)`. */
  readonly before: string;
  readonly after: string;
};

export type Completions = {
  /** The span that an entry replaces. */
  readonly start: number;
  readonly length: number;
  readonly entries: readonly Completion[];
};

const kindNames = enumNames(kusto.Editor.CompletionKind);

/** `offset` counts UTF-16 units. Throws when the parser crashes. */
export function completionsOf(service: CodeService, offset: number): Completions {
  const found = service.GetCompletionItems(offset, kusto.Editor.CompletionOptions.Default);
  const entries = toArray(found.Items).map((entry) => ({
    label: entry.DisplayText,
    kind: kindNames.get(entry.Kind) ?? 'Unknown',
    filter: entry.MatchText || entry.DisplayText,
    sort: entry.OrderText || entry.DisplayText,
    before: entry.BeforeText || entry.DisplayText,
    after: entry.AfterText ?? '',
  }));
  return { start: found.EditStart, length: found.EditLength, entries };
}
