/** Spans of a query by what they are, for an editor's semantic colouring. */
import { type CodeService, enumNames, kusto, toArray } from '../parser/kusto';

export type Classification = {
  /** Kusto's kind: Table, Column, Function, QueryOperator, StringLiteral, Comment… */
  readonly kind: string;
  readonly start: number;
  readonly length: number;
};

const kindNames = enumNames(kusto.Editor.ClassificationKind);

export function classificationsOf(service: CodeService, length: number): Classification[] {
  return toArray(service.GetClassifications(0, length).Classifications).map((span) => ({
    kind: kindNames.get(span.Kind) ?? 'PlainText',
    start: span.Start,
    length: span.Length,
  }));
}
