import { describe, expect, it } from 'vitest';
import { settingsFrom } from '@/mocks/server-settings';

describe('the tenant’s settings', () => {
  it('has a default for everything', () => {
    expect(settingsFrom({})).toMatchObject({
      port: 4443,
      folder: '.tenant',
      tenant: { seed: 1, incidents: 200, rows: 200_000 },
    });
  });

  it.each([
    ['TENANT_PORT', '70000'],
    ['TENANT_INCIDENTS', 'many'],
    ['TENANT_ROWS', '-1'],
    ['TENANT_NOW', 'yesterday'],
    ['TENANT_SEED', '1.5'],
    ['TENANT_QUOTAS', 'maybe'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(`${name}=${value}`);
  });
});
