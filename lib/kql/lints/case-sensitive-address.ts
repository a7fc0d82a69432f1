/** Addresses are the same in any case, and logs write them in several: `==` misses some of them. */
import type { SyntaxNode } from '../parser/syntax-node';
import { columnOf, holdsAddress } from './columns';
import { diagnosticAt, type Lint, replacement } from './lint';

const insteadOf: Readonly<Record<string, string>> = { '==': '=~', '!=': '!~', in: 'in~', '!in': '!in~' };

const hasAddress = (node: SyntaxNode): boolean =>
  [...node.descendants()].some(
    (part) => part.kind === 'StringLiteralExpression' && /^[^\s@]+@[^\s@]+\.\w+$/.test(part.stringValue),
  );

export const caseSensitiveAddress: Lint = (query) =>
  query.nodes('EqualExpression', 'NotEqualExpression', 'InExpression', 'NotInExpression').flatMap((comparison) => {
    const [left, operator, right] = ['Left', 'Operator', 'Right'].map((role) => comparison.optional(role));
    const instead = insteadOf[operator?.text ?? ''];
    const column = columnOf(left);
    if (!operator || !right || !instead || !holdsAddress(column) || !hasAddress(right)) return [];
    const message = `${operator.text} compares case, and ${column} is written in upper and lower case by different sources: ${instead} finds all of them.`;
    return [
      diagnosticAt(operator, 'case-sensitive-address', 'information', message, [
        replacement(`Use ${instead}`, operator, instead),
      ]),
    ];
  });
