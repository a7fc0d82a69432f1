import { describe, expect, it } from 'vitest';
import { lastIpv4, lastIpv6 } from './ip-network';

describe('the last address of a network', () => {
  it.each([
    ['10.1.2.3', 0x0a010203],
    ['10.1.2.3/32', 0x0a010203],
    ['10.1.2.3/8', 0x0affffff],
    ['0.0.0.0/0', 0xffffffff],
    ['no address', null],
    ['10.1.2.3/33', null],
  ])('of %s as IPv4', (network, last) => expect(lastIpv4(network)).toBe(last));

  it.each([
    ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001'],
    ['2001:db8:85a3::/48', '2001:0db8:85a3:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::/33', '2001:0db8:7fff:ffff:ffff:ffff:ffff:ffff'],
    ['::/0', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['10.0.0.0/8', '0000:0000:0000:0000:0000:ffff:0aff:ffff'],
    ['2001:db8::/129', null],
    ['', null],
  ])('of %s as IPv6', (network, last) => expect(lastIpv6(network)).toBe(last));
});
