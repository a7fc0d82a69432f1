/** What an editor shows of a query: complaints of Kusto and of our lints, with the repairs that are sure. */
import type { QueryProblem } from './problem';

/** One replacement in the text as it was checked. `start` and `length` count UTF-16 units. */
export type TextEdit = { readonly start: number; readonly length: number; readonly text: string };

/** A repair: its edits belong together and do not overlap. `title` says what it does, for a menu. */
export type Fix = { readonly title: string; readonly edits: readonly TextEdit[] };

/** `information` is advice about a query that is right as it stands. */
export type Severity = QueryProblem['severity'] | 'information';

export type Diagnostic = Omit<QueryProblem, 'severity'> & {
  readonly severity: Severity;
  /** The best one first; empty when what is meant is anybody's guess. */
  readonly fixes: readonly Fix[];
};

/** The text after a repair. */
export function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, length, text: piece }) => all.slice(0, start) + piece + all.slice(start + length), text);
}
