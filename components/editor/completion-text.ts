/** How a completion of Microsoft's service is written into the text. */
import type { Completion } from '@/lib/kql/editor/completions';

/** Snippet syntax gives `$`, `}` and `\` a meaning of their own. */
function literal(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

export type CompletionText = {
  text: string;
  /** True when `text` is a snippet with the caret at `$0`. */
  snippet: boolean;
  /** True when what can follow should be offered at once. */
  askAgain: boolean;
};

export function completionText({ before, after }: Pick<Completion, 'before' | 'after'>): CompletionText {
  // The service pads with a blank even after an opening bracket, where nobody wants one.
  const start = before.replace(/(?<=[([{]) +$/u, '');
  if (after === '') return { text: start, snippet: false, askAgain: start.endsWith(' ') };
  return { text: `${literal(start)}$0${literal(after)}`, snippet: true, askAgain: true };
}

/** Lone brackets and signs, which the service also lists, are quicker typed than chosen. */
export const worthOffering = ({ kind }: Completion) => kind !== 'Punctuation';

/** After a blank the list opens only where something must follow, else Enter would accept what nobody asked for. */
export function expectsMore(textBefore: string): boolean {
  return /(?:\||,|\(|\b(?:where|and|or|not|by|on|project|project-away|project-keep|project-reorder|extend|summarize|distinct|join|lookup|union|sort by|order by|top \d+ by|render|invoke|evaluate|mv-expand|kind=\w+))\s$/u.test(
    textBefore,
  );
}
