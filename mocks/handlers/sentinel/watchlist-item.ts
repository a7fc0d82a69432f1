/** The items of a watchlist, one by one. */
import { HttpResponse, http } from 'msw';
import { sentinelWatchlistItemRequest } from '@/lib/wire/sentinel/watchlist-item';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armPage } from '@/mocks/handlers/sentinel/arm-page';
import { currentAuthor } from '@/mocks/handlers/sentinel/author';
import { refuseStale } from '@/mocks/handlers/sentinel/incident';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { watchlistOr404 } from '@/mocks/handlers/sentinel/watchlist';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { etagOf } from '@/mocks/store/faces/arm-ids';
import { sentinelWatchlistItemFace } from '@/mocks/store/faces/sentinel-watchlist-face';
import type { Store } from '@/mocks/store/store';
import type { WatchlistItemRecord, WatchlistRecord } from '@/mocks/store/watchlists';

const root = `${securityInsightsPath}/watchlists/:alias/watchlistItems`;

const itemNamed = (watchlist: WatchlistRecord, id: string): WatchlistItemRecord | undefined =>
  watchlist.items.find((item) => item.id.toLowerCase() === id.toLowerCase());

/** Cells are text; the columns of a list that has some are fixed. */
function valuesOf(watchlist: WatchlistRecord, sent: Record<string, unknown>): Record<string, string> {
  const values = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const unknown = Object.keys(values).find((name) => watchlist.columns.length > 0 && !watchlist.columns.includes(name));
  if (unknown !== undefined) {
    throw new Refusal(400, 'BadRequest', `The watchlist '${watchlist.alias}' has no column '${unknown}'.`);
  }
  if ((values[watchlist.searchKey] ?? '') === '') {
    throw new Refusal(400, 'BadRequest', `The item has no value for the search key '${watchlist.searchKey}'.`);
  }
  return values;
}

function replaceItems(store: Store, watchlist: WatchlistRecord, items: readonly WatchlistItemRecord[]): void {
  const columns = watchlist.columns.length > 0 ? watchlist.columns : Object.keys(items[0]?.values ?? {});
  store.watchlists.put({
    ...watchlist,
    columns,
    items,
    updatedAt: store.clock.iso(),
    updatedBy: currentAuthor(),
    revision: (watchlist.revision ?? 0) + 1,
  });
}

export const sentinelWatchlistItemHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request, params }) => {
    const options = armRequest(request, params, ['$skiptoken']);
    const watchlist = watchlistOr404(store, String(params.alias));
    const face = (item: WatchlistItemRecord) => sentinelWatchlistItemFace(watchlist, item);
    return HttpResponse.json(armPage(request, options, watchlist.items, face, 100));
  }),

  http.get(`${root}/:id`, ({ request, params }) => {
    armRequest(request, params);
    const watchlist = watchlistOr404(store, String(params.alias));
    const item = itemNamed(watchlist, String(params.id));
    if (!item) throw new Refusal(404, 'NotFound', `Watchlist item with id '${String(params.id)}' was not found.`);
    return HttpResponse.json(sentinelWatchlistItemFace(watchlist, item));
  }),

  http.put(`${root}/:id`, async ({ request, params }) => {
    armRequest(request, params);
    const watchlist = watchlistOr404(store, String(params.alias));
    const { etag, properties } = await parsedBody(request, sentinelWatchlistItemRequest, 'BadRequest');
    const id = String(params.id);
    const known = itemNamed(watchlist, id);
    if (known) refuseStale(etag, etagOf(known.revision ?? 0, known.updatedAt), known.id);
    const at = store.clock.iso();
    const item: WatchlistItemRecord = {
      id: known?.id ?? id,
      createdAt: known?.createdAt ?? at,
      updatedAt: at,
      revision: (known?.revision ?? -1) + 1,
      values: valuesOf(watchlist, properties.itemsKeyValue),
    };
    const { items } = watchlist;
    replaceItems(store, watchlist, known ? items.map((one) => (one === known ? item : one)) : [...items, item]);
    return HttpResponse.json(sentinelWatchlistItemFace(watchlist, item), { status: known ? 200 : 201 });
  }),

  http.delete(`${root}/:id`, ({ request, params }) => {
    armRequest(request, params);
    const watchlist = watchlistOr404(store, String(params.alias));
    const known = itemNamed(watchlist, String(params.id));
    if (!known) return new HttpResponse(null, { status: 204 });
    replaceItems(
      store,
      watchlist,
      watchlist.items.filter((item) => item !== known),
    );
    return new HttpResponse(null, { status: 200 });
  }),
];
