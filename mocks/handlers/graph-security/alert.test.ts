import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphAlertList } from '@/lib/wire/graph-security/alert';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const alerts = 'graph.microsoft.com/v1.0/security/alerts_v2';
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant();
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

describe('alerts_v2', () => {
  it('lists alerts without a nextLink, whatever $top says', async () => {
    const { body } = await ask(`${alerts}?$top=2`);
    expect(list(body, 'value')).toHaveLength(2);
    expect(field(body, '@odata.nextLink')).toBeUndefined();
    const whole = await ask(alerts, { headers: { prefer: 'include-unknown-enum-members' } });
    expect(graphAlertList.safeParse(whole.body).error).toBeUndefined();
  });

  it('filters by source and by evidence', async () => {
    const ours = await ask(`${alerts}?$filter=serviceSource eq 'microsoftSentinel'`);
    expect(list(ours.body, 'value').length).toBeGreaterThan(0);
    const path = 'microsoft.graph.security.userEvidence/userAccount/userPrincipalName';
    const mine = await ask(`${alerts}?$filter=evidence/any(e: e/${path} eq 'alex.johnson@contoso.com')`);
    expect(list(mine.body, 'value').map((alert) => field(alert, 'incidentId'))).toContain('12345');
    const refused = await ask(`${alerts}?$filter=investigationState eq 'running'`);
    expect(refused.status).toBe(400);
  });

  it('changes and comments one', async () => {
    const id = mainIncident(tenant).graph.alertIds[0];
    const changed = await ask(`${alerts}/${id}`, { method: 'PATCH', body: { status: 'inProgress' } });
    expect(changed.body).toMatchObject({ id, status: 'inProgress' });
    const comment = { '@odata.type': 'microsoft.graph.security.alertComment', comment: 'seen' };
    const commented = await ask(`${alerts}/${id}/comments`, { method: 'POST', body: comment });
    expect(commented.status).toBe(200);
    expect(list(commented.body, 'value').map((one) => field(one, 'comment'))).toContain('seen');
    expect((await ask(`${alerts}/nope`)).status).toBe(404);
  });
});
