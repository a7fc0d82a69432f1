import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createCompany } from '@/mocks/company/company';
import type { LogRow } from '@/mocks/company/log-row';
import { noise } from '@/mocks/noise/noise';
import { noiseTables } from '@/mocks/noise/noise-tables';

const company = createCompany(50);
const now = new Date('2025-01-15T10:05:00Z');
const window = { start: new Date(now.getTime() - 30 * 86_400_000), end: now };

function generate(rows: number, seed = 50): Map<string, LogRow[]> {
  const byTable = new Map<string, LogRow[]>();
  for (const batch of noise({ seed, company, window, rows })) {
    const known = byTable.get(batch.table);
    if (known) known.push(...batch.rows);
    else byTable.set(batch.table, [...batch.rows]);
  }
  return byTable;
}

const timeOf = (row: LogRow) => Number(row.Timestamp ?? row.TimeGenerated);
const small = generate(20_000);
const all = [...small.values()].flat();
const rowsOf = (table: string) => small.get(table) ?? [];
const alex = 'alex.johnson@contoso.com';

describe('noise', () => {
  it('is the same for the same seed, and another world for another', () => {
    expect(JSON.stringify([...generate(2_000)])).toBe(JSON.stringify([...generate(2_000)]));
    expect(JSON.stringify([...generate(2_000, 51)])).not.toBe(JSON.stringify([...generate(2_000)]));
  });

  it('gives about as many rows as asked for, in every registered table', () => {
    expect(all.length).toBeGreaterThan(18_000);
    expect(all.length).toBeLessThan(22_000);
    expect([...small.keys()].sort()).toEqual(noiseTables.map((entry) => entry.table).sort());
  });

  it('puts nearly half of the rows into the last 24 hours and none outside the window', () => {
    const recent = all.filter((row) => timeOf(row) >= now.getTime() - 86_400_000).length;
    expect(recent / all.length).toBeGreaterThan(0.4);
    expect(recent / all.length).toBeLessThan(0.5);
    for (const row of all) {
      expect(timeOf(row)).toBeGreaterThanOrEqual(window.start.getTime());
      expect(timeOf(row)).toBeLessThan(window.end.getTime());
    }
  });

  it('fills a few minutes as well, for a clock that runs on', () => {
    const minutes = { start: now, end: new Date(now.getTime() + 5 * 60_000) };
    const rows = [...noise({ seed: 50, company, window: minutes, rows: 500 })].flatMap((batch) => batch.rows);
    expect(rows.length).toBeGreaterThan(430);
    expect(rows.length).toBeLessThan(570);
    for (const row of rows) expect(timeOf(row)).toBeGreaterThanOrEqual(now.getTime());
  });

  it('is quiet on Sundays', () => {
    const processes = rowsOf('DeviceProcessEvents').filter((row) => timeOf(row) < now.getTime() - 2 * 86_400_000);
    const on = (weekday: number) => processes.filter((row) => new Date(timeOf(row)).getUTCDay() === weekday).length;
    expect(on(0)).toBeLessThan(on(3) / 2);
  });

  it('only writes columns the table has, with values of their type', () => {
    const tables = new Map(
      catalogue().map((table) => [table.name, new Map(table.columns.map(({ name, type }) => [name, type]))]),
    );
    const wrong = new Set<string>();
    for (const [table, rows] of small) {
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          const type = tables.get(table)?.get(column);
          if (!type || !fits(type, value)) wrong.add(`${table}.${column}: ${type} for ${typeof value}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it('sprinkles hostile strings, rarely', () => {
    const text = JSON.stringify([...generate(60_000)]);
    for (const sign of ['<img src=x onerror', "=cmd|'/C calc'!A0", '\u202e']) expect(text).toContain(sign);
    const hostile = rowsOf('EmailEvents').filter((row) => String(row.Subject).includes('<'));
    expect(hostile.length).toBeLessThan(rowsOf('EmailEvents').length / 50);
  });

  it('belongs together: a link has its mail, a sign-in is in both tables', () => {
    const mails = new Set(rowsOf('EmailEvents').map((row) => row.NetworkMessageId));
    for (const link of rowsOf('EmailUrlInfo')) expect(mails).toContain(link.NetworkMessageId);
    const signIns = new Set(rowsOf('SigninLogs').map((row) => row.Id));
    for (const row of rowsOf('AADSignInEventsBeta')) expect(signIns).toContain(row.RequestId);
    const ids = (table: string) => rowsOf(table).map((row) => row.RequestId);
    expect(ids('EntraIdSignInEvents')).toEqual(ids('AADSignInEventsBeta'));
  });

  it('never looks like the attack', () => {
    const signIns = rowsOf('SigninLogs');
    expect(signIns.filter((row) => row.UserPrincipalName === alex && row.RiskLevelDuringSignIn !== 'none')).toEqual([]);
    expect(
      all.filter((row) => String(row.IPAddress ?? row.RemoteIP ?? row.CallerIpAddress ?? '').startsWith('185.')),
    ).toEqual([]);
    expect(rowsOf('AzureActivity').filter((row) => row.Caller === alex)).toEqual([]);
    expect(rowsOf('AzureDiagnostics').filter((row) => row.identity_claim_upn_s === alex)).toEqual([]);
    expect(rowsOf('EmailEvents').filter((row) => /urgent invoice/i.test(String(row.Subject)))).toEqual([]);
    const active = new Set(
      rowsOf('ThreatIntelligenceIndicator')
        .filter((row) => row.Active)
        .map((row) => row.NetworkIP),
    );
    expect(rowsOf('DeviceNetworkEvents').filter((row) => active.has(row.RemoteIP))).toEqual([]);
    const groups = new Map<unknown, Set<unknown>>();
    for (const row of rowsOf('AzureActivity'))
      groups.set(row.Caller, (groups.get(row.Caller) ?? new Set()).add(row.ResourceGroup));
    for (const seen of groups.values()) expect(seen.size).toBeLessThanOrEqual(2);
  });

  it('offers near misses', () => {
    expect(rowsOf('SigninLogs').some((row) => row.ResultType === '53003')).toBe(true);
    expect(rowsOf('DeviceProcessEvents').some((row) => row.FileName === 'WmiPrvSE.exe')).toBe(true);
    const expired = rowsOf('ThreatIntelligenceIndicator')
      .filter((row) => !row.Active)
      .map((row) => row.NetworkIP);
    expect(rowsOf('DeviceNetworkEvents').some((row) => expired.includes(row.RemoteIP))).toBe(true);
  });

  it('makes 200,000 rows in seconds', () => {
    const startedAt = performance.now();
    let count = 0;
    for (const batch of noise({ seed: 50, company, window, rows: 200_000 })) count += batch.rows.length;
    expect(count).toBeGreaterThan(190_000);
    // Three seconds on an idle machine; the bound only finds what grew with the square of the rows.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
  });
});

function fits(type: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  switch (type) {
    case 'datetime':
      return typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
    case 'int':
    case 'long':
      return Number.isInteger(value);
    case 'real':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'dynamic':
      return typeof value === 'object';
    default:
      return typeof value === 'string';
  }
}
