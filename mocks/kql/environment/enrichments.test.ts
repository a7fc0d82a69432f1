import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, askEngine } from './asking';
import type { FileProfile } from './environment';

const sha1 = 'a'.repeat(40);
const sha256 = 'b'.repeat(64);
const profile: FileProfile = {
  SHA1: sha1,
  SHA256: sha256,
  MD5: 'c'.repeat(32),
  FileSize: 1234,
  GlobalPrevalence: 7,
  GlobalFirstSeen: '2024-12-01T00:00:00Z',
  GlobalLastSeen: '2025-01-14T00:00:00Z',
  Signer: '',
  Issuer: '',
  SignerHash: '',
  IsCertificateValid: null,
  IsRootSignerMicrosoft: null,
  SignatureState: 'Unsigned',
  IsExecutable: true,
  ThreatName: 'Trojan:Win32/Demo',
  Publisher: '',
  SoftwareName: '',
};

const places = [
  {
    network: '203.0.113.9',
    country: 'Germany',
    state: 'Bayern',
    city: 'Munich',
    latitude: 48.1371,
    longitude: 11.5754,
  },
  {
    network: '203.0.113.0/24',
    country: 'United Kingdom',
    state: 'England',
    city: 'London',
    latitude: 51.5,
    longitude: -0.12,
  },
];

let asking: Asking;
beforeAll(async () => {
  asking = await askEngine(() => ({ places, fileProfiles: [profile] }), {
    Signins: 'Timestamp:datetime User IP SHA1 SHA256',
    DeviceNetworkInfo:
      'Timestamp:datetime DeviceId DeviceName NetworkAdapterName NetworkAdapterType ConnectedNetworks:dynamic IPAddresses:dynamic',
  });
  await asking.append('Signins', [
    { Timestamp: '2025-01-15T09:00:00Z', User: 'helena', IP: '203.0.113.9', SHA1: sha1.toUpperCase(), SHA256: sha256 },
    { Timestamp: '2025-01-14T09:00:00Z', User: 'alex', IP: '203.0.113.77', SHA1: 'd'.repeat(40) },
    { Timestamp: '2025-01-13T09:00:00Z', User: 'sam', IP: '10.1.2.3', SHA1: 'no hash' },
  ]);
  const network = (Name: string) => JSON.stringify([{ Name }]);
  const address = (IPAddress: string) => JSON.stringify([{ IPAddress, AddressType: 'Private' }]);
  const info = (DeviceId: string, at: string, ip: string, name: string) => ({
    Timestamp: at,
    DeviceId,
    DeviceName: `${DeviceId}.contoso.com`,
    NetworkAdapterName: 'eth0',
    NetworkAdapterType: 'Ethernet',
    ConnectedNetworks: JSON.parse(network(name)),
    IPAddresses: JSON.parse(address(ip)),
  });
  await asking.append('DeviceNetworkInfo', [
    info('d1', '2025-01-14T08:00:00Z', '10.1.2.3', 'floor-1'),
    info('d1', '2025-01-15T08:00:00Z', '10.1.2.4', 'floor-1'),
    info('d2', '2025-01-15T08:00:00Z', '10.1.2.3', 'floor-1'),
    info('d3', '2025-01-15T08:00:00Z', '10.9.9.9', 'floor-2'),
  ]);
});
afterAll(() => asking.close());

const rows: Asking['rows'] = (...args) => asking.rows(...args);
const columns: Asking['columns'] = (...args) => asking.columns(...args);
const problem: Asking['problem'] = (...args) => asking.problem(...args);

