import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { compileTransitTable } from './compile-transit-table.ts';
import { propagatedBy } from './transit-propagation.ts';

/** One attachment of each type, and a table with a route over each of them to the same block. */
function everyType(lines: readonly string[], propagations: readonly string[] = []): DesignBuilder {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.1.0.0/16')
    .transitGateway('tgw-1')
    .attachment('vpc-attach', 'tgw-1', { vpc: 'vpc-1' })
    .attachment('vpn-attach', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-office' })
    .attachment('dx-attach', 'tgw-1', { type: 'direct-connect-gateway', directConnectGateway: 'dxgw-1' })
    .attachment('connect-attach', 'tgw-1', { type: 'connect' })
    .attachment('peer-attach', 'tgw-1', { type: 'peering' })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', lines, { propagations });
}

function orderOf(builder: DesignBuilder, family: 4 | 6 = 4): readonly (string | undefined)[] {
  const lookup = buildLookup(builder.build());
  const [table] = lookup.byKind['transit-gateway-route-table'];
  return table ? compileTransitTable(lookup, table).routes[family].map(({ attachment }) => attachment) : [];
}

// Route evaluation order: the most specific route, then static, then propagated over a VPC, Direct Connect, Connect, a VPN and a
// peering (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview).
describe('routes of a transit gateway are tried in this order', () => {
  const over = (attachment: string, ...words: readonly string[]) => ['10.9.0.0/16', '->', attachment, ...words].join(' ');
  test.each<[string, readonly string[], readonly string[]]>([
    ['the longer one first', ['10.0.0.0/8 -> vpc-attach', '10.9.0.0/16 -> vpn-attach'], ['vpn-attach', 'vpc-attach']],
    ['the longer one first, though propagated', ['10.0.0.0/8 -> vpc-attach', '10.9.0.0/16 -> vpn-attach propagated'], ['vpn-attach', 'vpc-attach']],
    ['static before a VPC', [over('vpc-attach', 'propagated'), over('vpn-attach')], ['vpn-attach', 'vpc-attach']],
    ['a VPC before Direct Connect', [over('dx-attach', 'propagated'), over('vpc-attach', 'propagated')], ['vpc-attach', 'dx-attach']],
    ['Direct Connect before Connect', [over('connect-attach', 'propagated'), over('dx-attach', 'propagated')], ['dx-attach', 'connect-attach']],
    ['Connect before a VPN', [over('vpn-attach', 'propagated'), over('connect-attach', 'propagated')], ['connect-attach', 'vpn-attach']],
    ['a VPN before a peering', [over('peer-attach', 'propagated'), over('vpn-attach', 'propagated')], ['vpn-attach', 'peer-attach']],
  ])('%s', (_, lines, expected) => {
    expect(orderOf(everyType(lines))).toEqual(expected);
  });

  test('each family by itself', () => {
    const builder = everyType(['10.9.0.0/16 -> vpc-attach', '2001:db8::/32 -> vpn-attach']);
    expect(orderOf(builder, 4)).toEqual(['vpc-attach']);
    expect(orderOf(builder, 6)).toEqual(['vpn-attach']);
  });
});

describe('an attachment propagates', () => {
  const office = (routes?: readonly string[]) => everyType([]).virtualPrivateGateway('vgw-1').office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', ...(routes && { staticRoutes: routes }) });
  const direct = (given: Parameters<DesignBuilder['virtualInterface']>[2]) => everyType([]).directConnectGateway('dxgw-1', { 'tgw-1': ['10.1.0.0/16'] }).virtualInterface('dxvif-1', 'dxgw-1', { type: 'transit', ...given });
  test.each<[string, DesignBuilder, string, readonly string[], boolean]>([
    ['the blocks of its VPC', everyType([]), 'vpc-attach', ['10.1.0.0/16'], true],
    ['of a VPC that the design lacks: nobody knows', everyType([]).attachment('vpc-attach', 'tgw-1', { vpc: 'vpc-gone' }), 'vpc-attach', [], false],
    ['of no VPC at all: nobody knows', everyType([]).attachment('vpc-attach', 'tgw-1', {}), 'vpc-attach', [], false],
    ['the static routes of its VPN', office(['192.168.0.0/17']), 'vpn-attach', ['192.168.0.0/17'], true],
    ['what is drawn behind a VPN with BGP, which may announce more', office(), 'vpn-attach', ['192.168.0.0/16'], false],
    ['of a VPN that the design lacks: nobody knows', everyType([]), 'vpn-attach', [], false],
    ['what a virtual interface announces', direct({ routes: ['172.16.0.0/16'] }), 'dx-attach', ['172.16.0.0/16'], true],
    ['what is drawn behind a virtual interface, which may announce more', direct({ cidr: '172.16.0.0/16' }), 'dx-attach', ['172.16.0.0/16'], false],
    ['nothing that a virtual interface which is down announces', direct({ routes: ['172.16.0.0/16'], state: 'down' }), 'dx-attach', [], false],
    ['of a Direct Connect gateway without interfaces: nobody knows', everyType([]).directConnectGateway('dxgw-1', {}), 'dx-attach', [], false],
    ['of no Direct Connect gateway: nobody knows', everyType([]).attachment('dx-attach', 'tgw-1', { type: 'direct-connect-gateway' }), 'dx-attach', [], false],
    ['what a Connect peer announces: nobody knows', everyType([]), 'connect-attach', [], false],
    ['over a peering nothing: its routes are static (tgw-peering)', everyType([]), 'peer-attach', [], true],
    ['nothing while it waits for its acceptance', everyType([]).attachment('vpc-attach', 'tgw-1', { vpc: 'vpc-1', state: 'pendingAcceptance' }), 'vpc-attach', [], true],
    ['nothing where it is drawn nowhere', everyType([]), 'gone-attach', [], true],
  ])('%s', (_, builder, attachment, blocks, isAll) => {
    expect(propagatedBy(buildLookup(builder.build()), asResourceId(attachment))).toEqual({ blocks, isAll });
  });

  test('what the snapshot of an attachment that is not in it would tell is not known', () => {
    const lookup = buildLookup({ ...everyType([]).build(), snapshot: { missing: [] } });
    expect(propagatedBy(lookup, asResourceId('gone-attach'))).toEqual({ blocks: [], isAll: false });
  });
});

// AWS propagates the block of the VPC that was attached first and not that of the other (tgw-vpc-attachments), and a design
// does not tell which one that is.
describe('overlapping blocks of two attached VPCs', () => {
  const two = (other: string) => everyType([], ['vpc-attach', 'other-attach']).vpc('vpc-2', other).attachment('other-attach', 'tgw-1', { vpc: 'vpc-2' });
  test.each([
    ['the same block', '10.1.0.0/16', [true, true]],
    ['a part of it', '10.1.128.0/17', [true, true]],
    ['another block', '10.2.0.0/16', [false, false]],
  ])('%s', (_, other, expected) => {
    const lookup = buildLookup(two(other).build());
    const [table] = lookup.byKind['transit-gateway-route-table'];
    expect(table && compileTransitTable(lookup, table).routes[4].map(({ isContested }) => isContested)).toEqual(expected);
  });
});
