/**
 * Watchlists. A PUT with content makes or fills the list: a line whose search key is known replaces that item, others
 * are added. The next query sees it. https://learn.microsoft.com/azure/sentinel/watchlists-manage
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import { type SentinelWatchlistRequest, sentinelWatchlistRequest } from '@/lib/wire/sentinel/watchlist';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { type WatchlistContent, watchlistContent } from '@/mocks/handlers/sentinel/watchlist-content';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf, securityInsightsScope } from '@/mocks/store/faces/arm-ids';
import { sentinelWatchlistFace } from '@/mocks/store/faces/sentinel-watchlist-face';
import type { Store } from '@/mocks/store/store';
import type { WatchlistItemRecord, WatchlistRecord } from '@/mocks/store/watchlists';

const root = `${securityInsightsPath}/watchlists`;

export function watchlistOr404(store: Store, alias: string): WatchlistRecord {
  const record = store.watchlists.byAlias(alias);
  if (!record) throw new Refusal(404, 'NotFound', `Watchlist with alias '${alias}' was not found.`);
  return record;
}

function requireAlias(alias: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9 _-]{1,62}[A-Za-z0-9]$/.test(alias)) return;
  throw new Refusal(
    400,
    'BadRequest',
    'The watchlist alias must have 3 to 64 characters: letters, digits, and between them also spaces, hyphens and underscores.',
  );
}

function itemsWith(
  known: readonly WatchlistItemRecord[],
  { rows }: WatchlistContent,
  searchKey: string,
  made: { alias: string; at: string; revision: number },
): WatchlistItemRecord[] {
  const items = new Map(known.map((item) => [item.id, item]));
  const byKey = new Map(known.map((item) => [item.values[searchKey] ?? '', item]));
  for (const [index, values] of rows.entries()) {
    const before = byKey.get(values[searchKey] ?? '');
    const item: WatchlistItemRecord = {
      id: before?.id ?? guidOf(`contoso/watchlist/${made.alias}/${made.revision}/${index}`),
      createdAt: before?.createdAt ?? made.at,
      updatedAt: made.at,
      revision: (before?.revision ?? -1) + 1,
      values,
    };
    items.set(item.id, item);
    byKey.set(values[searchKey] ?? '', item);
  }
  return [...items.values()];
}

function put(store: Store, alias: string, sent: SentinelWatchlistRequest['properties']): WatchlistRecord {
  const known = store.watchlists.byAlias(alias);
  const searchKey = sent.itemsSearchKey;
  const at = store.clock.iso();
  const author = currentAuthor();
  const { rawContent, contentType } = sent;
  const revision = (known?.revision ?? -1) + 1;
  const content: WatchlistContent | null = rawContent
    ? watchlistContent({ rawContent, contentType, linesToSkip: sent.numberOfLinesToSkip ?? 0, searchKey })
    : null;
  if (!content && known && known.items.length > 0 && !known.columns.includes(searchKey)) {
    throw new Refusal(400, 'BadRequest', `The search key '${searchKey}' is not a column of the watchlist.`);
  }
  const items = content
    ? itemsWith(known?.items ?? [], content, searchKey, { alias, at, revision })
    : (known?.items ?? []);
  const record: WatchlistRecord = {
    alias: known?.alias ?? alias,
    id: known?.id ?? guidOf(`contoso/watchlist/${alias}/${at}`),
    displayName: sent.displayName,
    description: sent.description ?? '',
    provider: sent.provider,
    source: sent.source ?? '',
    searchKey,
    columns: [...new Set([...(known?.columns ?? []), ...(content?.columns ?? [])])],
    labels: sent.labels ?? [],
    ...(sent.defaultDuration ? { defaultDuration: sent.defaultDuration } : {}),
    revision,
    createdAt: known?.createdAt ?? at,
    createdBy: known?.createdBy ?? author,
    updatedAt: at,
    updatedBy: author,
    items,
  };
  store.watchlists.put(record);
  return record;
}

export const sentinelWatchlistHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$skiptoken']);
    return HttpResponse.json(armPage(request, options, store.watchlists.all(), sentinelWatchlistFace, 100));
  }),

  http.get(`${root}/:alias`, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json(sentinelWatchlistFace(watchlistOr404(store, String(params.alias))));
  }),

  http.put(`${root}/:alias`, async ({ request, params }) => {
    armRequest(request, params);
    const alias = String(params.alias);
    requireAlias(alias);
    const { etag, properties } = await parsedBody(request, sentinelWatchlistRequest, 'BadRequest');
    const known = store.watchlists.byAlias(alias);
    if (known) refuseStale(etag, etagOf(known.revision ?? 0, known.updatedAt), known.alias);
    return HttpResponse.json(sentinelWatchlistFace(put(store, alias, properties)), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:alias`, ({ request, params }) => {
    armRequest(request, params);
    const known = store.watchlists.byAlias(String(params.alias));
    if (!known) return new HttpResponse(null, { status: 204 });
    store.watchlists.remove(known.alias);
    const operation = `${securityInsightsScope}/watchlists/${known.alias}/operationResults/${known.id}`;
    const version = new URL(request.url).searchParams.get('api-version') ?? '';
    const status = linkTo(`https://management.azure.com${operation}?api-version=${version}`);
    return new HttpResponse(null, { status: 202, headers: { 'azure-asyncoperation': status, 'retry-after': '1' } });
  }),

  http.get(`${root}/:alias/operationResults/:operation`, ({ request, params }) => {
    armRequest(request, params);
    return HttpResponse.json({ name: String(params.operation), status: 'Succeeded' });
  }),
];
