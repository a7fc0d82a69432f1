import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphAnalyzedEmail, graphAnalyzedEmailList } from '@/lib/wire/graph-security/analyzed-email';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const url = 'graph.microsoft.com/v1.0/security/collaboration/analyzedEmails';
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

/** The phishing mail that the main story begins with. */
function lure() {
  for (const { graph } of tenant.store.alerts.pick(tenant.store.graphIncidents.byId('12345')?.alertIds ?? [])) {
    for (const one of graph.evidence ?? []) {
      if (one['@odata.type'] !== '#microsoft.graph.security.analyzedMessageEvidence') continue;
      const { networkMessageId, recipientEmailAddress } = one;
      if (networkMessageId && recipientEmailAddress)
        return { networkMessageId, recipientEmailAddress, alertId: graph.id };
    }
  }
  return expect.unreachable('the main story has no mail');
}
const get = async (query: string) => graphAnalyzedEmailList.parse((await ask(`${url}?${query}`)).body);
const remediation = (more: object = {}) => {
  const { networkMessageId, recipientEmailAddress } = lure();
  return {
    displayName: 'Clean up',
    description: 'phish',
    severity: 'medium',
    action: 'softDelete',
    remediateSendersCopy: 'false',
    analyzedEmails: [{ networkMessageId, recipientEmailAddress }],
    ...more,
  };
};
const hunt = async (Query: string) => {
  const answer = await ask('graph.microsoft.com/v1.0/security/runHuntingQuery', { method: 'POST', body: { Query } });
  return list(answer.body, 'results');
};

describe('analyzedEmails', () => {
  it('are the mails of the log, newest first, in pages', async () => {
    const first = await get('$top=2&$count=true');
    expect(first.value).toHaveLength(2);
    const [counted] = await hunt('EmailEvents | count');
    expect(first['@odata.count']).toBe(field(counted, 'Count'));
    const next = String(first['@odata.nextLink']).replace('https://', '');
    const second = graphAnalyzedEmailList.parse((await ask(next)).body);
    const times = [...first.value, ...second.value].map(({ loggedDateTime }) => loggedDateTime ?? '');
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set([...first.value, ...second.value].map(({ id }) => id)).size).toBe(4);
  });

  it('know the main story’s mail by its message, its recipient and its alert', async () => {
    const { networkMessageId, recipientEmailAddress, alertId } = lure();
    const filter = `networkMessageId eq '${networkMessageId}' and recipientEmailAddress eq '${recipientEmailAddress}'`;
    const { value } = await get(`$filter=${filter}`);
    expect(value).toHaveLength(1);
    // It was delivered because nothing was found in it: the log says so, and so does this.
    expect(value[0]).toMatchObject({ threatTypes: ['none'], alertIds: [alertId], directionality: 'inbound' });
    expect(value[0]?.urls?.length).toBeGreaterThan(0);
    const one = await ask(`${url}/${value[0]?.id}`);
    expect(graphAnalyzedEmail.parse(one.body)).toMatchObject({ ...value[0] });
    expect((await ask(`${url}/bm9wZQ`)).status).toBe(404);
  });

  it('stay within the time asked for', async () => {
    const { value } = await get('startTime=2025-01-14&endTime=2025-01-15T00:00:00Z');
    for (const { loggedDateTime } of value) expect(loggedDateTime?.startsWith('2025-01-14')).toBe(true);
    for (const query of [
      'startTime=soon',
      'startTime=2025-01-15&endTime=2025-01-14',
      "$filter=subject eq 'x'",
      '$orderby=id',
    ]) {
      expect((await ask(`${url}?${query}`)).status, query).toBe(400);
    }
  });

  it('are taken out of the mailbox a minute after the request was accepted', async () => {
    const { status, headers, body } = await ask(`${url}/remediate`, { method: 'POST', body: remediation() });
    expect([status, body]).toEqual([202, null]);
    expect(headers.get('location')).toMatch(/action-center\/history\?filters=\{"bulkId":\["[\w-]+"\]\}&tid=/);
    const { networkMessageId, alertId } = lure();
    const location = async () =>
      (await get(`$filter=networkMessageId eq '${networkMessageId}'`)).value[0]?.latestDelivery?.location;
    expect(await location()).toBe('inbox_folder');
    await tenant.clock.advance(61_000);
    expect(await location()).toBe('deletedFolder');
    const rows = await hunt(
      `EmailPostDeliveryEvents | where ActionType == 'Manual Remediation' | project Action, ActionResult`,
    );
    expect(rows).toEqual([{ Action: 'Soft delete', ActionResult: 'Success' }]);
    const alert = await ask(`graph.microsoft.com/v1.0/security/alerts_v2/${alertId}`);
    const mail = list(alert.body, 'evidence').find((one) => field(one, 'networkMessageId') === networkMessageId);
    expect(field(mail, 'remediationStatus')).toBe('remediated');
  });

  it.each([
    ['an action that is not supported yet', { action: 'moveToQuarantine' }],
    ['an action that does not exist', { action: 'shred' }],
    ['no mail', { analyzedEmails: [] }],
    ['no severity', { severity: undefined }],
  ])('refuse to be remediated with %s', async (_, more) => {
    const answer = await ask(`${url}/microsoft.graph.security.remediate`, { method: 'POST', body: remediation(more) });
    expect(answer.status).toBe(400);
  });

  it('need the permission for each', async () => {
    expect((await ask(url, { as: 'reader' })).status).toBe(200);
    expect((await ask(`${url}/remediate`, { method: 'POST', body: remediation(), as: 'reader' })).status).toBe(403);
  });
});
