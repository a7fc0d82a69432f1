/** People. https://learn.microsoft.com/graph/api/user-list */
import { HttpResponse, http } from 'msw';
import { type GraphUser, graphUserUpdate } from '@/lib/wire/graph-directory/user';
import { personFace } from '@/mocks/handlers/graph-directory/person-face';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { type QueryOptions, queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import type { Actor } from '@/mocks/store/events';
import type { AccountRecord } from '@/mocks/store/records/account-record';
import type { Store } from '@/mocks/store/store';

const graphRoot = 'https://graph.microsoft.com/:version';
const root = `${graphRoot}/users`;
const defaultTop = 100;
const largestTop = 999;

const fields: FilterFields<AccountRecord> = {
  department: { type: 'text', read: ({ person }) => person.department },
  displayName: { type: 'text', read: ({ person }) => person.displayName },
  givenName: { type: 'text', read: ({ person }) => person.givenName },
  jobTitle: { type: 'text', read: ({ person }) => person.title },
  mail: { type: 'text', read: ({ person }) => person.upn },
  userPrincipalName: { type: 'text', read: ({ person }) => person.upn },
};

const faceOf = ({
  person,
  fields: { enabled, sessionsValidFrom },
}: AccountRecord): GraphUser & Record<string, unknown> => ({
  ...personFace(person),
  department: person.department,
  accountEnabled: enabled,
  signInSessionsValidFromDateTime: sessionsValidFrom,
});

/** Graph leaves these out unless they are asked for. */
const onlyWhenSelected = new Set(['department', 'accountEnabled', 'signInSessionsValidFromDateTime']);

function selected(account: AccountRecord, options: QueryOptions): Record<string, unknown> {
  const select = options
    .text('$select')
    ?.split(',')
    .map((name) => name.trim());
  const face = faceOf(account);
  const unknown = select?.find((name) => !Object.hasOwn(face, name));
  if (unknown !== undefined) {
    throw new Refusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
    );
  }
  return Object.fromEntries(
    Object.entries(face).filter(([name]) => (select ? select.includes(name) : !onlyWhenSelected.has(name))),
  );
}

function accountOr404(store: Store, id: string): AccountRecord {
  const account = store.accounts.byObjectId(id) ?? store.accounts.byUpn(id);
  if (account) return account;
  throw new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** Whom the token speaks for: an application on its own is nobody. */
function myself(store: Store): AccountRecord {
  const { user, objectId } = currentCaller();
  const account = user ? store.accounts.byObjectId(objectId) : undefined;
  if (account) return account;
  throw new Refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
}

const caller = (): Actor => ({ kind: 'caller', name: currentCaller().displayName });

export const userHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request }) => {
    const options = queryOptions(new URL(request.url), [
      '$filter',
      '$orderby',
      '$top',
      '$select',
      '$count',
      '$skiptoken',
    ]);
    const top = options.count('$top', defaultTop);
    if (top < 1 || top > largestTop) {
      throw new Refusal(
        400,
        'Request_UnsupportedQuery',
        `Invalid page size specified: '${top}'. Must be between 1 and ${largestTop} inclusive.`,
      );
    }
    const found = [...store.accounts.all()]
      .filter(filterTest(options.text('$filter'), fields))
      .sort(orderOf(options.text('$orderby'), fields, 'displayName'));
    const face = (account: AccountRecord): unknown => selected(account, options);
    const context = 'https://graph.microsoft.com/v1.0/$metadata#users';
    return HttpResponse.json(graphPage(request, options, found, face, context, { usual: top, largest: top }));
  }),
  http.get(`${root}/:id`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$select']);
    return HttpResponse.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      ...selected(accountOr404(store, String(params.id)), options),
    });
  }),
  http.get(`${graphRoot}/me`, ({ request }) => {
    const options = queryOptions(new URL(request.url), ['$select']);
    return HttpResponse.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      ...selected(myself(store), options),
    });
  }),
  http.patch(`${root}/:id`, async ({ request, params }) => {
    const account = accountOr404(store, String(params.id));
    const { accountEnabled } = await parsedBody(request, graphUserUpdate, 'Request_BadRequest');
    store.accounts.change(account, { enabled: accountEnabled }, caller());
    return new HttpResponse(null, { status: 204 });
  }),
  ...['', 'microsoft.graph.'].map((form) =>
    http.post(`${root}/:id/${form}revokeSignInSessions`, ({ params }) => {
      const account = accountOr404(store, String(params.id));
      store.accounts.change(account, { sessionsValidFrom: store.clock.iso() }, caller());
      return HttpResponse.json({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean',
        value: true,
      });
    }),
  ),
];
