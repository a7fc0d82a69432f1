/**
 * What a queue is asked for, as a tree that chips and text share. Terms are conditions that must all hold; the values
 * of one term are alternatives. `severity:high,medium -tag:test alerts>10 "risky sign-in"`
 */

export type FieldTerm = { field: string; negated: boolean; values: readonly string[] };
/** A word or phrase that must occur anywhere. */
export type TextTerm = { field: null; negated: boolean; text: string };
export type QueueTerm = FieldTerm | TextTerm;
export type QueueQuery = readonly QueueTerm[];

/** Something in a query text that makes no sense: where (UTF-16 offsets, `to` exclusive), why, and what may be meant. */
export type QueueProblem = { from: number; to: number; message: string; meant?: string };

export type QueueSort = { by: string; direction: 'ascending' | 'descending' };

export function isFieldTerm(term: QueueTerm): term is FieldTerm {
  return term.field !== null;
}
