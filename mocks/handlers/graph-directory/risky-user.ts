/**
 * Who is at risk, and what an administrator says about it. https://learn.microsoft.com/graph/api/resources/riskyuser
 */
import { HttpResponse, http } from 'msw';
import {
  type GraphRiskyUser,
  type GraphRiskyUserHistoryItem,
  graphRiskDetails,
  graphRiskyUser,
  graphRiskyUserAction,
} from '@/lib/wire/graph-directory/risky-user';
import { currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { olderMember, wantsNewerMembers } from '@/mocks/handlers/manners/newer-members';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { selection } from '@/mocks/handlers/manners/odata/select';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { riskOf } from '@/mocks/store/accounts';
import type { AccountRecord, AccountRisk } from '@/mocks/store/records/account-record';
import type { Store } from '@/mocks/store/store';

const root = 'https://graph.microsoft.com/:version/identityProtection/riskyUsers';
const context = 'https://graph.microsoft.com/v1.0/$metadata#identityProtection/riskyUsers';
const pageSize = { usual: 20, largest: 500 };
/** https://learn.microsoft.com/graph/api/riskyuser-dismiss */
const largestAction = 60;

type Risky = { readonly account: AccountRecord; readonly risk: AccountRisk };

const fields: FilterFields<Risky> = {
  riskLevel: { type: 'enum', read: ({ risk }) => risk.level },
  riskState: { type: 'enum', read: ({ risk }) => risk.state },
  riskDetail: { type: 'enum', read: ({ risk }) => risk.detail },
  riskLastUpdatedDateTime: { type: 'time', read: ({ risk }) => risk.at },
  userDisplayName: { type: 'text', read: ({ account }) => account.person.displayName },
  userPrincipalName: { type: 'text', read: ({ account }) => account.person.upn },
};
const orderFields: FilterFields<Risky> = {
  riskLastUpdatedDateTime: { type: 'time', read: ({ risk }) => risk.at },
  userDisplayName: { type: 'text', read: ({ account }) => account.person.displayName },
  userPrincipalName: { type: 'text', read: ({ account }) => account.person.upn },
};
const names = Object.keys(graphRiskyUser.shape);

function faceOf({ account: { person }, risk }: Risky, request: Request): GraphRiskyUser {
  return {
    id: person.objectId,
    isDeleted: false,
    isProcessing: false,
    riskLevel: risk.level,
    riskState: risk.state,
    riskDetail: wantsNewerMembers(request) ? risk.detail : olderMember(risk.detail, graphRiskDetails),
    riskLastUpdatedDateTime: risk.at,
    userDisplayName: person.displayName,
    userPrincipalName: person.upn,
  };
}

const riskyOf = (account: AccountRecord): Risky[] => {
  const risk = riskOf(account);
  return risk ? [{ account, risk }] : [];
};

function riskyOr404(store: Store, id: string): Risky {
  const [risky] = [store.accounts.byObjectId(id)].flatMap((account) => (account ? riskyOf(account) : []));
  if (!risky) throw new Refusal(404, 'ResourceNotFound', `Risky user with id '${id}' was not found.`);
  return risky;
}

function historyOf(account: AccountRecord, request: Request): GraphRiskyUserHistoryItem[] {
  return account.risks.map((risk, index) => {
    const face = faceOf({ account, risk }, request);
    return {
      ...face,
      id: `${account.person.objectId}${index}`,
      userId: account.person.objectId,
      initiatedBy: risk.initiatedBy,
      activity: { detail: face.riskDetail, riskEventTypes: [...risk.eventTypes] },
    };
  });
}

const verdicts = {
  confirmCompromised: { level: 'high', state: 'confirmedCompromised', detail: 'adminConfirmedUserCompromised' },
  confirmSafe: { level: 'none', state: 'confirmedSafe', detail: 'adminConfirmedAccountSafe' },
  dismiss: { level: 'none', state: 'dismissed', detail: 'adminDismissedAllRiskForUser' },
} as const satisfies Record<string, Pick<AccountRisk, 'level' | 'state' | 'detail'>>;
type Verdict = keyof typeof verdicts;

async function act(store: Store, request: Request, verdict: Verdict): Promise<Response> {
  const { userIds } = await parsedBody(request, graphRiskyUserAction, 'BadRequest');
  if (userIds.length === 0) throw new Refusal(400, 'BadRequest', "'userIds' must name at least one user.");
  if (userIds.length > largestAction) {
    throw new Refusal(400, 'BadRequest', `No more than ${largestAction} users can be named at once.`);
  }
  const accounts = userIds.map((id) => {
    const account = store.accounts.byObjectId(id);
    if (!account) throw new Refusal(404, 'ResourceNotFound', `User with id '${id}' was not found.`);
    return account;
  });
  const { objectId, displayName } = currentCaller();
  for (const account of accounts) {
    // There is nothing to dismiss about somebody who never was at risk.
    if (verdict !== 'confirmCompromised' && !riskOf(account)) continue;
    const by = { initiatedBy: objectId, initiatedByName: displayName };
    store.accounts.assess(account, { ...verdicts[verdict], eventTypes: [], ...by, at: store.clock.iso() });
  }
  return new HttpResponse(null, { status: 204 });
}

const actions: readonly Verdict[] = ['confirmCompromised', 'confirmSafe', 'dismiss'];

export const riskyUserHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request }) => {
    const options = queryOptions(new URL(request.url), [
      '$filter',
      '$orderby',
      '$top',
      '$skip',
      '$count',
      '$select',
      '$skiptoken',
    ]);
    const select = selection(options.text('$select'), 'microsoft.graph.riskyUser', names);
    const found = [...store.accounts.all()]
      .flatMap(riskyOf)
      .filter(filterTest(options.text('$filter'), fields))
      .sort(orderOf(options.text('$orderby'), orderFields, 'riskLastUpdatedDateTime desc'));
    const face = (risky: Risky): unknown => select(faceOf(risky, request));
    return HttpResponse.json(graphPage(request, options, found, face, context, pageSize));
  }),
  http.get(`${root}/:id`, ({ request, params }) => {
    const select = selection(
      queryOptions(new URL(request.url), ['$select']).text('$select'),
      'microsoft.graph.riskyUser',
      names,
    );
    const risky = riskyOr404(store, String(params.id));
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...select(faceOf(risky, request)) });
  }),
  http.get(`${root}/:id/history`, ({ request, params }) => {
    queryOptions(new URL(request.url), []);
    const { account } = riskyOr404(store, String(params.id));
    return HttpResponse.json({
      '@odata.context': `${context}('${account.person.objectId}')/history`,
      value: historyOf(account, request).toReversed(),
    });
  }),
  ...actions.flatMap((verdict) =>
    ['', 'microsoft.graph.'].map((form) =>
      http.post(`${root}/${form}${verdict}`, ({ request }) => act(store, request, verdict)),
    ),
  ),
];
