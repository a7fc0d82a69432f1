/** The thirteen queries of the courses this product is built from, against the catalogue: twelve run, one is wrong as written. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createEngine, type Engine } from './engine';

const now = new Date('2025-01-15T10:05:00Z');
const queries = new Map(
  readFileSync(new URL('./source-queries.kql', import.meta.url), 'utf8')
    .split(/^\/\/ (Q\d+)\s*$/m)
    .slice(1)
    .reduce<[string, string][]>((pairs, part, index, parts) => {
      if (index % 2 === 0) pairs.push([part, (parts[index + 1] ?? '').trim()]);
      return pairs;
    }, []),
);

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ tables: catalogue() });
  await engine.append('SigninLogs', [
    {
      TimeGenerated: '2025-01-15T10:00:00Z',
      UserPrincipalName: 'alex.johnson@contoso.com',
      ResultType: '0',
      RiskLevelDuringSignIn: 'high',
      IPAddress: '185.0.0.7',
      LocationDetails: { city: 'Moscow', countryOrRegion: 'RU' },
      AppDisplayName: 'Azure Portal',
    },
    {
      TimeGenerated: '2025-01-15T09:59:00Z',
      UserPrincipalName: 'maya.chen@contoso.com',
      ResultType: '53003',
      IPAddress: '10.0.0.5',
    },
  ]);
  await engine.append('AzureActivity', [
    {
      TimeGenerated: '2025-01-15T10:03:00Z',
      Caller: 'alex.johnson@contoso.com',
      CategoryValue: 'Administrative',
      OperationNameValue: 'MICROSOFT.KEYVAULT/VAULTS/READ',
      ResourceId: '/vaults/kv-contoso-prod',
    },
  ]);
  await engine.append('AzureDiagnostics', [
    {
      TimeGenerated: '2025-01-15T10:04:00Z',
      ResourceProvider: 'MICROSOFT.KEYVAULT',
      OperationName: 'SecretGet',
      identity_claim_upn_s: 'alex.johnson@contoso.com',
      ResourceId: '/vaults/kv-contoso-prod',
    },
  ]);
  await engine.append('CloudAppEvents', [
    {
      Timestamp: '2025-01-15T08:40:00Z',
      AccountUpn: 'alex.johnson@contoso.com',
      ActionType: 'Add user.',
      Application: 'Azure Key Vault',
      IPAddress: '185.0.0.7',
    },
  ]);
});
afterAll(() => engine.close());

const run = (name: string) => engine.run(queries.get(name) ?? '', { now });

describe('the source queries', () => {
  it('are thirteen', () => expect([...queries.keys()]).toHaveLength(13));

  it.each([...queries.keys()].filter((name) => name !== 'Q3'))('%s runs', async (name) => {
    expect(await run(name)).toMatchObject({ ok: true });
  });

  it('Q3 fails with Kusto’s diagnostic at each `=`', async () => {
    const text = queries.get('Q3') ?? '';
    const result = await run('Q3');
    expect(result.ok).toBe(false);
    const spans = result.ok
      ? []
      : result.problems.map((problem) => text.slice(problem.start, problem.start + problem.length));
    expect(spans).toEqual([
      'FileName = "wmiprvse.exe"',
      'InitiatingProcessParentFileName = "svchost.exe"',
      'InitiatingProcessFileName = "services.exe"',
    ]);
  });

  it('Q6 joins sign-ins with resource access, `ResultType == 0` on a text column included', async () => {
    expect(await run('Q6')).toMatchObject({
      ok: true,
      rows: [
        [
          '2025-01-15T10:00:00Z',
          '2025-01-15T10:03:00Z',
          'alex.johnson@contoso.com',
          '185.0.0.7',
          'Moscow',
          'RU',
          'high',
          'MICROSOFT.KEYVAULT/VAULTS/READ',
          '/vaults/kv-contoso-prod',
        ],
      ],
    });
  });

  it('Q7 finds the secret read by a risky user', async () => {
    expect(await run('Q7')).toMatchObject({
      ok: true,
      rows: [['2025-01-15T10:04:00Z', 'alex.johnson@contoso.com', 'SecretGet', '/vaults/kv-contoso-prod']],
    });
  });

  it('Q9 leaves the columns that a table lacks empty', async () => {
    expect(await run('Q9')).toMatchObject({
      ok: true,
      rows: [['2025-01-15T08:40:00Z', 'Add user.', 'Azure Key Vault', '185.0.0.7', '', '']],
    });
  });

  it('Q12 counts successes and failures by address', async () => {
    const relaxed = (queries.get('Q12') ?? '').replace('UniqueUsers > 1', 'UniqueUsers > 0');
    const result = await engine.run(relaxed, { now });
    expect(result).toMatchObject({
      ok: true,
      rows: [['185.0.0.7', 1, 1, ['alex.johnson@contoso.com'], 1, 0, '2025-01-15T10:00:00Z', '2025-01-15T10:00:00Z']],
    });
  });

  it('Q13 reads Type of each table of a union', async () => {
    const result = await run('Q13');
    const counts = result.ok ? result.rows.map((row) => row.slice(0, 5)).sort() : [];
    expect(counts).toEqual([
      ['', 1, 0, 1, 0],
      ['alex.johnson@contoso.com', 1, 1, 0, 0],
    ]);
  });
});
