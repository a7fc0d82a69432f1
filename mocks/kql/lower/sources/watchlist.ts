/** `_GetWatchlist('alias')` and `_GetWatchlistAlias`. https://learn.microsoft.com/azure/sentinel/watchlists-queries */
import { watchlistColumns } from '@/lib/kql/catalogue/watchlist';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { parseDatetime } from '../../datetime-text';
import type { LiteralValue, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { literalRows } from './literal-rows';

export function lowerWatchlist(node: SyntaxNode, context: Context): Rows {
  const span = spanOf(node);
  const [alias, choice] = argumentsOf(node);
  const name = alias && textOf(alias, context);
  if (name === undefined) throw new Refusal('A watchlist whose alias is not a constant', span);
  if (choice) throw new Refusal('_GetWatchlist() with a second argument', spanOf(choice));
  const watchlist = context.query.environment.watchlists.find((known) => known.alias === name);
  const columns = watchlistColumns(watchlist?.columns ?? []);
  const searchKey = watchlist?.searchKey ?? '';
  const cells = (watchlist?.items ?? []).map(({ id, updatedAt, values }) =>
    columns.map((column): LiteralValue => {
      switch (column.name) {
        case '_DTItemId':
          return id;
        case 'LastUpdatedTimeUTC':
          return parseDatetime(updatedAt);
        case 'SearchKey':
          return values[searchKey] ?? '';
        default:
          return values[column.name] ?? '';
      }
    }),
  );
  return literalRows(columns, cells, span, context);
}

export function lowerWatchlistAliases(node: SyntaxNode, context: Context): Rows {
  const aliases = context.query.environment.watchlists.map((watchlist) => [watchlist.alias]);
  return literalRows([{ name: 'WatchlistAlias', type: 'string' }], aliases, spanOf(node), context);
}

function textOf(node: SyntaxNode, context: Context): string | undefined {
  const value = lowerExpr(node, context);
  if (value.kind !== 'literal') return undefined;
  if (typeof value.value !== 'string')
    throw new SemanticError('SEM0001', 'The alias of a watchlist is a text.', spanOf(node));
  return value.value;
}
