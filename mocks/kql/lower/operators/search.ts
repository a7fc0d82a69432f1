/** `search`: a term anywhere in any column of the tables, or conditions that mix terms with columns. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Rows } from '../../ir';
import { boundColumns, type Context, columnExpr, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { parameterWord } from '../parameters';
import { lowerRows } from '../rows';
import { tableRows } from '../sources/table';
import { sourceName, unionOf } from './union';

export type SearchInput = { readonly rows: Rows; readonly source: string };

export function lowerSearch(node: SyntaxNode, piped: Rows | undefined, context: Context): Rows {
  const inputs = piped
    ? [{ rows: piped, source: piped.op === 'table' ? piped.table : 'search_arg0' }]
    : searched(node, context);
  const condition = node.child('Condition');
  const caseSensitive = parameterWord(node, 'kind') === 'case_sensitive';
  const bound = boundColumns(node);
  const absent = bound.map((column) => column.name);
  const matching = inputs.map(({ rows, source }) => ({
    rows: {
      op: 'where' as const,
      input: rows,
      condition: lowerTerm(condition, { ...context, scope: { columns: rows.columns, absent } }, caseSensitive),
      columns: rows.columns,
      span: spanOf(node),
    },
    source,
  }));
  const [only] = matching;
  if (piped && only && !bound.some((column) => column.name === '$table')) return only.rows;
  return unionOf(matching, freshColumns(context, bound), '$table', spanOf(node));
}

/** The tables that search or find looks into: those of its `in`, or all. */
export function searched(node: SyntaxNode, context: Context): SearchInput[] {
  const named = node.optional('InClause')?.list('Expressions');
  if (!named) {
    return [...context.query.tables.keys()].map((source) => ({
      rows: tableRows(source, spanOf(node), context),
      source,
    }));
  }
  return named.flatMap((table): SearchInput[] =>
    table.symbol?.kind === 'Group'
      ? table.symbol.members.map((source) => ({ rows: tableRows(source, spanOf(table), context), source }))
      : [{ rows: lowerRows(table, context), source: sourceName(table) ?? table.simpleName }],
  );
}

/** Bare text is a term to find; and, or, not and parentheses combine terms with ordinary conditions. */
export function lowerTerm(node: SyntaxNode, context: Context, caseSensitive: boolean): Expr {
  const span = spanOf(node);
  if (node.kind === 'ParenthesizedExpression') return lowerTerm(node.child('Expression'), context, caseSensitive);
  if (node.kind === 'AndExpression' || node.kind === 'OrExpression') {
    const args = [node.child('Left'), node.child('Right')].map((side) => lowerTerm(side, context, caseSensitive));
    return { kind: 'call', name: node.kind === 'AndExpression' ? 'and' : 'or', args, type: 'bool', span };
  }
  if (node.kind === 'FunctionCallExpression' && node.child('Name').simpleName === 'not') {
    const [inner] = node.child('ArgumentList').list('Expressions');
    if (inner)
      return { kind: 'call', name: 'not', args: [lowerTerm(inner, context, caseSensitive)], type: 'bool', span };
  }
  if (node.kind === 'StarExpression') return { kind: 'literal', type: 'bool', value: true, span };
  if (node.kind === 'SearchExpression') return lowerColumnTerm(node, context, caseSensitive);
  const literal = node.kind.endsWith('LiteralExpression') ? lowerExpr(node, context) : undefined;
  if (literal && literal.type !== 'bool') return anywhere(literal, context.scope.columns, caseSensitive);
  return lowerExpr(node, context);
}

function lowerColumnTerm(node: SyntaxNode, context: Context, caseSensitive: boolean): Expr {
  const subject = node.child('Left');
  const term = lowerExpr(node.child('Right'), context);
  if (subject.kind === 'StarExpression') return anywhere(term, context.scope.columns, caseSensitive);
  return matches(lowerExpr(subject, context), term, caseSensitive);
}

function anywhere(term: Expr, columns: readonly Column[], caseSensitive: boolean): Expr {
  const tests = columns
    .filter((column) => column.type !== 'bool')
    .map((column) => matches(columnExpr(column, term.span), term, caseSensitive));
  const none: Expr = { kind: 'literal', type: 'bool', value: false, span: term.span };
  return tests.reduce(
    (either, test): Expr => ({ kind: 'call', name: 'or', args: [either, test], type: 'bool', span: term.span }),
    none,
  );
}

/** `*` at an end of the term opens that end: hasprefix, hassuffix, contains. */
function matches(subject: Expr, term: Expr, caseSensitive: boolean): Expr {
  const text = String(term.kind === 'literal' ? term.value : '');
  const opensLeft = text.startsWith('*');
  const opensRight = text.endsWith('*') && text.length > 1;
  const operator = opensLeft && opensRight ? 'contains' : opensLeft ? 'hassuffix' : opensRight ? 'hasprefix' : 'has';
  const needle: Expr = {
    kind: 'literal',
    type: 'string',
    value: text.slice(opensLeft ? 1 : 0, opensRight ? -1 : undefined),
    span: term.span,
  };
  const name = caseSensitive ? `${operator}_cs` : operator;
  return { kind: 'call', name, args: [subject, needle], type: 'bool', span: term.span };
}
