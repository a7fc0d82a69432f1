/** The words of an OData `$filter`. */
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type FilterToken = { kind: 'word' | 'text' | 'punctuation'; value: string; at: number };

/** Words hold paths (`properties/status`), dates, numbers and operators; a text is in single quotes, doubled inside. */
const pattern = /\s*(?:('(?:[^']|'')*')|([(),:])|([^\s'(),:]+(?::\d\d[^\s'(),]*)?))/y;

export function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw syntaxError(text, at);
    const [, quoted, punctuation, word] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.slice(1, -1).replaceAll("''", "'"), at });
    else if (punctuation !== undefined) tokens.push({ kind: 'punctuation', value: punctuation, at });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, at });
  }
  return tokens;
}

export const syntaxError = (text: string, at: number): Refusal =>
  new Refusal(400, 'BadRequest', `Invalid filter clause: Syntax error at position ${at} in '${text}'.`);
