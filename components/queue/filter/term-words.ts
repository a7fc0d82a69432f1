/** Conditions in words: for chips, for the heading and for an empty queue. */
import { fieldNamed, type QueueField, type QueueNoun, valueWords } from '@/lib/domain/queue/queue-field';
import type { FieldTerm, QueueQuery, QueueTerm } from '@/lib/domain/queue/queue-query';

const units: Record<string, string> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' };

function timeWords(value: string): string {
  const last = /^(\d+)([mhdw])$/u.exec(value);
  if (last !== null) return value === '1d' ? 'last 24 hours' : `last ${last[1]} ${units[last[2] ?? ''] ?? ''}`;
  if (value === 'all') return 'any time';
  const minutes = value.replaceAll(/(\d{2}:\d{2}):00(\.000)?/gu, '$1').replaceAll('T', ' ');
  if (minutes.includes('..')) {
    const [from = '', to = ''] = minutes.split('..');
    return from === '' ? `until ${to}` : to === '' ? `since ${from}` : `${from} – ${to}`;
  }
  return minutes.replace(/^>=/u, 'since ').replace(/^>/u, 'after ').replace(/^<=/u, 'until ').replace(/^</u, 'before ');
}

function numberWords(value: string): string {
  return value
    .replace(/^>=/u, 'at least ')
    .replace(/^<=/u, 'at most ')
    .replace(/^>/u, 'over ')
    .replace(/^</u, 'under ')
    .replace('..', '–');
}

export function conditionWords<Row>(field: QueueField<Row>, value: string): string {
  if (field.kind === 'time') return timeWords(value);
  return field.kind === 'number' ? numberWords(value) : valueWords(field, value);
}

/** `a`, `a, b`, `3 chosen`. */
function few(words: readonly string[]): string {
  return words.length > 2 ? `${words.length} chosen` : words.join(', ');
}

/** What a chip says about all conditions of its field: `New, In progress`, `not Resolved`; null without any. */
export function chipWords<Row>(field: QueueField<Row>, terms: readonly FieldTerm[]): string | null {
  if (terms.length === 0) return null;
  return terms
    .map(({ negated, values }) => {
      const words = few(values.map((value) => conditionWords(field, value)));
      return negated ? `not ${words}` : words;
    })
    .join(', ');
}

function sentence<Row>(term: QueueTerm, noun: QueueNoun<Row>): string {
  if (term.field === null) return `${term.negated ? 'without ' : ''}“${term.text}”`;
  const field = fieldNamed(noun.fields, term.field);
  if (field === undefined) return '';
  const words = term.values.map((value) => conditionWords(field, value)).join(', ');
  // A word of a choice says what it is about; a number or a time does not.
  const name = field.kind === 'choice' && !term.negated ? '' : `${field.label.toLowerCase()} `;
  const joint = field.kind === 'time' && !term.negated && term.values.some((value) => /^\d+[mhdw]$/u.test(value));
  return `${name}${term.negated ? 'not ' : ''}${joint ? 'in ' : ''}${words}`;
}

/** Every condition on its own: `New, In progress`, `updated in last 30 days`. */
export function queryWords<Row>(query: QueueQuery, noun: QueueNoun<Row>): string[] {
  return query.map((term) => sentence(term, noun)).filter((words) => words !== '');
}
