/** A filter behind a join that asks about one side alone: in front of the join it leaves less to be joined. */
import type { Fix } from '../diagnostic';
import type { SyntaxNode } from '../parser/syntax-node';
import { columnNames, columnsIn } from './columns';
import { diagnosticAt, type Lint, type LintedQuery } from './lint';

/** On which sides of which join a filter can move without changing the answer. */
const movable: Readonly<Record<string, readonly ('left' | 'right')[]>> = {
  inner: ['left', 'right'],
  leftouter: ['left'],
  rightouter: ['right'],
  leftsemi: ['left'],
  leftanti: ['left'],
  leftantisemi: ['left'],
  anti: ['left'],
  rightsemi: ['right'],
  rightanti: ['right'],
  rightantisemi: ['right'],
  // Which row of a key is kept is anybody's choice: filtered first, it is at least one that was asked for.
  innerunique: ['left', 'right'],
};

export const filterAfterJoin: Lint = (query) =>
  query.pipelines.flatMap(({ operators }) =>
    operators.flatMap((filter, index) => {
      const join = operators[index - 1];
      const [condition, input] = [filter.optional('Condition'), join?.parent?.optional('Expression')];
      if (filter.kind !== 'FilterOperator' || join?.kind !== 'JoinOperator' || !condition || !input) return [];
      const kind = /\bkind\s*=\s*(\w+)/.exec(join.text.split('(')[0] ?? '')?.[1] ?? 'innerunique';
      const names = columnsIn(condition);
      const side = names && sideOf(names, columnNames(input), columnNames(join.optional('Expression')));
      if (!side || !movable[kind]?.includes(side)) return [];
      const where = side === 'left' ? 'in front of the join' : 'inside the joined table';
      const message = `This filter asks about the ${side} side alone. Written ${where}, it leaves fewer rows to join and the answer is the same.`;
      return [diagnosticAt(filter, 'filter-after-join', 'information', message, moved(filter, join, side, query))];
    }),
  );

function sideOf(
  names: readonly string[],
  left: readonly string[],
  right: readonly string[],
): 'left' | 'right' | undefined {
  if (names.length === 0) return undefined;
  if (names.every((name) => left.includes(name))) return 'left';
  return names.every((name) => right.includes(name) && !left.includes(name)) ? 'right' : undefined;
}

function moved(filter: SyntaxNode, join: SyntaxNode, side: 'left' | 'right', { text }: LintedQuery): readonly Fix[] {
  const bar = text.lastIndexOf('|', filter.start);
  if (bar < join.start + join.length) return [];
  const removed = {
    start: join.start + join.length,
    length: filter.start + filter.length - join.start - join.length,
    text: '',
  };
  const gap = text.slice(removed.start, removed.start + removed.length);
  // A comment in between belongs to somebody's thought: leave the text alone.
  if (gap.includes('//')) return [];
  const clause = text.slice(filter.start, filter.start + filter.length);
  if (side === 'left') {
    const space = /\n\s*$/.test(text.slice(0, text.lastIndexOf('|', join.start))) ? '\n' : ' ';
    return [
      {
        title: 'Filter in front of the join',
        edits: [{ start: join.start, length: 0, text: `${clause}${space}| ` }, removed],
      },
    ];
  }
  const joined = join.optional('Expression');
  if (!joined) return [];
  const isBracketed = joined.kind === 'ParenthesizedExpression';
  const end = joined.start + joined.length;
  const edits = isBracketed
    ? [{ start: end - 1, length: 0, text: ` | ${clause}` }, removed]
    : [{ start: joined.start, length: joined.length, text: `(${joined.text} | ${clause})` }, removed];
  return [{ title: 'Filter the joined table', edits }];
}