describe('FileProfile', () => {
  it('adds its columns after the input’s, numbered where names clash', async () => {
    expect(await columns('Signins | project User, SHA1 | invoke FileProfile(SHA1)')).toEqual([
      'User',
      'SHA1',
      'SHA11',
      'SHA256',
      'MD5',
      'FileSize',
      'GlobalPrevalence',
      'GlobalFirstSeen',
      'GlobalLastSeen',
      'Signer',
      'Issuer',
      'SignerHash',
      'IsCertificateValid',
      'IsRootSignerMicrosoft',
      'SignatureState',
      'IsExecutable',
      'ThreatName',
      'Publisher',
      'SoftwareName',
      'ProfileAvailability',
    ]);
  });
  it('knows a file by either hash, says Missing of others and nothing of what is no hash', async () => {
    const by = (column: string) =>
      rows(
        `Signins | invoke FileProfile(${column}, 1000) | sort by Timestamp desc | project GlobalPrevalence, GlobalFirstSeen, ThreatName, ProfileAvailability`,
      );
    const known = [7, '2024-12-01T00:00:00Z', 'Trojan:Win32/Demo', 'Available'];
    expect(await by('SHA1')).toEqual([known, [null, null, '', 'Missing'], [null, null, '', '']]);
    expect(await by('"SHA256"')).toEqual([known, [null, null, '', ''], [null, null, '', '']]);
    expect(await rows('Signins | invoke FileProfile() | where GlobalPrevalence < 10 | count')).toEqual([[1]]);
  });
  it('stops after as many files as it is told', async () => {
    expect(await rows('Signins | invoke FileProfile(SHA1, 1) | where isnotempty(ProfileAvailability) | count')).toEqual(
      [[1]],
    );
  });
  it('is Defender’s: the workspace does not have it', async () => {
    expect(await problem('Signins | invoke FileProfile("SHA1")', 'workspace')).toMatchObject({ code: 'KS211' });
    expect(await problem('Signins | invoke FileProfile(Nope)')).toMatchObject({ code: 'KS142' });
  });
});

describe('functions about devices', () => {
  it('SeenBy names the devices of the same network', async () => {
    expect(await rows("print DeviceId='d1' | invoke SeenBy()")).toEqual([['d1', ['d2']]]);
    expect(await rows("print Id='d3' | invoke SeenBy(Id) | project SeenBy")).toEqual([[null]]);
  });
  it('DeviceFromIP gives the latest holder of an address', async () => {
    expect(await rows("print IP='10.1.2.3' | invoke DeviceFromIP()")).toEqual([['10.1.2.3', 'd2']]);
    expect(await rows('Signins | project IP | invoke DeviceFromIP(IP, datetime(2025-01-14T12:00:00Z))')).toEqual([
      ['10.1.2.3', 'd1'],
    ]);
  });
  it('AssignedIPAddresses gives a device’s latest addresses', async () => {
    expect(await rows("AssignedIPAddresses('d1.contoso.com') | project Timestamp, IPAddress, IPType")).toEqual([
      ['2025-01-15T08:00:00Z', '10.1.2.4', 'Private'],
    ]);
    expect(await rows("AssignedIPAddresses('d1', ago(1d)) | project IPAddress")).toEqual([['10.1.2.3']]);
  });
});

describe('geo_info_from_ip_address', () => {
  it('finds an address, then its range; an empty bag for the unknown and null for what is no address', async () => {
    expect(
      await rows(
        "print tostring(geo_info_from_ip_address('203.0.113.9').city), tostring(geo_info_from_ip_address('203.0.113.10').country)",
      ),
    ).toEqual([['Munich', 'United Kingdom']]);
    expect(await rows("print geo_info_from_ip_address('10.0.0.1'), geo_info_from_ip_address('nowhere')")).toEqual([
      [{}, null],
    ]);
    expect(await rows("print geo_info_from_ip_address('203.0.113.9')")).toEqual([
      [{ country: 'Germany', state: 'Bayern', city: 'Munich', latitude: 48.1371, longitude: 11.5754 }],
    ]);
    expect(
      await rows('Signins | extend geo = geo_info_from_ip_address(IP) | where geo.country == "Germany" | count'),
    ).toEqual([[1]]);
  });
});
