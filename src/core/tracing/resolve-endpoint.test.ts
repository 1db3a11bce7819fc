import { describe, expect, test } from 'vitest';
import { formatAddress } from '../address/cidr-block.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { ask } from '../testing/ask.ts';
import { dualStackNetwork } from '../testing/dual-stack-network.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';
import type { Endpoint } from './endpoint.ts';
import { resolveEndpoint } from './resolve-endpoint.ts';

const builder = new EdgeDesignBuilder()
  .region()
  .dualStackVpc('vpc-1', '10.0.0.0/16', '2001:db8:0:100::/56')
  .virtualPrivateGateway('vgw-1', 'vpc-1')
  .internetGateway('igw-1', 'vpc-1')
  .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', staticRoutes: ['192.168.0.0/16'] })
  .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
  .subnet('subnet-empty', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
  .ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:0:103::/64' })
  .group('sg-1', 'vpc-1', { inbound: [] })
  .machine('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1'] })
  .machine('i-2', { subnet: 'subnet-1', address: '10.0.1.20', groups: ['sg-1'], public: '203.0.113.20' })
  .networkInterface('eni-second', { subnet: 'subnet-1', address: '10.0.1.30', groups: ['sg-1'], of: 'i-1', index: 1 })
  .natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5', public: '203.0.113.5' })
  .add('onprem-bare', { kind: 'on-premises-network', name: 'onprem-bare', cidrs: { [asRowId('a')]: { cidr: '172.16.0.0/16' } } })
  .add('dxvif-loose', { kind: 'virtual-interface', name: 'dxvif-loose', region: asResourceId('us-east-1'), type: 'private', state: 'available', routes: {} });
const lookup = buildLookup(builder.build());

const rangeText = ([first, end]: readonly [number | bigint, number | bigint]): string => `${formatAddress(first)}–${formatAddress(typeof end === 'bigint' ? end - 1n : end - 1)}`;

/** An end in words: what it is, and whom it names. */
function wordsOf(end: Endpoint): string {
  switch (end.kind) {
    case 'interfaces':
      return `interfaces ${end.interfaces.map(({ id }) => id).join(' ')}`;
    case 'host':
      return `host ${end.subnet.id} ${rangeText(end.range)}`;
    case 'internet':
      return end.range ? `internet ${rangeText(end.range)}` : 'internet';
    case 'on-premises':
      return `on-premises ${end.gateway} ${end.ranges.map(rangeText).join(' ')}`;
    case 'nat-gateway':
      return `nat-gateway ${end.natGateway.id}`;
    case 'address':
      return `address ${rangeText(end.range)}`;
    default:
      return end.kind;
  }
}

function resolve(text: string, role: 'source' | 'destination'): string {
  const reply = resolveEndpoint(lookup, text, role);
  return reply.ok ? wordsOf(reply.value) : 'error';
}

// Five addresses of each subnet are reserved: the first four and the last of IPv4
// (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
describe('an end of a question', () => {
  test.each<[string, string, string]>([
    ['i-1', 'interfaces eni-i-1', 'interfaces eni-i-1'],
    ['eni-second', 'interfaces eni-second', 'interfaces eni-second'],
    ['subnet-1', 'interfaces eni-i-1 eni-i-2 eni-second', 'interfaces eni-i-1 eni-i-2 eni-second'],
    ['subnet-empty', 'host subnet-empty 10.0.2.4–10.0.2.254', 'host subnet-empty 10.0.2.4–10.0.2.254'],
    ['nat-1', 'nat-gateway nat-1', 'nat-gateway nat-1'],
    ['internet', 'internet', 'internet'],
    ['internet:198.51.100.9', 'internet 198.51.100.9–198.51.100.9', 'internet 198.51.100.9–198.51.100.9'],
    ['internet:198.51.100.0/24', 'internet 198.51.100.0–198.51.100.255', 'internet 198.51.100.0–198.51.100.255'],
    ['internet:nowhere', 'error', 'error'],
    ['0.0.0.0/0', 'internet', 'internet'],
    ['::/0', 'internet', 'internet'],
    ['10.0.1.16/28', 'interfaces eni-i-2 eni-second', 'address 10.0.1.16–10.0.1.31'],
    ['10.0.1.20/32', 'interfaces eni-i-2', 'interfaces eni-i-2'],
    ['10.0.1.21/32', 'host subnet-1 10.0.1.21–10.0.1.21', 'host subnet-1 10.0.1.21–10.0.1.21'],
    ['10.0.2.128/25', 'host subnet-empty 10.0.2.128–10.0.2.255', 'address 10.0.2.128–10.0.2.255'],
    ['10.0.2.0/23', 'error', 'address 10.0.2.0–10.0.3.255'],
    ['2001:db8:0:103::/80', 'host subnet-six 2001:db8:0:103::–2001:db8:0:103:0:ffff:ffff:ffff', 'address 2001:db8:0:103::–2001:db8:0:103:0:ffff:ffff:ffff'],
    ['203.0.113.20', 'interfaces eni-i-2', 'interfaces eni-i-2'],
    ['8.8.8.0/24', 'internet 8.8.8.0–8.8.8.255', 'internet 8.8.8.0–8.8.8.255'],
    ['onprem:vgw-1:192.168.1.5', 'on-premises vgw-1 192.168.1.5–192.168.1.5', 'on-premises vgw-1 192.168.1.5–192.168.1.5'],
    ['onprem:vpn-office:192.168.1.0/24', 'on-premises vgw-1 192.168.1.0–192.168.1.255', 'on-premises vgw-1 192.168.1.0–192.168.1.255'],
    ['onprem:vgw-1:elsewhere', 'error', 'error'],
    ['onprem:igw-1:192.168.1.5', 'error', 'error'],
    ['onprem:dxvif-loose:192.168.1.5', 'error', 'error'],
    ['onprem-office', 'on-premises vgw-1 192.168.0.0–192.168.255.255', 'on-premises vgw-1 192.168.0.0–192.168.255.255'],
    ['onprem-bare', 'error', 'error'],
    ['vpc-1:10.0.1.10', 'interfaces eni-i-1', 'interfaces eni-i-1'],
    ['sg-1', 'error', 'error'],
    ['nobody', 'error', 'error'],
  ])('%s is, as source, %s, as destination, %s', (text, source, destination) => {
    expect(resolve(text, 'source')).toBe(source);
    expect(resolve(text, 'destination')).toBe(destination);
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html: the local route covers the IPv6 block of the VPC too.
test('a block of IPv6 in the VPC is reached by the local route', () => {
  const open = { inbound: ['all from ::/0'], outbound: ['all to ::/0'] };
  const design = dualStackNetwork().group('sg-out', 'vpc-1', open).build();
  expect(ask(design, 'i-out -> 2001:db8:0:101::10/127 tcp 22')).toEqual(['ambiguous', 'request no-such-target 2001:db8:0:101::11']);
});
