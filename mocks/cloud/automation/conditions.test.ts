import { describe, expect, it } from 'vitest';
import { type Change, compares, holds, type Snapshot } from '@/mocks/cloud/automation/conditions';
import { occasionOf } from '@/mocks/cloud/automation/incident-values';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

describe('operators of automation conditions', () => {
  it.each([
    ['Equals', ['High'], ['high'], true],
    ['Equals', ['High'], ['Low', 'High'], true],
    ['NotEquals', ['High'], ['High'], false],
    ['NotEquals', ['Low', 'High'], ['High'], false],
    ['NotEquals', [], ['High'], true],
    ['Contains', ['InitialAccess'], ['access'], true],
    ['NotContains', ['InitialAccess', 'Impact'], ['Access'], false],
    ['StartsWith', ['srv-lon-01'], ['SRV-'], true],
    ['NotStartsWith', ['srv-lon-01'], ['lt-'], true],
    ['EndsWith', ['alex@contoso.com'], ['@contoso.com'], true],
    ['NotEndsWith', ['alex@contoso.com'], ['@contoso.com'], false],
  ] as const)('%s %j %j is %s', (operator, values, wanted, expected) => {
    expect(compares(operator, values, wanted)).toBe(expected);
  });
});

describe('conditions over an incident', () => {
  const before: Snapshot = {
    severity: 'Low',
    status: 'New',
    owner: '',
    alerts: 1,
    labels: 0,
    comments: 0,
    tactics: 1,
  };
  const change: Change = { before, after: { ...before, severity: 'High', alerts: 2 } };

  it('look at its entities, its rules, and at what changed', async () => {
    const tenant = await smallTenant({ rows: 0 });
    const occasion = occasionOf(tenant.store, mainIncident(tenant).sentinel, 'User');
    const property = (propertyName: 'AccountName' | 'IPAddress' | 'IncidentTactics', value: string) =>
      holds(
        {
          conditionType: 'Property',
          conditionProperties: { propertyName, operator: 'Equals', propertyValues: [value] },
        },
        occasion,
        change,
      );
    expect(property('AccountName', 'alex.johnson')).toBe(true);
    expect(property('AccountName', 'nora.whitfield')).toBe(false);
    expect(property('IncidentTactics', 'CredentialAccess')).toBe(true);
    const changed = (changeType: 'ChangedFrom' | 'ChangedTo', value: string) =>
      holds(
        {
          conditionType: 'PropertyChanged',
          conditionProperties: {
            propertyName: 'IncidentSeverity',
            changeType,
            operator: 'Equals',
            propertyValues: [value],
          },
        },
        occasion,
        change,
      );
    expect(changed('ChangedTo', 'High')).toBe(true);
    expect(changed('ChangedFrom', 'High')).toBe(false);
    const added = (arrayType: 'Alerts' | 'Labels') =>
      holds(
        { conditionType: 'PropertyArrayChanged', conditionProperties: { arrayType, changeType: 'Added' } },
        occasion,
        change,
      );
    expect([added('Alerts'), added('Labels')]).toEqual([true, false]);
    await tenant.close();
  });
});
