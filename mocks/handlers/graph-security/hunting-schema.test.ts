import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huntingSchema, huntingSchemaTables } from '@/lib/wire/graph-security/hunting-schema';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const security = 'graph.microsoft.com/beta/security';
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

describe('the hunting schema', () => {
  it.each(['getHuntingSchema()', 'microsoft.graph.security.getHuntingSchema()'])(
    'names tables and functions: %s',
    async (form) => {
      const { status, body } = await ask(`${security}/${form}`);
      expect(status).toBe(200);
      const { tables, functions } = huntingSchema.parse(body);
      const info = tables.find(({ name }) => name === 'AlertInfo');
      expect(info?.columns).toContainEqual({ name: 'Timestamp', dataType: 'DateTime' });
      expect(functions.builtInFunctions.map(({ name }) => name)).toContain('AssignedIPAddresses');
    },
  );

  it('gives single tables too', async () => {
    const url = `${security}/getHuntingSchemaTables()`;
    const found = await ask(`${url}?$filter=startswith(name,'AlertE')&$select=name`);
    expect(huntingSchemaTables.safeParse(found.body).success).toBe(false);
    expect(found.body).toMatchObject({ value: [{ name: 'AlertEvidence' }] });
    const { value } = huntingSchemaTables.parse((await ask(`${url}?$top=3`)).body);
    expect(value).toHaveLength(3);
    expect((await ask(`${url}?$filter=columns eq null`)).status).toBe(400);
  });

  it('agrees with what the engine says of a table', async () => {
    const { body } = await ask('graph.microsoft.com/v1.0/security/runHuntingQuery', {
      method: 'POST',
      body: { Query: 'DeviceInfo | take 0' },
    });
    const one = await ask(`${security}/getHuntingSchemaTables()?$filter=name eq 'DeviceInfo'`);
    const [table] = huntingSchemaTables.parse(one.body).value;
    const schema = Object(body).schema as { name: string; type: string }[];
    expect(schema.map(({ name }) => name)).toEqual(table?.columns.map(({ name }) => name));
  });
});
