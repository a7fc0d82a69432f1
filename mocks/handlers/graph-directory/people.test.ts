/** Accounts, their risk and the named locations, through the door and into the logs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphGroupList, graphGroupMemberList } from '@/lib/wire/graph-directory/group';
import { graphNamedLocation, graphNamedLocationList } from '@/lib/wire/graph-directory/named-location';
import { graphRiskyUser, graphRiskyUserHistory, graphRiskyUserList } from '@/lib/wire/graph-directory/risky-user';
import { graphRevokeSignInSessionsReply, graphUser } from '@/lib/wire/graph-directory/user';
import { graphIdentityAccountsList, graphInvokeActionResult } from '@/lib/wire/graph-security/identity-account';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list, queryUrl } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const graph = 'graph.microsoft.com/v1.0';
const alexUpn = 'alex.johnson@contoso.com';
let tenant: Tenant;
let ask: Ask;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const alexId = (): string => tenant.store.company.person('alex.johnson').objectId;
const rows = async (query: string): Promise<unknown[]> => {
  await tenant.clock.advance(1000);
  const { body } = await ask(queryUrl, { method: 'POST', body: { query } });
  return list(body, 'tables', 0, 'rows');
};
const post = (url: string, body?: unknown) => ask(`${graph}/${url}`, { method: 'POST', ...(body ? { body } : {}) });

describe('users', () => {
  it('are disabled, and the directory logs it', async () => {
    const select = '$select=id,userPrincipalName,accountEnabled';
    expect((await ask(`${graph}/users/${alexUpn}?${select}`)).body).toMatchObject({ accountEnabled: true });
    const answer = await ask(`${graph}/users/${alexUpn}`, { method: 'PATCH', body: { accountEnabled: false } });
    expect([answer.status, answer.body]).toEqual([204, null]);
    const { body } = await ask(`${graph}/users/${alexUpn}?${select}`);
    expect(graphUser.parse(body).accountEnabled).toBe(false);
    const audit = `AuditLogs | where OperationName == 'Disable account' and TargetResources has '${alexUpn}'`;
    expect(await rows(`${audit} | project Identity`)).toEqual([['OneQueue']]);
    const refused = await ask(`${graph}/users/${alexUpn}`, { method: 'PATCH', body: { jobTitle: 'x' } });
    expect(refused.status).toBe(400);
  });

  it('lose their sessions', async () => {
    const { status, body } = await post(`users/${alexId()}/revokeSignInSessions`);
    expect([status, graphRevokeSignInSessionsReply.parse(body).value]).toEqual([200, true]);
    const { body: alex } = await ask(
      `${graph}/users/${alexUpn}?$select=id,userPrincipalName,signInSessionsValidFromDateTime`,
    );
    expect(field(alex, 'signInSessionsValidFromDateTime')).toBe(tenant.clock.iso());
    expect((await post('users/nobody@contoso.com/revokeSignInSessions')).status).toBe(404);
    const denied = await ask(`${graph}/users/${alexUpn}/revokeSignInSessions`, { method: 'POST', as: 'reader' });
    expect(denied.status).toBe(403);
    expect(await rows("AuditLogs | where OperationName startswith 'Update Sts' | count")).toEqual([[1]]);
  });
});

describe('groups', () => {
  const eventual = { headers: { consistencylevel: 'eventual' } };
  const names = async (query: string, options = {}) => {
    const { body } = await ask(`${graph}/groups?${query}`, options);
    return graphGroupList.parse(body).value.map(({ displayName }) => displayName);
  };

  it('are found by their kind, name, address and description', async () => {
    expect(await names("$filter=startswith(displayName,'SOC') and securityEnabled eq true")).toEqual([
      'SOC Leads',
      'SOC Tier 1',
      'SOC Tier 2',
    ]);
    expect(await names("$filter=groupTypes/any(c:c eq 'Unified') and startswith(displayName,'All')")).toEqual([
      'All Employees',
      'All Security',
    ]);
    expect(await names('$search="displayName:tier so"', eventual)).toEqual(['SOC Tier 1', 'SOC Tier 2']);
    const either = '$search="mail:soc-tier1" OR "description:escalations"';
    expect(await names(either, eventual)).toEqual(['SOC Leads', 'SOC Tier 1']);
    expect(await names('$search="displayName:SOC" AND "description:investigation"', eventual)).toEqual(['SOC Tier 2']);
  });

  it('come in pages, and are counted for those who can wait', async () => {
    const page = graphGroupList.parse((await ask(`${graph}/groups?$top=2&$count=true`, eventual)).body);
    expect([page.value.length, page['@odata.count']]).toEqual([2, tenant.store.directory.groups.length]);
    const next = (page['@odata.nextLink'] ?? '').replace('https://', '');
    expect(graphGroupList.parse((await ask(next)).body).value).toHaveLength(2);
    expect(graphGroupList.parse((await ask(`${graph}/groups?$count=true`)).body)['@odata.count']).toBeUndefined();
  });

  it.each([
    ['a search without its header', '$search="displayName:SOC"', {}],
    ['a search without quotes', '$search=displayName:SOC', eventual],
    ['a search by what is not indexed', '$search="securityEnabled:true"', eventual],
    ['a flag compared with a text', "$filter=securityEnabled eq 'true'", {}],
    ['an order of what is filtered', "$filter=startswith(displayName,'S')&$orderby=displayName", {}],
    ['more than 999 at once', '$top=1000', {}],
  ])('refuse %s', async (_, query, options) => {
    expect((await ask(`${graph}/groups?${query}`, options)).status).toBe(400);
  });

  it('list who is in them, to those who may know', async () => {
    const tier2 = tenant.store.directory.ownerNamed('SOC Tier 2')?.objectId ?? '';
    const { body } = await ask(`${graph}/groups/${tier2}/members?$select=id,userPrincipalName`);
    const upns = graphGroupMemberList.parse(body).value.map(({ userPrincipalName }) => userPrincipalName);
    expect(upns).toContain('maya.chen@contoso.com');
    expect(upns).not.toContain('rosa.delgado@contoso.com');
    expect((await ask(`${graph}/groups/${tier2}/members`, { as: 'reader' })).status).toBe(200);
    expect((await ask(`${graph}/groups/00000000-0000-4000-8000-00000000dead/members`)).status).toBe(404);
  });
});

describe('riskyUsers', () => {
  it('know the victim of the main story, at high risk, by the log and by REST', async () => {
    const { body } = await ask(`${graph}/identityProtection/riskyUsers/${alexId()}`);
    expect(graphRiskyUser.parse(body)).toMatchObject({
      riskLevel: 'high',
      riskState: 'atRisk',
      userPrincipalName: alexUpn,
    });
    const logged = `AADRiskyUsers | where UserPrincipalName == '${alexUpn}'
      | summarize arg_max(TimeGenerated, RiskLevel, RiskState) | project RiskLevel, RiskState`;
    expect(await rows(logged)).toEqual([['high', 'atRisk']]);
    const history = await ask(`${graph}/identityProtection/riskyUsers/${alexId()}/history`);
    const states = graphRiskyUserHistory.parse(history.body).value;
    expect(states.map(({ riskLevel }) => riskLevel)).toEqual(['high', 'medium']);
    expect(states.at(-1)?.activity?.riskEventTypes).toContain('unfamiliarFeatures');
  });

  it('are listed by what the reference documents and refused otherwise', async () => {
    const listed = async (query: string) =>
      graphRiskyUserList.parse((await ask(`${graph}/identityProtection/riskyUsers?${query}`)).body);
    const all = await listed('$count=true&$top=1');
    expect(all['@odata.count']).toBeGreaterThan(1);
    expect(all['@odata.nextLink']).toBeDefined();
    const high = await listed("$filter=riskLevel eq 'high' and riskState eq 'atRisk'");
    expect(high.value.map(({ userPrincipalName }) => userPrincipalName)).toContain(alexUpn);
    expect(high.value.every(({ riskLevel }) => riskLevel === 'high')).toBe(true);
    for (const query of ['$filter=isDeleted eq null', '$expand=history', '$orderby=riskLevel', '$select=nope']) {
      expect((await ask(`${graph}/identityProtection/riskyUsers?${query}`)).status, query).toBe(400);
    }
  });

  it('are confirmed and dismissed, each with its history and log', async () => {
    await tenant.clock.advance(1000);
    const confirmed = await post('identityProtection/riskyUsers/confirmCompromised', { userIds: [alexId()] });
    expect([confirmed.status, confirmed.body]).toEqual([204, null]);
    const url = `${graph}/identityProtection/riskyUsers/${alexId()}`;
    expect((await ask(url)).body).toMatchObject({
      riskState: 'confirmedCompromised',
      riskDetail: 'adminConfirmedUserCompromised',
      riskLastUpdatedDateTime: tenant.clock.iso(),
    });
    await tenant.clock.advance(1000);
    await post('identityProtection/riskyUsers/microsoft.graph.dismiss', { userIds: [alexId()] });
    expect((await ask(url)).body).toMatchObject({ riskState: 'dismissed', riskLevel: 'none' });
    const operations =
      "AuditLogs | where LoggedByService == 'Identity Protection' | sort by TimeGenerated asc | project OperationName";
    expect(await rows(operations)).toEqual([['ConfirmAccountCompromised'], ['DismissUser']]);
    const unknown = { userIds: ['00000000-0000-4000-8000-00000000dead'] };
    expect((await post('identityProtection/riskyUsers/dismiss', unknown)).status).toBe(404);
    expect((await post('identityProtection/riskyUsers/dismiss', { userIds: [] })).status).toBe(400);
  });

  it('withhold the newest detail from those who do not ask for it', async () => {
    await post('identityProtection/riskyUsers/confirmSafe', { userIds: [alexId()] });
    const url = `${graph}/identityProtection/riskyUsers/${alexId()}`;
    expect(field((await ask(url)).body, 'riskDetail')).toBe('unknownFutureValue');
    const asking = { headers: { prefer: 'include-unknown-enum-members' } };
    expect(field((await ask(url, asking)).body, 'riskDetail')).toBe('adminConfirmedAccountSafe');
  });

  it('learn of a new alert', async () => {
    const [known] = [...tenant.store.alerts.all()].filter(
      ({ graph: alert }) => alert.serviceSource === 'azureAdIdentityProtection',
    );
    if (!known) return expect.unreachable('no alert of Entra ID Protection');
    await post('identityProtection/riskyUsers/dismiss', { userIds: [alexId()] });
    const alert = { ...known.graph, id: 'adnew', title: 'Risky sign-in detected', severity: 'low' as const };
    const evidence = tenant.store.alerts.pick(tenant.store.graphIncidents.byId('12345')?.alertIds ?? [])[0]?.graph
      .evidence;
    tenant.store.alerts.add({ ...known, id: 'adnew', graph: { ...alert, evidence: evidence ?? [] } });
    const { body } = await ask(`${graph}/identityProtection/riskyUsers/${alexId()}`);
    expect(body).toMatchObject({ riskState: 'atRisk', riskLevel: 'low' });
  });

  it('allow one request a second and never say how long to wait', async () => {
    const busy = await smallTenant({ rows: 0 });
    const askBusy = askOf(busy);
    expect((await askBusy(`${graph}/identityProtection/riskyUsers`)).status).toBe(200);
    const refused = await askBusy(`${graph}/identity/conditionalAccess/namedLocations`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
    await busy.clock.advance(1000);
    expect((await askBusy(`${graph}/identityProtection/riskyUsers`)).status).toBe(200);
    await busy.close();
  });
});

describe('namedLocations', () => {
  const url = `${graph}/identity/conditionalAccess/namedLocations`;
  const range = (cidrAddress: string) => ({ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress });
  const attackers = {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    displayName: 'Attackers',
    ipRanges: [range('185.0.0.0/24')],
  };

  it('begin with the offices', async () => {
    const { value } = graphNamedLocationList.parse((await ask(url)).body);
    expect(value.map(({ displayName }) => displayName)).toContain('London office');
    const found = await ask(`${url}?$filter=displayName eq 'Munich office'`);
    expect(list(found.body, 'value')).toHaveLength(1);
    expect((await ask(`${url}?$filter=isTrusted eq true`)).status).toBe(400);
  });

  it('are made, changed and removed, and logged', async () => {
    const made = await ask(url, { method: 'POST', body: attackers });
    expect(made.status).toBe(201);
    const location = graphNamedLocation.parse(made.body);
    expect(location).toMatchObject({ isTrusted: false, createdDateTime: tenant.clock.iso() });
    const one = `${url}/${location.id}`;
    await tenant.clock.advance(1000);
    const more = {
      '@odata.type': '#microsoft.graph.ipNamedLocation',
      isTrusted: true,
      ipRanges: [range('185.0.0.0/16')],
    };
    expect((await ask(one, { method: 'PATCH', body: more })).status).toBe(204);
    expect((await ask(one)).body).toMatchObject({ displayName: 'Attackers', isTrusted: true, ipRanges: more.ipRanges });
    expect((await ask(one, { method: 'DELETE' })).status).toBe(400);
    await ask(one, { method: 'PATCH', body: { '@odata.type': more['@odata.type'], isTrusted: false } });
    expect((await ask(one, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(one)).status).toBe(404);
    const logged = await rows(
      "AuditLogs | where LoggedByService == 'Conditional Access' | summarize count() by OperationName",
    );
    expect(new Map(logged.map((row) => [field(row, 0), field(row, 1)]))).toEqual(
      new Map([
        ['Add named location', 1],
        ['Update named location', 2],
        ['Delete named location', 1],
      ]),
    );
  });

  it.each([
    ['an address that is none', { ...attackers, ipRanges: [range('185.0.0.300/24')] }],
    ['a range too wide', { ...attackers, ipRanges: [range('185.0.0.0/7')] }],
    ['a v6 address as v4', { ...attackers, ipRanges: [range('2001:db8::/32')] }],
    ['no range', { ...attackers, ipRanges: [] }],
    ['a name that is taken', { ...attackers, displayName: 'london office' }],
    ['no type', { displayName: 'x', ipRanges: [range('185.0.0.0/24')] }],
    [
      'a country of three letters',
      { '@odata.type': '#microsoft.graph.countryNamedLocation', displayName: 'x', countriesAndRegions: ['DEU'] },
    ],
  ])('refuse %s', async (_, body) => {
    expect((await ask(url, { method: 'POST', body })).status).toBe(400);
  });

  it('are read-only to those who may only read', async () => {
    expect((await ask(url, { as: 'reader' })).status).toBe(200);
    expect((await ask(url, { method: 'POST', body: attackers, as: 'reader' })).status).toBe(403);
  });
});

describe('identityAccounts', () => {
  const url = `${graph}/security/identities/identityAccounts`;
  const alex = async () => {
    const { sid } = tenant.store.company.person('alex.johnson');
    const { body } = await ask(`${url}?$filter=onPremisesSecurityIdentifier eq '${sid}'`);
    return graphIdentityAccountsList.parse(body).value[0] ?? expect.unreachable('no alex');
  };
  const invoke = async (provider: string, action: string, form = 'invokeAction') => {
    const identity = await alex();
    const accountId = identity.accounts.find((one) => one.identityProvider === provider)?.identifier;
    return post(`security/identities/identityAccounts/${identity.id}/${form}`, {
      accountId,
      action,
      identityProvider: provider,
    });
  };

  it('come in pages and by security identifier', async () => {
    const page = graphIdentityAccountsList.parse((await ask(url)).body);
    expect(page.value).toHaveLength(100);
    expect(page['@odata.nextLink']).toMatch(/skiptoken/);
    const one = await alex();
    expect(one).toMatchObject({ displayName: 'Alex Johnson', isEnabled: true });
    expect(one.cloudSecurityIdentifier).toMatch(/^S-1-12-1(-\d+){4}$/);
    expect((await ask(`${url}/${one.id}`)).body).toMatchObject(one);
    expect((await ask(`${url}?$top=5`)).status).toBe(400);
  });

  it('say what can be done as things are, and do it', async () => {
    const { status, body } = await invoke('activeDirectory', 'disable');
    expect(status).toBe(200);
    expect(graphInvokeActionResult.parse(body)).toMatchObject({
      action: 'disable',
      identityProvider: 'activeDirectory',
    });
    const [directory] = (await alex()).accounts;
    expect(directory?.actions).toEqual(['enable', 'forcePasswordReset']);
    expect((await alex()).isEnabled).toBe(false);
    expect((await invoke('activeDirectory', 'disable')).status).toBe(400);
    const changes = `IdentityDirectoryEvents | where ActionType == 'Account Disabled changed'`;
    expect(await rows(`${changes} | where TargetAccountUpn == '${alexUpn}' | count`)).toEqual([[1]]);
  });

  it('reach the account in Entra and its risk', async () => {
    expect((await invoke('entraID', 'revokeAllSessions')).status).toBe(200);
    expect(tenant.store.accounts.byUpn(alexUpn)?.fields.sessionsValidFrom).toBe(tenant.clock.iso());
    await invoke('entraID', 'markUserAsCompromised', 'microsoft.graph.security.invokeAction');
    const risk = await ask(`${graph}/identityProtection/riskyUsers/${alexId()}`);
    expect(field(risk.body, 'riskState')).toBe('confirmedCompromised');
  });

  it.each([
    ['an action of another provider', 'entraID', 'forcePasswordReset'],
    ['a provider without an account', 'okta', 'disable'],
    ['an action that does not exist', 'entraID', 'banish'],
  ])('refuse %s', async (_, provider, action) => {
    expect((await invoke(provider, action)).status).toBe(400);
  });
});
