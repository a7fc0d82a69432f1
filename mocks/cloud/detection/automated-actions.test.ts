/** Custom detections that act by themselves, on a tenant whose clock is moved by hand. */
import { expect, it } from 'vitest';
import { askOf, field, list } from '@/mocks/testing/ask';
import { smallTenant, withoutSeededRules } from '@/mocks/testing/small-tenant';

const hunting = 'graph.microsoft.com/v1.0/security/runHuntingQuery';

it('what a custom detection found is isolated, blocked, disabled and taken out of mailboxes', async () => {
  const tenant = await smallTenant({ rows: 0, incidents: 1, quotas: false, detection: true });
  withoutSeededRules(tenant);
  const ask = askOf(tenant);
  const { store } = tenant;
  const person = store.company.person('alex.johnson');
  const { device } =
    store.endpoint.machines.all().find((one) => one.online && one.device.osPlatform.startsWith('Windows')) ??
    expect.unreachable();
  const columns: Record<string, string> = {
    DeviceId: device.deviceId,
    SHA1: 'a'.repeat(40),
    AccountSid: person.sid,
    AccountObjectId: person.objectId,
    NetworkMessageId: '00000000-0000-4000-8000-0000000000aa',
    RecipientEmailAddress: person.upn,
  };
  const cells = Object.entries(columns).map(([name, value]) => `${name} = '${value}'`);
  // Microsoft's parser takes its time to load, which the check of a new rule does not give it.
  await ask(hunting, { method: 'POST', body: { Query: 'print 1' } });
  const made = await ask('graph.microsoft.com/beta/security/rules/detectionRules', {
    method: 'POST',
    body: {
      '@odata.type': '#microsoft.graph.security.detectionRule',
      id: 'acts',
      displayName: 'Acts by itself',
      status: 'enabled',
      queryCondition: { queryText: `print Timestamp = now(), ReportId = 1, ${cells.join(', ')}` },
      schedule: { frequency: 'PT1H' },
      detectionAction: {
        alertTemplate: {
          title: 'Acts by itself',
          severity: 'high',
          entityMappings: { hosts: [{ deviceIdColumn: 'DeviceId' }] },
        },
        automatedActions: {
          isolateDevices: [{ deviceIdColumn: 'DeviceId', isolationType: 'selective' }],
          initiateInvestigations: [{ deviceIdColumn: 'DeviceId' }],
          blockFiles: [{ sha1Column: 'SHA1' }],
          disableUsers: [{ accountSidColumn: 'AccountSid' }],
          markUsersAsCompromised: [{ accountObjectIdColumn: 'AccountObjectId' }],
          softDeleteEmails: [{ networkMessageIdColumn: 'NetworkMessageId', recipientColumn: 'RecipientEmailAddress' }],
        },
      },
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await tenant.clock.advance(5 * 60_000);

  const endpoint = 'api.security.microsoft.com/api';
  const actions = list((await ask(`${endpoint}/machineactions`)).body, 'value');
  expect(actions.map((one) => [field(one, 'type'), field(one, 'scope'), field(one, 'requestor')])).toEqual([
    ['Isolate', 'Selective', 'Acts by itself'],
  ]);
  expect(list((await ask(`${endpoint}/investigations`)).body, 'value')).toHaveLength(1);
  expect(list((await ask(`${endpoint}/indicators`)).body, 'value').map((one) => field(one, 'indicatorValue'))).toEqual([
    'a'.repeat(40),
  ]);
  const select = '$select=accountEnabled';
  const user = await ask(`graph.microsoft.com/v1.0/users/${person.objectId}?${select}`);
  expect(field(user.body, 'accountEnabled')).toBe(false);
  const risky = await ask(`graph.microsoft.com/v1.0/identityProtection/riskyUsers/${person.objectId}`);
  expect(field(risky.body, 'riskState')).toBe('confirmedCompromised');
  const { body } = await ask(hunting, {
    method: 'POST',
    body: {
      Query: `EmailPostDeliveryEvents | where NetworkMessageId == '${columns.NetworkMessageId}' | project Action, RecipientEmailAddress`,
    },
  });
  expect(list(body, 'results')).toEqual([{ Action: 'Soft delete', RecipientEmailAddress: person.upn }]);
  await tenant.close();
});
