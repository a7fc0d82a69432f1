/**
 * Window functions read a row's neighbours, so Kusto takes them over serialized rows only: over rows that an operator
 * has put in an order, or that `serialize` froze. Lowered rows do not say which operator they come from; this remembers
 * those that are known to have no order. Of what is not known (the rows inside mv-apply and partition) nothing is asked.
 * https://learn.microsoft.com/kusto/query/serialize-operator#serialization-behavior-of-operators
 */
import type { Rows, Span } from '../ir';
import { SemanticError } from '../refusal';
import type { Context } from './context';

const unserialized = new WeakSet<Rows>();

const gainOrder: ReadonlySet<string> = new Set([
  'GetSchemaOperator',
  'SerializeOperator',
  'SortOperator',
  'TopHittersOperator',
  'TopOperator',
]);

const loseOrder: ReadonlySet<string> = new Set([
  'CountOperator',
  'DistinctOperator',
  'EvaluateOperator',
  'FacetOperator',
  'JoinOperator',
  'MakeSeriesOperator',
  'MvExpandOperator',
  'ReduceByOperator',
  'SampleDistinctOperator',
  'SampleOperator',
  'SummarizeOperator',
  'TopNestedOperator',
]);

export const isUnserialized = (rows: Rows): boolean => unserialized.has(rows);

/** Remembers that these rows have no order: those of a table, and what operators make of them. */
export function withoutOrder(rows: Rows): Rows {
  unserialized.add(rows);
  return rows;
}

/** What an operator of this kind gives has the order of its input, unless it is one that makes or loses one. */
export function withOrderOf(operator: string, input: Rows, result: Rows): Rows {
  // `serialize` alone changes nothing but this: its rows are the input's, and yet others.
  if (gainOrder.has(operator)) return isUnserialized(result) ? { ...result } : result;
  return loseOrder.has(operator) || isUnserialized(input) ? withoutOrder(result) : result;
}

/** Whether window functions among this operator's expressions meet rows without an order. */
export const meetsNoOrder = (operator: string, input: Rows): boolean =>
  operator !== 'SerializeOperator' && isUnserialized(input);

export function requireOrder(name: string, span: Span, context: Context): void {
  if (!context.isUnserialized) return;
  throw new SemanticError(
    'General_BadRequest',
    `The function ${name}() needs serialized rows: sort them first, or use serialize.`,
    span,
  );
}
