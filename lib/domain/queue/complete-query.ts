/** What could be typed next: names of fields, and after a colon the values of that field. */
import { printQuery } from '@/lib/domain/queue/print-query';
import {
  emptyWord,
  fieldNamed,
  isWordField,
  meWord,
  type QueueField,
  valueWords,
} from '@/lib/domain/queue/queue-field';
import { type ScannedTerm, scanTerms } from '@/lib/domain/queue/scan-terms';

/** One thing that could be typed; `count` is how many rows have it. */
export type Completion = {
  /** Replaces the text from `from` to `to` of the offer. */
  insert: string;
  label: string;
  detail?: string;
  count?: number;
};

/** `from` and `to` are UTF-16 offsets, `to` exclusive; `field` is null while the name of one is typed. */
export type CompletionOffer = { from: number; to: number; field: string | null; options: readonly Completion[] };

/** The values that a field has in the rows, most rows first; only asked for a field whose values are not a fixed list. */
export type ValuesOf = (field: string) => readonly { value: string; count: number }[];

const mostOptions = 20;
const times: readonly [string, string][] = [
  ['1d', 'last 24 hours'],
  ['7d', 'last 7 days'],
  ['30d', 'last 30 days'],
  ['today', 'since midnight'],
  ['yesterday', 'the day before'],
  ['all', 'any time'],
];

function fieldOptions<Row>(fields: readonly QueueField<Row>[], begun: string): Completion[] {
  const wanted = begun.toLowerCase();
  return fields
    .filter(({ id, label, aliases = [] }) =>
      [id, label, ...aliases].some((word) => word.toLowerCase().startsWith(wanted)),
    )
    .map((field) => ({
      insert: `${field.id}:`,
      label: field.id,
      detail: field.hint ?? field.label,
    }));
}

function printed(field: string, value: string): string {
  // As the printer would write it, without the field's name.
  return printQuery([{ field, negated: false, values: [value] }]).slice(field.length + 1);
}

function knownValues<Row>(field: QueueField<Row>, valuesOf: ValuesOf): { value: string; count?: number }[] {
  if (!isWordField(field)) return [];
  const counted = valuesOf(field.id);
  if (field.values !== undefined) {
    const counts = new Map(counted.map(({ value, count }) => [value, count]));
    return field.values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  }
  const named = field.kind === 'people' ? [{ value: meWord }, { value: emptyWord(field) }] : [];
  return [...named, ...counted.filter(({ value }) => !named.some((other) => other.value === value))];
}

function begins({ label, value }: { label: string; value: string }, wanted: string): boolean {
  return label.toLowerCase().startsWith(wanted) || value.toLowerCase().startsWith(wanted);
}

function valueOptions<Row>(field: QueueField<Row>, begun: string, valuesOf: ValuesOf): Completion[] {
  const wanted = begun.toLowerCase();
  if (field.kind === 'time')
    return times
      .filter(([text, words]) => text.startsWith(wanted) || words.includes(wanted))
      .map(([text, words]) => ({ insert: text, label: text, detail: words }));
  return knownValues(field, valuesOf)
    .map(({ value, ...rest }) => ({
      insert: printed(field.id, value),
      label: valueWords(field, value),
      value,
      ...rest,
    }))
    .filter(({ label, value }) => label.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted))
    .sort((left, right) => Number(begins(right, wanted)) - Number(begins(left, wanted)))
    .map(({ value: _value, ...option }) => option);
}

function termAt(text: string, caret: number): ScannedTerm | undefined {
  return scanTerms(text).find((term) => term.from < caret && caret <= term.to);
}

/** Null when there is nothing to offer at the caret. Between words all fields are offered, but only to who asks for them. */
export function completeQuery<Row>(
  text: string,
  caret: number,
  fields: readonly QueueField<Row>[],
  valuesOf: ValuesOf,
  asked = false,
): CompletionOffer | null {
  const term = termAt(text, caret);
  const offer = (from: number, to: number, field: string | null, options: Completion[]): CompletionOffer | null =>
    options.length === 0 ? null : { from, to, field, options: options.slice(0, mostOptions) };
  if (term === undefined) return asked ? offer(caret, caret, null, fieldOptions(fields, '')) : null;
  const start = term.from + (term.negated ? 1 : 0);
  if (term.name === null) {
    const begun = text.slice(start, caret);
    return begun.startsWith('"') ? null : offer(start, term.to, null, fieldOptions(fields, begun));
  }
  if (caret <= term.name.to) return offer(start, term.name.to, null, fieldOptions(fields, text.slice(start, caret)));
  const field = fieldNamed(fields, term.name.text);
  const value = term.values.find(({ from, to }) => from <= caret && caret <= to);
  if (field === undefined || value === undefined || term.operator !== ':') return null;
  const begun = text.slice(value.from, caret).replace(/^"/u, '');
  return offer(value.from, value.to, field.id, valueOptions(field, begun, valuesOf));
}
