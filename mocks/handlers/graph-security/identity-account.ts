/**
 * Identities as Defender for Identity sees them: the accounts somebody has, what can be done to each right now, and doing
 * it. https://learn.microsoft.com/graph/api/resources/security-identityaccounts
 */
import { HttpResponse, http } from 'msw';
import { guidOf } from '@/lib/base/random';
import {
  type GraphIdentityAccounts,
  type GraphIdentityAction,
  type GraphIdentityProvider,
  graphIdentityAccounts,
  graphInvokeActionRequest,
} from '@/lib/wire/graph-security/identity-account';
import { currentCaller, currentExchange } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { graphPage } from '@/mocks/handlers/manners/odata/graph-page';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { selection } from '@/mocks/handlers/manners/odata/select';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { riskOf } from '@/mocks/store/accounts';
import type { AccountFields, AccountRecord } from '@/mocks/store/records/account-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const root = 'https://graph.microsoft.com/:version/security/identities/identityAccounts';
const context = 'https://graph.microsoft.com/v1.0/$metadata#security/identities/identityAccounts';
const pageSize = { usual: 100, largest: 100 };
const names = Object.keys(graphIdentityAccounts.shape);

const identityIdOf = ({ person }: AccountRecord): string => guidOf(`identity/${person.objectId}`);
const directoryGuidOf = ({ person }: AccountRecord): string => guidOf(`active-directory/${person.sid}`);

/** Entra writes an object id as a SID: its four little-endian numbers. */
function cloudSid({ person }: AccountRecord): string {
  const hex = person.objectId.replaceAll('-', '');
  const bytes = Buffer.from(hex, 'hex');
  // The first three groups of a GUID are stored the other way round.
  const stored = Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ]);
  return `S-1-12-1-${[0, 4, 8, 12].map((at) => stored.readUInt32LE(at)).join('-')}`;
}

function actionsOf({ fields }: AccountRecord, provider: GraphIdentityProvider): GraphIdentityAction[] {
  if (provider === 'activeDirectory') {
    return fields.onPremisesEnabled ? ['disable', 'forcePasswordReset'] : ['enable', 'forcePasswordReset'];
  }
  const always = ['revokeAllSessions', 'requireUserToSignInAgain', 'markUserAsCompromised'] as const;
  return [fields.enabled ? 'disable' : 'enable', ...always];
}

function faceOf(account: AccountRecord): GraphIdentityAccounts {
  const { person, fields } = account;
  return {
    id: identityIdOf(account),
    displayName: person.displayName,
    domain: tenantFacts.domain,
    onPremisesSecurityIdentifier: person.sid,
    cloudSecurityIdentifier: cloudSid(account),
    isEnabled: fields.enabled && fields.onPremisesEnabled,
    accounts: [
      {
        identityProvider: 'activeDirectory',
        identifier: directoryGuidOf(account),
        actions: actionsOf(account, 'activeDirectory'),
      },
      { identityProvider: 'entraID', identifier: person.objectId, actions: actionsOf(account, 'entraID') },
    ],
  };
}

const filterFields: FilterFields<AccountRecord> = {
  cloudSecurityIdentifier: { type: 'text', read: cloudSid },
  displayName: { type: 'text', read: ({ person }) => person.displayName },
  domain: { type: 'text', read: () => tenantFacts.domain },
  id: { type: 'text', read: identityIdOf },
  onPremisesSecurityIdentifier: { type: 'text', read: ({ person }) => person.sid },
};

function identityOr404(store: Store, id: string): AccountRecord {
  const account = [...store.accounts.all()].find((one) => identityIdOf(one) === id.toLowerCase());
  if (!account) throw new Refusal(404, 'NotFound', `Identity with id '${id}' was not found.`);
  return account;
}

/** What an action does to Entra's account; the directory's own two are told apart before. */
function entraChange(action: GraphIdentityAction, at: string): Partial<AccountFields> {
  if (action === 'disable' || action === 'enable') return { enabled: action === 'enable' };
  return action === 'revokeAllSessions' || action === 'requireUserToSignInAgain' ? { sessionsValidFrom: at } : {};
}

function perform(
  store: Store,
  account: AccountRecord,
  action: GraphIdentityAction,
  provider: GraphIdentityProvider,
): void {
  const { displayName, objectId } = currentCaller();
  const by = { kind: 'caller', name: displayName } as const;
  const at = store.clock.iso();
  if (provider === 'activeDirectory') {
    const change =
      action === 'forcePasswordReset' ? { mustChangePassword: true } : { onPremisesEnabled: action === 'enable' };
    store.accounts.change(account, change, by);
    return;
  }
  store.accounts.change(account, entraChange(action, at), by);
  if (action !== 'markUserAsCompromised' || riskOf(account)?.state === 'confirmedCompromised') return;
  store.accounts.assess(account, {
    level: 'high',
    state: 'confirmedCompromised',
    detail: 'adminConfirmedUserCompromised',
    eventTypes: [],
    initiatedBy: objectId,
    initiatedByName: displayName,
    at,
  });
}

async function invoke(store: Store, request: Request, id: string): Promise<Response> {
  const account = identityOr404(store, id);
  const { accountId, action, identityProvider } = await parsedBody(request, graphInvokeActionRequest, 'BadRequest');
  const held = faceOf(account).accounts.find(
    (one) => one.identityProvider === identityProvider && one.identifier === accountId.toLowerCase(),
  );
  if (!held) {
    throw new Refusal(400, 'BadRequest', `The identity has no account '${accountId}' at '${identityProvider}'.`);
  }
  if (!held.actions.includes(action)) {
    const message = `The action '${action}' is not available for this account. Available: ${held.actions.join(', ')}.`;
    throw new Refusal(400, 'BadRequest', message);
  }
  perform(store, account, action, identityProvider);
  const correlationId = guidOf(`identity-action/${currentExchange().requestId}/${store.clock.iso()}`);
  return HttpResponse.json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.invokeActionResult',
    accountId,
    action,
    identityProvider,
    correlationId,
  });
}

export const identityAccountHandlers: HandlerGroup = ({ store }) => [
  http.get(root, ({ request }) => {
    const options = queryOptions(new URL(request.url), ['$filter', '$select', '$skiptoken']);
    const select = selection(options.text('$select'), 'microsoft.graph.security.identityAccounts', names);
    const found = [...store.accounts.all()].filter(filterTest(options.text('$filter'), filterFields));
    const face = (account: AccountRecord): unknown => select(faceOf(account));
    return HttpResponse.json(graphPage(request, options, found, face, context, pageSize));
  }),
  http.get(`${root}/:id`, ({ request, params }) => {
    const options = queryOptions(new URL(request.url), ['$select']);
    const select = selection(options.text('$select'), 'microsoft.graph.security.identityAccounts', names);
    const face = faceOf(identityOr404(store, String(params.id)));
    return HttpResponse.json({ '@odata.context': `${context}/$entity`, ...select(face) });
  }),
  ...['', 'microsoft.graph.security.'].map((form) =>
    http.post(`${root}/:id/${form}invokeAction`, ({ request, params }) => invoke(store, request, String(params.id))),
  ),
];
