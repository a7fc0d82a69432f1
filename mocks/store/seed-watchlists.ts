/** Puts the company's watchlists into the store and answers what the logs say about their making. */
import { guidOf } from '@/lib/base/random';
import type { LogBatch } from '@/mocks/company/log-row';
import { companyWatchlists } from '@/mocks/company/watchlists';
import { watchlistRows } from '@/mocks/store/faces/watchlist-rows';
import type { Store } from '@/mocks/store/store';

const dayMs = 86_400_000;
/** Sentinel writes every item again within twelve days, so that queries over a fortnight find it. */
const writtenDaysAgo = 5;

export function seedWatchlists(store: Store, now: Date): LogBatch[] {
  const { seed, company } = store;
  const at = new Date(now.getTime() - writtenDaysAgo * dayMs).toISOString();
  const { objectId, upn } = company.person('sam.okoye');
  const by = { objectId, email: upn, name: upn, userPrincipalName: upn };
  return companyWatchlists(company, seed, now).map((list) => {
    const record = {
      alias: list.alias,
      id: guidOf(`contoso/watchlist/${list.alias}`),
      displayName: list.displayName,
      description: list.description,
      provider: 'Microsoft',
      source: `${list.alias}.csv`,
      searchKey: list.searchKey,
      columns: Object.keys(list.rows[0] ?? {}),
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      items: list.rows.map((values, index) => ({
        id: guidOf(`contoso/watchlist/${list.alias}/${index}`),
        createdAt: at,
        updatedAt: at,
        values,
      })),
    };
    store.watchlists.put(record);
    return watchlistRows(record, undefined, at);
  });
}
