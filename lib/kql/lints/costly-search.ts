/** `search`, `find` and `union *` without a choice of tables read every table of the workspace. */
import { diagnosticAt, type Lint } from './lint';

export const costlySearch: Lint = (query) => {
  const wide = query.nodes('SearchOperator', 'FindOperator').filter((operator) => {
    const isFirst = operator.parent?.kind !== 'PipeExpression' || operator.parent.start === operator.start;
    return isFirst && !operator.optional('InClause') && !/^\w+\s+(kind=\w+\s+)?in\s*\(/.test(operator.text);
  });
  const all = query
    .nodes('UnionOperator')
    .flatMap((union) => union.list('Expressions').filter(({ text }) => text === '*'));
  return [
    ...wide.map((operator) => {
      const word = operator.kind === 'FindOperator' ? 'find' : 'search';
      const span = { start: operator.start, length: word.length };
      const message = `Without a list of tables ${word} reads all of them, which is slow and the first thing to be cut off. Name them: ${word} in (SigninLogs, DeviceLogonEvents) …`;
      return diagnosticAt(span, 'costly-search', 'warning', message);
    }),
    ...all.map((star) =>
      diagnosticAt(
        star,
        'costly-search',
        'warning',
        'union * reads every table there is. Name the tables, or a family of them: union Device*, SigninLogs.',
      ),
    ),
  ];
};
