/** Terms as the text that reads back to the same terms. */
import type { QueueQuery, QueueTerm } from '@/lib/domain/queue/queue-query';
import { scanTerms } from '@/lib/domain/queue/scan-terms';

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, (character) => `\\${character}`)}"`;
}

function printValue(value: string): string {
  // A slash after the colon would make an address of it (see scan-terms).
  return value === '' || /[\s",]|^[/\\]/u.test(value) ? quoted(value) : value;
}

/** A word that would be read as something else (a field, a negation, an OR) is quoted. */
function printText(text: string): string {
  const [first, ...rest] = scanTerms(text);
  const plain =
    rest.length === 0 && first?.name === null && !first.negated && first.values[0]?.quoted === false && text !== 'OR';
  return plain && first?.from === 0 && first.to === text.length ? text : quoted(text);
}

/** One term as `printQuery` writes it. */
export function printTerm(term: QueueTerm): string {
  const sign = term.negated ? '-' : '';
  if (term.field === null) return sign + printText(term.text);
  const [first = ''] = term.values;
  const compares = term.values.length === 1 && /^[<>]/u.test(first);
  return `${sign}${term.field}${compares ? '' : ':'}${term.values.map(printValue).join(',')}`;
}

export function printQuery(query: QueueQuery): string {
  return query.map(printTerm).join(' ');
}
