import { describe, expect, test } from 'vitest';
import { ALL_PORTS, icmpRange } from '../address/ports.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';
import { labelOf, wordsOf } from './names.ts';

const lookup = buildLookup(
  new EdgeDesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 22'], outbound: ['200 deny all'] })
    .group('sg-1', 'vpc-1', { inbound: ['tcp 22', 'tcp 80-90', 'all'], outbound: ['udp 53'] })
    .transitGateway('tgw-1')
    .transitTable('tgw-rtb-1', 'tgw-1', ['10.9.0.0/16 -> tgw-attach-1'])
    .machine('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1'] })
    .networkInterface('eni-second', { subnet: 'subnet-1', address: '10.0.1.11', groups: ['sg-1'], of: 'i-1', index: 1 })
    .networkInterface('eni-free', { subnet: 'subnet-1', address: '10.0.1.12', groups: ['sg-1'] })
    .build(),
);

describe('the chip of a row', () => {
  test.each<[string, string | undefined, 'inbound' | 'outbound' | undefined, string]>([
    ['rtb-1', undefined, undefined, 'rtb-1'],
    ['rtb-1', 'route-1', undefined, 'rtb-1 0.0.0.0/0'],
    ['rtb-1', 'local:10.0.0.0/16', undefined, 'rtb-1 10.0.0.0/16'],
    ['acl-1', 'in-100', undefined, 'acl-1 in 100'],
    ['acl-1', 'out-200', undefined, 'acl-1 out 200'],
    ['acl-1', 'inbound:*', undefined, 'acl-1 in *'],
    ['acl-1', 'outbound:*', undefined, 'acl-1 out *'],
    ['acl-1', 'out-200', 'outbound', 'acl-1 out 200'],
    ['sg-1', 'in-1', undefined, 'sg-1 in 22'],
    ['sg-1', 'in-2', undefined, 'sg-1 in 80–90'],
    ['sg-1', 'in-3', 'inbound', 'sg-1 in all'],
    ['sg-1', 'out-1', undefined, 'sg-1 out 53'],
    ['tgw-rtb-1', 'route-1', undefined, 'tgw-rtb-1 10.9.0.0/16'],
    ['tgw-rtb-1', 'propagated:10.1.0.0/16:tgw-attach-1', undefined, 'tgw-rtb-1 10.1.0.0/16'],
    ['eni-i-1', undefined, undefined, 'i-1'],
    ['eni-second', undefined, undefined, 'i-1 (eni-second)'],
    ['eni-free', undefined, undefined, 'eni-free'],
    ['subnet-1', 'row-1', undefined, 'subnet-1'],
  ])('%s, row %s, %s: %s', (at, row, direction, expected) => {
    expect(labelOf(lookup, { at: asResourceId(at), ...(row !== undefined && { row }), ...(direction && { direction }) })).toBe(expected);
  });
});

describe('the words for protocol and ports', () => {
  const traffic = (protocol: readonly [number, number], destinationPort: readonly [number, number]) => wordsOf({ source: [1, 2], destination: [3, 4], sourcePort: ALL_PORTS, protocol, destinationPort });
  test.each<[readonly [number, number], readonly [number, number], string]>([
    [[6, 7], [443, 444], 'TCP 443'],
    [[17, 18], [53, 54], 'UDP 53'],
    [[6, 7], [80, 91], 'TCP 80–90'],
    [[1, 2], icmpRange(8), 'ICMP type 8'],
    [[1, 2], ALL_PORTS, 'ICMP all types'],
    [[58, 59], icmpRange(128), 'ICMPv6 type 128'],
    [[1, 3], ALL_PORTS, 'protocols 1–2'],
    [[0, 256], ALL_PORTS, 'all traffic'],
  ])('protocols %j, ports %j: %s', (protocol, ports, expected) => {
    expect(traffic(protocol, ports)).toBe(expected);
  });
});
