import { expect, test } from 'vitest';
import { sentinelEntity } from '@/lib/wire/sentinel/entity';

const resource = {
  id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.SecurityInsights/Entities/e1',
  name: 'e1',
  type: 'Microsoft.SecurityInsights/Entities',
};

test.each([
  ['account', 'Account'],
  ['IP', 'Ip'],
  ['dnsresolution', 'DnsResolution'],
  ['iotdevice', 'IoTDevice'],
])('kind %s is read as %s', (sent, kind) => {
  expect(sentinelEntity.parse({ ...resource, kind: sent, properties: {} }).kind).toBe(kind);
});

test('a kind of tomorrow passes through whole', () => {
  const nic = { ...resource, kind: 'Nic', properties: { macAddress: '00-15-5d-00-00-01', friendlyName: 'eth0' } };
  expect(sentinelEntity.parse(nic)).toEqual(nic);
});

test('a known kind that does not fit is refused at its place', () => {
  const result = sentinelEntity.safeParse({ ...resource, kind: 'Account', properties: { isDomainJoined: 'yes' } });
  expect(result.error?.issues.map((issue) => issue.path)).toEqual([['properties', 'isDomainJoined']]);
});
