import { describe, expect, test } from 'vitest';
import { intersect } from './interval-set.ts';
import { parseIpv4 } from './ipv4.ts';
import { parseIpv6 } from './ipv6.ts';
import { formatCidr, parseCidr } from './cidr.ts';
import {
  isPrivateIpv4,
  isPublicIpv4,
  isPublicIpv6,
  privateIpv4,
  publicIpv4,
  specialIpv4Ranges,
  specialIpv6Ranges,
} from './special-ranges.ts';

const address = (text: string): number => parseIpv4(text) ?? -1;

describe('public IPv4', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.0.9',
    '192.0.0.10',
    '192.0.1.0',
    '192.0.2.1',
    '192.167.255.255',
    '192.169.0.0',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '223.255.255.255',
  ])('%s can stand for a machine on the internet', (text) => {
    expect(isPublicIpv4(address(text))).toBe(true);
  });

  test.each([
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.127.255.255',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.0',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.0.8',
    '192.0.0.11',
    '192.168.0.0',
    '192.168.255.255',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.0',
    '255.255.255.255',
  ])('%s cannot', (text) => {
    expect(isPublicIpv4(address(text))).toBe(false);
  });

  test('private is RFC 1918 alone, and never public', () => {
    expect([isPrivateIpv4(address('10.1.2.3')), isPrivateIpv4(address('100.64.0.1')), isPrivateIpv4(address('172.32.0.0'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(privateIpv4).toHaveLength(3);
    expect(intersect(privateIpv4, publicIpv4)).toEqual([]);
  });
});

test.each([
  ['2000::', true],
  ['2600:1f18::1', true],
  ['2001:db8::1', true],
  ['3fff:ffff::', true],
  ['1fff:ffff::', false],
  ['4000::', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::1', false],
])('%s is public IPv6: %s', (text, expected) => {
  expect(isPublicIpv6(parseIpv6(text) ?? -1n)).toBe(expected);
});

test.each([...specialIpv4Ranges, ...specialIpv6Ranges].map((range) => [range.cidr, range] as const))(
  '%s is canonical, named and has a source',
  (cidr, { name, source }) => {
    const parsed = parseCidr(cidr);
    expect(parsed.ok && formatCidr(parsed.cidr)).toBe(cidr);
    expect(name).not.toBe('');
    expect(source).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+$/);
  },
);
