import { describe, expect, test } from 'vitest';
import { rangeOf } from '../address/cidr-block.ts';
import { readCidr } from '../address/parse-cidr.ts';
import { evidenceAt, formatAddresses } from './advance.ts';

const block = (text: string) => {
  const cidr = readCidr(text);
  if (!cidr) throw new Error(`${text} is no CIDR`);
  return rangeOf(cidr);
};

describe('the words for addresses', () => {
  test.each([
    ['10.0.1.10/32', '10.0.1.10'],
    ['10.0.1.0/24', '10.0.1.0–10.0.1.255'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['2001:db8::/112', '2001:db8::–2001:db8::ffff'],
    // A block of a VPC is not the internet, wherever it stands.
    ['2600:1f18:1:100::/56', '2600:1f18:1:100::–2600:1f18:1:1ff:ffff:ffff:ffff:ffff'],
  ])('%s: %s', (text, expected) => {
    expect(formatAddresses(block(text))).toBe(expected);
  });

  test('what is left of IPv4 beside one block is told from its first to its last address', () => {
    expect(formatAddresses([0x0a000000, 0x0b000000])).toBe('10.0.0.0–10.255.255.255');
  });
});

describe('what decided', () => {
  test.each([
    ['a resource', evidenceAt('rtb-1'), { at: 'rtb-1' }],
    ['a row', evidenceAt('rtb-1', 'route-1'), { at: 'rtb-1', row: 'route-1' }],
    ['a rule of a direction', evidenceAt('sg-1', 'in-1', 'inbound'), { at: 'sg-1', row: 'in-1', direction: 'inbound' }],
  ])('%s', (_, evidence, expected) => {
    expect(evidence).toStrictEqual(expected);
  });
});
