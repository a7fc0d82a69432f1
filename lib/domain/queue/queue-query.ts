/**
 * What a queue is asked for, as a tree that chips and text share. Terms are conditions that must all hold; the values
 * of one term are alternatives. `severity:high,medium -tag:test alerts>10 "risky sign-in"`
 */

/** A field by its id; one of the values is enough, and `negated` turns the whole term round. */
export type FieldTerm = { field: string; negated: boolean; values: readonly string[] };
/** A word or phrase that must occur anywhere. */
export type TextTerm = { field: null; negated: boolean; text: string };

/** One condition. */
export type QueueTerm = FieldTerm | TextTerm;
export type QueueQuery = readonly QueueTerm[];

/** Something in a query text that makes no sense: where (UTF-16 offsets, `to` exclusive), why, and what may be meant. */
export type QueueProblem = { from: number; to: number; message: string; meant?: string };

/** `by` is the id of a field. */
export type QueueSort = { by: string; direction: 'ascending' | 'descending' };

/** Tells conditions on a field from free text. */
export function isFieldTerm(term: QueueTerm): term is FieldTerm {
  return term.field !== null;
}
