/** Null equals nothing, itself included, and text is never null: such comparisons keep no row, or every row. */
import type { SyntaxNode } from '../parser/syntax-node';
import { diagnosticAt, type Lint, type LintedQuery, replacement } from './lint';

const isNullLiteral = (node: SyntaxNode | undefined): boolean =>
  node !== undefined &&
  (/^\w+\s*\(\s*null\s*\)$/.test(node.text) || node.text === 'null') &&
  /Literal|Name/.test(node.kind);

const nullComparisons: Lint = (query) =>
  query.nodes('EqualExpression', 'NotEqualExpression').flatMap((comparison) => {
    const [left, right] = [comparison.optional('Left'), comparison.optional('Right')];
    const subject = isNullLiteral(right) ? left : isNullLiteral(left) ? right : undefined;
    if (!subject || isNullLiteral(subject)) return [];
    const isEqual = comparison.kind === 'EqualExpression';
    const isText = subject.type.scalar === 'string';
    const test = `${isEqual ? 'is' : 'isnot'}${isText ? 'empty' : 'null'}(${subject.text})`;
    const message = isEqual
      ? `Comparing with null is never true, not even for null. ${test} asks whether there is a value.`
      : `Comparing with null by != says nothing about null itself. ${test} asks whether there is a value.`;
    return [
      diagnosticAt(comparison, 'null-comparison', 'warning', message, [replacement(`Use ${test}`, comparison, test)]),
    ];
  });

const forText: Readonly<Record<string, string>> = { isnull: 'isempty', isnotnull: 'isnotempty', notnull: 'isnotempty' };

const nullText: Lint = (query) =>
  query.nodes('FunctionCallExpression').flatMap((call) => {
    const name = call.optional('Name');
    const instead = forText[name?.simpleName ?? ''];
    const [argument] = call.optional('ArgumentList')?.list('Expressions') ?? [];
    if (!name || !instead || argument?.type.scalar !== 'string') return [];
    const verdict = instead === 'isempty' ? 'false' : 'true';
    const message = `Text is never null in Kusto, so this is always ${verdict}. ${instead}() asks whether there is text.`;
    return [diagnosticAt(call, 'null-comparison', 'warning', message, [replacement(`Use ${instead}`, name, instead)])];
  });

export const nullComparison = (query: LintedQuery) => [...nullComparisons(query), ...nullText(query)];
