/** `summarize … by Timestamp` makes a group of nearly every event: times are grouped by bin(). */
import type { SyntaxNode } from '../parser/syntax-node';
import { diagnosticAt, type Lint, replacement } from './lint';

const eventTime = /^(Timestamp|TimeGenerated)$/;

export const summarizeByInstant: Lint = (query) =>
  query.pipelines.flatMap(({ operators }) =>
    operators.flatMap((operator, index) => {
      if (operator.kind !== 'SummarizeOperator') return [];
      const keys = operator.optional('ByClause')?.list('Expressions') ?? [];
      return keys.flatMap((key) => {
        const time = key.kind === 'SimpleNamedExpression' ? key.optional('Expression') : key;
        if (time?.kind !== 'NameReference' || !eventTime.test(time.simpleName)) return [];
        if (
          time.type.scalar !== 'datetime' ||
          operators.slice(0, index).some((earlier) => redefines(earlier, time.simpleName))
        )
          return [];
        const binned = `bin(${time.simpleName}, 1h)`;
        const message = `Each instant of ${time.simpleName} becomes a group of its own, nearly one per event. ${binned} groups by the hour.`;
        return [
          diagnosticAt(time, 'summarize-by-instant', 'information', message, [
            replacement(`Use ${binned}`, time, binned),
          ]),
        ];
      });
    }),
  );

/** `extend Timestamp = bin(Timestamp, 1h)` has done it already; what a summarize leaves is coarse as well. */
const redefines = (operator: SyntaxNode, name: string): boolean =>
  operator.kind === 'SummarizeOperator' ||
  [...operator.descendants()].some(
    (part) => part.kind === 'SimpleNamedExpression' && part.optional('Name')?.simpleName === name,
  );
