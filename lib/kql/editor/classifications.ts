/** Spans of a query by what they are, for an editor's semantic colouring. */
import { type CodeService, enumNames, kusto, toArray } from '../parser/kusto';

/** `start` and `length` count UTF-16 units. */
export type Classification = {
  /** Kusto's kind: Table, Column, Function, QueryOperator, StringLiteral, Comment… */
  readonly kind: string;
  readonly start: number;
  readonly length: number;
};

const kindNames = enumNames(kusto.Editor.ClassificationKind);

/** For the first `length` UTF-16 units, in the order of the text. Throws when the parser crashes. */
export function classificationsOf(service: CodeService, length: number): Classification[] {
  return toArray(service.GetClassifications(0, length).Classifications).map((span) => ({
    kind: kindNames.get(span.Kind) ?? 'PlainText',
    start: span.Start,
    length: span.Length,
  }));
}
