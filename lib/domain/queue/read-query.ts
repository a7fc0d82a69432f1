/** A query text as terms that can be matched, and what in it makes no sense. A term with a problem is left out. */
import { nearestWord } from '@/lib/domain/queue/nearest-word';
import {
  emptyWord,
  fieldNamed,
  isWordField,
  meWord,
  type QueueField,
  valueWords,
  type WordField,
} from '@/lib/domain/queue/queue-field';
import type { QueueProblem, QueueQuery, QueueTerm } from '@/lib/domain/queue/queue-query';
import { type ScannedTerm, type ScannedValue, scanTerms } from '@/lib/domain/queue/scan-terms';
import { numberTest, timeSpan } from '@/lib/domain/queue/value-test';

export type ReadQuery = { query: QueueQuery; problems: readonly QueueProblem[] };

/** `In progress`, `in-progress` and `INPROGRESS` are the same word. */
function folded(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/gu, '');
}

const nobody = new Set(['unassigned', 'none', 'nobody']);
/** Only to see whether a time makes sense; the answer does not depend on it. */
const anyAsker = { me: null, now: new Date(0), zone: 'utc' } as const;

type Meaning = { value: string } | { message: string; meant?: string };

function choiceMeaning<Row>(field: WordField<Row>, text: string): Meaning {
  const wanted = folded(text);
  const values = field.values ?? [];
  const found = values.find((value) => folded(value) === wanted || folded(valueWords(field, value)) === wanted);
  if (found !== undefined) return { value: found };
  const meant = nearestWord(text, values);
  return {
    message: `${field.label} is one of ${values.map((value) => valueWords(field, value)).join(', ')}.`,
    ...(meant === null ? {} : { meant }),
  };
}

function valueMeaning<Row>(field: QueueField<Row>, text: string): Meaning {
  if (folded(text) === emptyWord(field) || (field.kind === 'people' && nobody.has(folded(text))))
    return { value: emptyWord(field) };
  if (field.kind === 'number')
    return numberTest(text) === null ? { message: `${field.label} is a number: 10, >10, 10..20.` } : { value: text };
  if (field.kind === 'time')
    return timeSpan(text, anyAsker) === null
      ? { message: `${field.label} is a time: 7d, today, 2025-01-10, >2025-01-10, 2025-01-10..2025-01-12.` }
      : { value: text };
  if (field.kind === 'choice' && field.values !== undefined) return choiceMeaning(field, text);
  if (field.kind === 'people') return { value: folded(text) === meWord ? meWord : text.toLowerCase() };
  return { value: text };
}

function readValue<Row>(field: QueueField<Row>, operator: string, value: ScannedValue): Meaning {
  if (value.text === '')
    return { message: `${field.label} needs a value after “${operator === ':' ? ':' : operator}”.` };
  if (operator === ':' || operator === '=') return valueMeaning(field, value.text);
  if (isWordField(field)) return { message: `${field.label} has no order; write ${field.id}:${value.text}.` };
  return valueMeaning(field, operator + value.text);
}

function readTerm<Row>(term: ScannedTerm, fields: readonly QueueField<Row>[]): { term: QueueTerm } | QueueProblem[] {
  const [first] = term.values;
  if (term.name === null) {
    const text = first?.text ?? '';
    if (text === 'OR' && first?.quoted === false)
      return [
        { from: term.from, to: term.to, message: 'Alternatives are written with a comma: severity:high,medium.' },
      ];
    return { term: { field: null, negated: term.negated, text } };
  }
  const field = fieldNamed(fields, term.name.text);
  if (field === undefined) {
    const meant = nearestWord(
      term.name.text,
      fields.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
    );
    const { from, to, text } = term.name;
    const message = `There is no field “${text}”. Quotation marks make it text.`;
    return [{ from, to, message, ...(meant === null ? {} : { meant }) }];
  }
  const values: string[] = [];
  const problems: QueueProblem[] = [];
  for (const scanned of term.values) {
    const meaning = readValue(field, term.operator, scanned);
    if ('value' in meaning) {
      if (!values.includes(meaning.value)) values.push(meaning.value);
    } else {
      const from = scanned.text === '' ? term.from : scanned.from;
      problems.push({ from, to: Math.max(scanned.to, from + 1), ...meaning });
    }
  }
  return problems.length > 0 ? problems : { term: { field: field.id, negated: term.negated, values } };
}

export function readQuery<Row>(text: string, fields: readonly QueueField<Row>[]): ReadQuery {
  const query: QueueTerm[] = [];
  const problems: QueueProblem[] = [];
  for (const scanned of scanTerms(text)) {
    const read = readTerm(scanned, fields);
    if ('term' in read) {
      if (read.term.field !== null || read.term.text !== '') query.push(read.term);
    } else problems.push(...read);
  }
  return { query, problems };
}
