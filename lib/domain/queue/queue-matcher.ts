/**
 * Which rows a query lets through. What depends only on the query is prepared once, what depends only on a row (its
 * search text) is kept per row object, so 50,000 rows are filtered while a key is still going down.
 */
import {
  emptyWord,
  fieldNamed,
  meWord,
  type NumberField,
  type QueueAsker,
  type QueueField,
  type QueueNoun,
  type TimeField,
  type WordField,
} from '@/lib/domain/queue/queue-field';
import type { FieldTerm, QueueQuery, QueueTerm, TextTerm } from '@/lib/domain/queue/queue-query';
import { numberTest, timeTest, type ValueTest } from '@/lib/domain/queue/value-test';

/** Whether a row is let through. */
export type RowTest<Row> = (row: Row) => boolean;
/** A condition and the field it is about; null for free text. */
export type PreparedTest<Row> = { field: string | null; test: RowTest<Row> };

const searchTexts = new WeakMap<object, string>();

function searchTextOf<Row extends object>(noun: QueueNoun<Row>, row: Row): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const text = noun.searchText(row).toLowerCase();
  searchTexts.set(row, text);
  return text;
}

function textTest<Row extends object>(term: TextTerm, noun: QueueNoun<Row>): RowTest<Row> {
  // The hash of `#4711` belongs to how numbers are shown, not to what is kept.
  const wanted = term.text.toLowerCase().replace(/^#(?=\d)/u, '');
  return (row) => searchTextOf(noun, row).includes(wanted);
}

/** A value with stars as a pattern over a whole lower-case word. */
function pattern(value: string): RegExp {
  const escaped = value.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'su');
}

type WordTest = (words: readonly string[]) => boolean;

/** A person is asked for by the whole principal name, or by a part of any of the names. */
function personTest(value: string, asker: QueueAsker): WordTest {
  const wanted = (value === meWord ? (asker.me ?? '') : value).toLowerCase();
  if (value === meWord || wanted.includes('@')) return ([name]) => name?.toLowerCase() === wanted;
  return (names) => names.some((name) => name.toLowerCase().includes(wanted));
}

function wordTest<Row>(field: WordField<Row>, values: readonly string[], asker: QueueAsker): RowTest<Row> {
  const { read } = field;
  const empty = values.includes(emptyWord(field));
  const given = values.filter((value) => value !== emptyWord(field)).map((value) => value.toLowerCase());
  const exact = new Set<string>();
  const tests: WordTest[] = [];
  for (const value of given) {
    if (field.kind === 'people') tests.push(personTest(value, asker));
    else if (field.kind === 'text' && !value.includes('*'))
      tests.push((words) => words.some((word) => word.toLowerCase().includes(value)));
    else if (value.includes('*')) {
      const shape = pattern(value);
      tests.push((words) => words.some((word) => shape.test(word.toLowerCase())));
    } else exact.add(value);
  }
  return (row) => {
    const words = read(row);
    if (words.length === 0) return empty;
    if (exact.size > 0) for (const word of words) if (exact.has(word) || exact.has(word.toLowerCase())) return true;
    for (const test of tests) if (test(words)) return true;
    return false;
  };
}

function anyOf(tests: readonly ValueTest[]): ValueTest {
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : (value) => tests.some((test) => test(value));
}

function numbersTest<Row>({ read }: NumberField<Row>, values: readonly string[], empty: boolean): RowTest<Row> {
  const test = anyOf(values.flatMap((value) => numberTest(value) ?? []));
  return (row) => {
    const value = read(row);
    return value === null ? empty : test(value);
  };
}

function timesTest<Row>(
  { read }: TimeField<Row>,
  values: readonly string[],
  empty: boolean,
  asker: QueueAsker,
): RowTest<Row> {
  const test = anyOf(values.flatMap((value) => timeTest(value, asker) ?? []));
  // "All time" asks for nothing, not even that there is a time.
  const everything = values.includes('all');
  return (row) => {
    if (everything) return true;
    const value = read(row);
    return value === null ? empty : test(Date.parse(value));
  };
}

function fieldTest<Row>(field: QueueField<Row>, term: FieldTerm, asker: QueueAsker): RowTest<Row> {
  const empty = term.values.includes(emptyWord(field));
  switch (field.kind) {
    case 'number':
      return numbersTest(field, term.values, empty);
    case 'time':
      return timesTest(field, term.values, empty, asker);
    default:
      return wordTest(field, term.values, asker);
  }
}

function prepareTerm<Row extends object>(
  term: QueueTerm,
  noun: QueueNoun<Row>,
  asker: QueueAsker,
): PreparedTest<Row>[] {
  const field = term.field === null ? null : fieldNamed(noun.fields, term.field);
  if (field === undefined) return [];
  const test = field === null || term.field === null ? textTest(asText(term), noun) : fieldTest(field, term, asker);
  return [{ field: field?.id ?? null, test: term.negated ? (row) => !test(row) : test }];
}

function asText(term: QueueTerm): TextTerm {
  return term.field === null ? term : { field: null, negated: term.negated, text: term.values.join(' ') };
}

/** The conditions of a query, each with its field; all of them must hold. */
export function prepareQuery<Row extends object>(
  query: QueueQuery,
  noun: QueueNoun<Row>,
  asker: QueueAsker,
): PreparedTest<Row>[] {
  return query.flatMap((term) => prepareTerm(term, noun, asker));
}

/** A predicate for one query; make it once per query, not per row. */
export function queueMatcher<Row extends object>(
  query: QueueQuery,
  noun: QueueNoun<Row>,
  asker: QueueAsker,
): RowTest<Row> {
  const tests = prepareQuery(query, noun, asker).map(({ test }) => test);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}
