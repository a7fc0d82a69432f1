/** `contains` reads every character; `has` looks whole terms up in the index. Where a word is sought, has will do. */
import { diagnosticAt, type Lint, replacement } from './lint';

const insteadOf: Readonly<Record<string, string>> = {
  ContainsExpression: 'has',
  ContainsCsExpression: 'has_cs',
  NotContainsExpression: '!has',
  NotContainsCsExpression: '!has_cs',
};

/** Terms shorter than three characters are not in the index. */
const wholeTerms = /^[\p{L}\p{N}]{3,}(?:[ .\-_/\\@]+[\p{L}\p{N}]+)*$/u;

export const containsForHas: Lint = (query) =>
  query.nodes(...Object.keys(insteadOf)).flatMap((comparison) => {
    const [operator, right] = [comparison.optional('Operator'), comparison.optional('Right')];
    const has = insteadOf[comparison.kind];
    if (!operator || !has || right?.kind !== 'StringLiteralExpression' || !wholeTerms.test(right.stringValue))
      return [];
    const message = `${operator.text} looks through every character; ${has} finds the whole term ${JSON.stringify(right.stringValue)} by the index and is faster. Keep ${operator.text} when parts of words should match as well.`;
    return [
      diagnosticAt(operator, 'contains-for-has', 'information', message, [replacement(`Use ${has}`, operator, has)]),
    ];
  });
