import { describe, expect, test } from 'vitest';
import { parseCidr, split } from '../address/cidr.ts';
import type { Cidr } from '../address/cidr.ts';
import { reservedAt, reservedIn } from './reserved-addresses.ts';
import { ipv4SubnetSizeTable, isSubnetSize, isVpcSize, usableIpv4Addresses } from './subnet-sizes.ts';

const read = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.cidr;
};

describe('sizes', () => {
  test.each([
    ['10.0.0.0/15', false],
    ['10.0.0.0/16', true],
    ['10.0.0.0/28', true],
    ['10.0.0.0/29', false],
    ['2001:db8::/56', true],
    ['2001:db8::/44', true],
    ['2001:db8::/60', true],
    ['2001:db8::/58', false],
    ['2001:db8::/40', false],
    ['2001:db8::/64', false],
  ])('a VPC may have %s: %s', (text, expected) => {
    const { family, prefixLength } = read(text);
    expect(isVpcSize(family, prefixLength)).toBe(expected);
  });

  test.each([
    ['10.0.0.0/15', false],
    ['10.0.0.0/16', true],
    ['10.0.0.0/28', true],
    ['10.0.0.0/29', false],
    ['2001:db8::/64', true],
    ['2001:db8::/60', true],
    ['2001:db8::/63', false],
    ['2001:db8::/68', false],
  ])('a subnet may have %s: %s', (text, expected) => {
    const { family, prefixLength } = read(text);
    expect(isSubnetSize(family, prefixLength)).toBe(expected);
  });

  test.each([
    [28, 11],
    [27, 27],
    [26, 59],
    [25, 123],
    [24, 251],
    [20, 4091],
    [16, 65_531],
    [30, 0],
    [32, 0],
  ])('a /%i has %i usable addresses', (prefixLength, usable) => {
    expect(usableIpv4Addresses(prefixLength)).toBe(usable);
  });

  test('the table runs from /16 to /28', () => {
    expect(ipv4SubnetSizeTable).toHaveLength(13);
    expect(ipv4SubnetSizeTable[0]).toEqual({ prefixLength: 16, addresses: 65_536, usable: 65_531 });
    expect(ipv4SubnetSizeTable[12]).toEqual({ prefixLength: 28, addresses: 16, usable: 11 });
  });

  test('10.0.0.0/22 in four /24 leaves 251 usable addresses in each', () => {
    const subnets = split(read('10.0.0.0/22'), 24) ?? [];
    expect(subnets.map(({ prefixLength }) => usableIpv4Addresses(prefixLength))).toEqual([251, 251, 251, 251]);
  });
});

describe('reserved addresses', () => {
  test('five of each IPv4 subnet, named', () => {
    expect(reservedIn(read('10.0.1.0/24')).map(({ id, text }) => [id, text])).toEqual([
      ['network', '10.0.1.0'],
      ['router', '10.0.1.1'],
      ['dns', '10.0.1.2'],
      ['future', '10.0.1.3'],
      ['broadcast', '10.0.1.255'],
    ]);
  });

  test('and of each IPv6 subnet', () => {
    expect(reservedIn(read('2001:db8:0:1::/64')).map(({ text }) => text)).toEqual([
      '2001:db8:0:1::',
      '2001:db8:0:1::1',
      '2001:db8:0:1::2',
      '2001:db8:0:1::3',
      '2001:db8:0:1:ffff:ffff:ffff:ffff',
    ]);
  });

  test.each([
    ['10.0.0.0/32', ['broadcast']],
    ['10.0.0.0/31', ['network', 'broadcast']],
    ['10.0.0.0/30', ['network', 'router', 'dns', 'broadcast']],
    ['10.0.0.0/29', ['network', 'router', 'dns', 'future', 'broadcast']],
  ])('of a block as small as %s, no address is named twice', (text, ids) => {
    const reserved = reservedIn(read(text));
    expect(reserved.map(({ id }) => id)).toEqual(ids);
    expect(new Set(reserved.map(({ address }) => address)).size).toBe(reserved.length);
  });

  test('a single address is looked up', () => {
    const subnet = read('10.0.1.0/28');
    expect(reservedAt(subnet, 0x0a000102)?.id).toBe('dns');
    expect(reservedAt(subnet, 0x0a00010f)?.id).toBe('broadcast');
    expect(reservedAt(subnet, 0x0a000104)).toBeUndefined();
    expect(reservedAt(read('2001:db8::/64'), (0x20010db8n << 96n) + 1n)?.id).toBe('router');
  });
});
