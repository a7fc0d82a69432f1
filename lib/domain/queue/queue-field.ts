/**
 * What a queue can be asked about: one field of its rows, described once. The query bar, the facets, grouping, sorting
 * and export all read this description, so they know neither incidents nor alerts.
 */

type FieldBase = {
  /** What is typed before the colon; lower-case letters and digits. */
  id: string;
  label: string;
  /** Other words for the same field, e.g. `owner` for `assignee`. */
  aliases?: readonly string[];
  /** Offered as a facet with counts. */
  facet?: boolean;
  groupable?: boolean;
  sortable?: boolean;
  /** One sentence for the completion list. */
  hint?: string;
};

/**
 * Fields whose values are words.
 * - choice: one of `values`
 * - people: `read` gives the user principal name first and then other names of the same person; empty is nobody
 * - tags: any words, several per row
 * - text: searched for a part
 */
export type WordField<Row> = FieldBase & {
  kind: 'choice' | 'people' | 'tags' | 'text';
  /** Canonical values of a row; empty when it has none. */
  read: (row: Row) => readonly string[];
  /** All values of a choice in their natural order. */
  values?: readonly string[];
  /** How a value reads in English; by default as it is. */
  words?: (value: string) => string;
  /** What rows are ordered by, when it is not the first value's text (null stands last). */
  sortValue?: (row: Row) => number | string | null;
};

/** `read` gives null where a row has no number. */
export type NumberField<Row> = FieldBase & { kind: 'number'; read: (row: Row) => number | null };

/** `read` gives ISO 8601 UTC. */
export type TimeField<Row> = FieldBase & { kind: 'time'; read: (row: Row) => string | null };

export type QueueField<Row> = WordField<Row> | NumberField<Row> | TimeField<Row>;

/** A queue as a whole: what its rows are called, how each is told apart, and what free text looks at. */
export type QueueNoun<Row> = {
  name: string;
  one: string;
  many: string;
  keyOf: (row: Row) => string;
  fields: readonly QueueField<Row>[];
  /** Everything of a row that free text searches. Read once per row object. */
  searchText: (row: Row) => string;
};

/** Who asks, when, and in which zone a date without one is meant. */
export type QueueAsker = { me: string | null; now: Date; zone: 'utc' | 'local' };

/** The word that stands for "has no value": nobody for people. */
export function emptyWord(field: Pick<QueueField<never>, 'kind'>): string {
  return field.kind === 'people' ? 'unassigned' : 'none';
}

/** The value that stands for who asks, in fields of people. */
export const meWord = 'me';

/** Everything but numbers and times. */
export function isWordField<Row>(field: QueueField<Row>): field is WordField<Row> {
  return field.kind !== 'number' && field.kind !== 'time';
}

const indexes = new WeakMap<readonly object[], Map<string, unknown>>();

/** The field of that id or alias, in any case. */
export function fieldNamed<Row>(fields: readonly QueueField<Row>[], name: string): QueueField<Row> | undefined {
  let index = indexes.get(fields);
  if (index === undefined) {
    index = new Map(
      fields.flatMap((field) => [field.id, ...(field.aliases ?? [])].map((word) => [word.toLowerCase(), field])),
    );
    indexes.set(fields, index);
  }
  return indexed<Row>(index, name.toLowerCase());
}

/** The index was built from these very fields, so what it holds are fields of this row type. */
function indexed<Row>(index: Map<string, unknown>, name: string): QueueField<Row> | undefined {
  return index.get(name) as QueueField<Row> | undefined;
}

/** Words for the values of a choice, out of a table of them. */
export function wordsOf(table: Readonly<Record<string, string>>): (value: string) => string {
  return (value) => table[value] ?? value;
}

/** How a value of a field reads: `inProgress` → `In progress`, `none` → `None`. */
export function valueWords<Row>(field: QueueField<Row>, value: string): string {
  if (value === emptyWord(field)) return field.kind === 'people' ? 'Unassigned' : 'None';
  if (field.kind === 'people' && value === meWord) return 'Me';
  return isWordField(field) && field.words !== undefined ? field.words(value) : value;
}
