/** What Defender for Endpoint knows of files, addresses and domains: the devices' logs say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endpointDomainStatistics,
  endpointFile,
  endpointFileStatistics,
  endpointIpStatistics,
} from '@/lib/wire/defender-endpoint/observable';
import { binaries } from '@/mocks/company/telemetry/binaries';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, huntRows } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
beforeAll(async () => {
  tenant = await smallTenant({ rows: 4000, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const api = 'api.security.microsoft.com/api';
const codeOf = (body: unknown) => field(body, 'error', 'code');
const hunt = (query: string) => huntRows(ask, query);

describe('a file', () => {
  it('is known by either hash, with its signer and how common it is', async () => {
    const { sha1, sha256, size } = binaries.powershell;
    const bySha1 = endpointFile.parse((await ask(`${api}/files/${sha1}`)).body);
    expect(bySha1).toMatchObject({ sha1, sha256, size, isPeFile: true, signer: 'Microsoft Windows' });
    expect(endpointFile.parse((await ask(`${api}/files/${sha256.toUpperCase()}`)).body)).toEqual(bySha1);
  });

  it('was seen here on as many devices as the logs say, in the time that was asked for', async () => {
    const [row] = await hunt(
      'DeviceProcessEvents | summarize Devices = dcount(DeviceId) by SHA1 | where isnotempty(SHA1) | top 1 by Devices desc',
    );
    const sha1 = String(field(row, 'SHA1'));
    const statistics = endpointFileStatistics.parse((await ask(`${api}/files/${sha1}/stats`)).body);
    expect(Number(statistics.orgPrevalence)).toBeGreaterThanOrEqual(Number(field(row, 'Devices')));
    expect(statistics.topFileNames).not.toHaveLength(0);
    const lately = endpointFileStatistics.parse((await ask(`${api}/files/${sha1}/stats?lookBackHours=1`)).body);
    expect(Number(lately.orgPrevalence)).toBeLessThan(Number(statistics.orgPrevalence));
  });

  it('that nobody has seen is not there, and what is no hash is refused', async () => {
    const unknown = await ask(`${api}/files/${'0'.repeat(40)}`);
    expect([unknown.status, codeOf(unknown.body)]).toEqual([404, 'ResourceNotFound']);
    const bad = await ask(`${api}/files/evil.exe`);
    expect([bad.status, codeOf(bad.body)]).toEqual([400, 'InvalidInput']);
    const window = await ask(`${api}/files/${binaries.powershell.sha1}/stats?lookBackHours=721`);
    expect([window.status, codeOf(window.body)]).toEqual([400, 'InvalidInput']);
  });
});

describe('an address', () => {
  it('is counted by the devices that spoke to it; one that nobody spoke to is no error', async () => {
    const [row] = await hunt(
      'DeviceNetworkEvents | where isnotempty(RemoteIP) | summarize Devices = dcount(DeviceId) by RemoteIP | top 1 by Devices desc',
    );
    const address = String(field(row, 'RemoteIP'));
    const statistics = endpointIpStatistics.parse((await ask(`${api}/ips/${address}/stats`)).body);
    expect(statistics.orgPrevalence).toBe(String(field(row, 'Devices')));
    const none = endpointIpStatistics.parse((await ask(`${api}/ips/203.0.113.254/stats`)).body);
    expect(none).toMatchObject({ orgPrevalence: '0', orgFirstSeen: null, orgLastSeen: null });
    expect((await ask(`${api}/ips/1.2.3' or 1==1/stats`)).status).toBe(400);
  });
});

describe('a domain', () => {
  it('is counted with the names below it; one that nobody asked for is not there', async () => {
    const [row] = await hunt(
      "DeviceNetworkEvents | where isnotempty(RemoteUrl) | extend Host = tostring(parse_url(iff(RemoteUrl contains '://', RemoteUrl, strcat('https://', RemoteUrl))).Host) | where Host contains '.' | summarize Devices = dcount(DeviceId) by Host | top 1 by Devices desc",
    );
    const host = String(field(row, 'Host'));
    const statistics = endpointDomainStatistics.parse((await ask(`${api}/domains/${host}/stats`)).body);
    expect(Number(statistics.orgPrevalence)).toBeGreaterThanOrEqual(Number(field(row, 'Devices')));
    expect((await ask(`${api}/domains/nobody.example/stats`)).status).toBe(404);
  });
});
