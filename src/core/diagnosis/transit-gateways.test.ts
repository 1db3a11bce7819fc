import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import type { DesignBuilder } from '../testing/design-builder.ts';
import { hub, type Hub } from '../testing/transit-network.ts';

const first = (design: Design, words: string) => answerOf(design, question(words)).blockers[0];

describe('between two VPCs', () => {
  test('what propagates is reached, there and back', () => {
    expect(ask(hub(), 'i-a -> i-b tcp 22')).toEqual(['reachable']);
    expect(ask(hub(), 'i-b -> i-a tcp 22')).toEqual(['reachable']);
  });

  test.each<[string, Hub, readonly string[], string]>([
    ['the VPC has no attachment', { attachmentA: { vpc: 'vpc-other' } }, ['blocked', 'request transit-gateway tgw-1', 'reply transit-gateway-route-table tgw-rtb-tgw-1'], 'BAD_STATE_ATTACHMENT'],
    ['the attachment is not accepted yet', { attachmentA: { state: 'pendingAcceptance' } }, ['blocked', 'request transit-gateway tgw-1', 'reply transit-gateway-route-table tgw-rtb-tgw-1'], 'BAD_STATE_ATTACHMENT'],
    ['the zone has no subnet of the attachment', { zoneOfA: 'us-east-1b' }, ['blocked', 'request transit-gateway tgw-1'], 'TGW_ROUTE_AZ_RESTRICTION'],
    ['the attachment is associated with no table', { attachmentA: { table: null } }, ['blocked', 'request transit-gateway-attachment tgw-attach-a'], 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION'],
    ['nobody propagates', { propagations: [] }, ['blocked', 'request transit-gateway-route-table tgw-rtb-tgw-1', 'reply transit-gateway-route-table tgw-rtb-tgw-1'], 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT'],
    ['the far VPC has no route back', { routesB: [] }, ['blocked', 'reply route-table rtb-b'], 'NO_ROUTE_TO_DESTINATION'],
    ['routes lead into the VPC, but not to the address', { propagations: ['tgw-attach-a'], table: ['10.2.9.0/28 -> tgw-attach-b'] }, ['blocked', 'request transit-gateway-route-table tgw-rtb-tgw-1'], 'TGW_RTB_CANNOT_ROUTE'],
    ['a longer route drops it', { table: ['10.2.1.0/24 -> blackhole'] }, ['blocked', 'request transit-gateway-route-table tgw-rtb-tgw-1'], 'TGW_RTB_BAD_STATE_ROUTE'],
    ['a static route of the same length comes first', { table: ['10.2.0.0/16 -> blackhole'] }, ['blocked', 'request transit-gateway-route-table tgw-rtb-tgw-1'], 'TGW_RTB_BAD_STATE_ROUTE'],
    ['the attachment of a route is gone', { propagations: ['tgw-attach-a'], table: ['10.2.0.0/16 -> tgw-attach-gone'] }, ['blocked', 'request transit-gateway-route-table tgw-rtb-tgw-1'], 'TGW_RTB_BAD_STATE_ROUTE'],
    ['the attachment of a route is failing', { propagations: ['tgw-attach-a'], attachmentB: { state: 'failed' }, table: ['10.2.0.0/16 -> tgw-attach-b'] }, ['blocked', 'request transit-gateway-attachment tgw-attach-b', 'reply transit-gateway tgw-1'], 'BAD_STATE_ATTACHMENT'],
    ['its attachment has no subnet', { attachmentB: { subnets: [] } }, ['blocked', 'request transit-gateway-attachment tgw-attach-b', 'reply transit-gateway tgw-1'], 'TGW_ATTACH_VPC_AZ_RESTRICTION'],
  ])('%s', (_, given, expected, code) => {
    expect(ask(hub(given), 'i-a -> i-b tcp 22')).toEqual(expected);
    expect(first(hub(given), 'i-a -> i-b tcp 22')?.code).toBe(code);
  });

  test('a block at the transit gateway does not hide the group behind it', () => {
    expect(ask(hub({ zoneOfA: 'us-east-1b' }), 'i-a -> i-b tcp 80')).toEqual(['blocked', 'request transit-gateway tgw-1', 'request security-group sg-b']);
  });

  test('a reply to an address that the office and another VPC both have goes astray at the table of the transit gateway', () => {
    const design = hub({ attachmentA: { subnets: ['app-a'] }, more: (b) => b.virtualPrivateGateway('vgw-b', 'vpc-b').office('office', { gateway: 'vgw-b', cidr: '10.1.0.0/16' }).group('sg-a', 'vpc-a', { inbound: ['all'] }) });
    expect(ask(design, 'onprem:vgw-b:10.1.1.10 -> i-b tcp 22')).toEqual(['blocked', 'reply transit-gateway-route-table tgw-rtb-tgw-1']);
    expect(first(design, 'onprem:vgw-b:10.1.1.10 -> i-b tcp 22')).toMatchObject({ code: 'X_ADDRESS_HELD_ELSEWHERE', fixes: [] });
  });

  test('a shorter static route takes what nobody propagates', () => {
    expect(ask(hub({ propagations: ['tgw-attach-a'], table: ['0.0.0.0/0 -> tgw-attach-b'] }), 'i-a -> i-b tcp 22')).toEqual(['reachable']);
  });

  test('the path names the transit gateway and its table', () => {
    const [request] = answerOf(hub(), question('i-a -> i-b tcp 22')).paths;
    expect(request?.hops.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining(['rtb-a sends 10.0.0.0/8 to tgw-1.', 'It passes tgw-1.', 'tgw-rtb-tgw-1 sends 10.2.0.0/16 to tgw-attach-b.']));
  });
});

describe('network ACLs at the attachment (Transit Gateway guide, tgw-nacls)', () => {
  const acl = (inbound: string, outbound: string) => ({ more: (builder: DesignBuilder) => builder.networkAcl('acl-link-a', 'vpc-a', { inbound: [inbound], outbound: [outbound] }) });
  const open = '100 allow all from 0.0.0.0/0';
  const shut = '100 deny all from 0.0.0.0/0';

  test.each<[string, Hub, string, readonly string[]]>([
    ['towards the transit gateway: inbound of its subnet', acl(shut, open), 'i-a -> i-b tcp 22', ['blocked', 'request network-acl acl-link-a']],
    ['from the transit gateway: outbound of its subnet', acl(open, shut), 'i-a -> i-b tcp 22', ['blocked', 'reply network-acl acl-link-a']],
    ['the request from the other side: outbound', acl(open, shut), 'i-b -> i-a tcp 22', ['blocked', 'request network-acl acl-link-a']],
  ])('%s', (_, given, words, expected) => {
    expect(ask(hub(given), words)).toEqual(expected);
  });

  const shared = (inbound: string, outbound: string): Design =>
    hub({
      attachmentA: { subnets: ['app-a'] },
      more: (builder) => builder.networkAcl('acl-app-a', 'vpc-a', { inbound: [inbound], outbound: [outbound] }).subnet('app-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a', acl: 'acl-app-a' }),
    });

  test('in the subnet of the instance both directions judge what goes out, none what comes in', () => {
    expect(ask(shared(shut, open), 'i-a -> i-b tcp 22')).toEqual(['blocked', 'request network-acl acl-app-a']);
    expect(ask(shared(open, shut), 'i-a -> i-b tcp 22')).toEqual(['blocked', 'request network-acl acl-app-a']);
    expect(ask(shared('100 allow tcp 22 from 10.1.0.0/16', '100 allow tcp 22 to 10.2.0.0/16'), 'i-a -> i-b tcp 22')).toEqual(['reachable']);
  });
});

describe('what an import does not tell', () => {
  test.each<[string, Hub, string]>([
    ['the routes of the table', { routesKnown: false }, 'TGW_RTB_ROUTES_ARE_UNKNOWN'],
    ['the association', { attachmentA: { table: null, routeTableKnown: false } }, 'TGW_RTB_ROUTES_ARE_UNKNOWN'],
    ['the table', { attachmentA: { table: 'tgw-rtb-elsewhere' } }, 'TGW_RTB_ROUTES_ARE_UNKNOWN'],
    ['the attachment of a route', { propagations: ['tgw-attach-a'], table: ['10.2.0.0/16 -> tgw-attach-gone'] }, 'X_TGW_ATTACHMENT_NOT_KNOWN'],
  ])('%s: undetermined', (_, given, code) => {
    const design = hub({ ...given, isImported: true });
    expect(ask(design, 'i-a -> i-b tcp 22')[0]).toBe('undetermined');
    expect(first(design, 'i-a -> i-b tcp 22')?.code).toBe(code);
  });

  test('the VPC of the attachment: undetermined', () => {
    const design = hub({
      table: ['10.5.0.0/16 -> tgw-attach-x'],
      isImported: true,
      more: (builder) => builder.attachment('tgw-attach-x', 'tgw-1', { vpc: 'vpc-elsewhere', subnets: ['subnet-elsewhere'] }),
    });
    expect(ask(design, 'i-a -> 10.5.0.5 tcp 22')[0]).toBe('undetermined');
    expect(first(design, 'i-a -> 10.5.0.5 tcp 22')).toMatchObject({ code: 'NO_POSSIBLE_DESTINATION', sentence: 'tgw-attach-x leads to what the design does not hold, so what happens there cannot be known.' });
  });

  test('two VPCs with overlapping blocks: which one was attached first is not known', () => {
    const design = hub({
      more: (builder) => builder.vpc('vpc-c', '10.2.0.0/16').subnet('link-c', { vpc: 'vpc-c', cidr: '10.2.9.0/28' }).attachment('tgw-attach-c', 'tgw-1', { vpc: 'vpc-c', subnets: ['link-c'] }),
      propagations: ['tgw-attach-a', 'tgw-attach-b', 'tgw-attach-c'],
    });
    expect(first(design, 'i-a -> i-b tcp 22')?.code).toBe('X_TGW_OVERLAPPING_BLOCKS');
  });
});

describe('central egress', () => {
  /** `vpc-b` has a NAT gateway in a public subnet; its attachment subnet sends the internet to it. */
  const egress = (backRoute: boolean): Design =>
    hub({
      table: ['0.0.0.0/0 -> tgw-attach-b'],
      routesA: ['0.0.0.0/0 -> tgw-1'],
      more: (builder) =>
        builder
          .internetGateway('igw-1', 'vpc-b')
          .routeTable('rtb-public', 'vpc-b', ['0.0.0.0/0 -> igw-1', ...(backRoute ? ['10.0.0.0/8 -> tgw-1'] : [])])
          .routeTable('rtb-link-b', 'vpc-b', ['0.0.0.0/0 -> nat-1'])
          .subnet('public-b', { vpc: 'vpc-b', cidr: '10.2.5.0/24', table: 'rtb-public' })
          .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28', table: 'rtb-link-b' })
          .natGateway('nat-1', { subnet: 'public-b', address: '10.2.5.5', public: '203.0.113.9' }),
    });

  test('a NAT gateway takes what comes from a transit gateway', () => {
    expect(ask(egress(true), 'i-a -> internet:198.51.100.7 tcp 443')).toEqual(['reachable']);
  });

  test('without a route back behind the NAT gateway the reply is lost', () => {
    const [verdict, ...blockers] = ask(egress(false), 'i-a -> internet:198.51.100.7 tcp 443');
    expect([verdict, blockers[0]]).toEqual(['blocked', 'reply internet-gateway igw-1']);
  });

  test('an internet gateway translates no address of another VPC', () => {
    const design = hub({
      table: ['0.0.0.0/0 -> tgw-attach-b'],
      routesA: ['0.0.0.0/0 -> tgw-1'],
      more: (builder) => builder.internetGateway('igw-1', 'vpc-b').routeTable('rtb-link-b', 'vpc-b', ['0.0.0.0/0 -> igw-1']).subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28', table: 'rtb-link-b' }),
    });
    expect(first(design, 'i-a -> internet:198.51.100.7 tcp 443')?.code).toBe('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS');
  });

  test('tables that send it round in a circle are said', () => {
    const design = hub({ table: ['0.0.0.0/0 -> tgw-attach-b'], routesA: ['0.0.0.0/0 -> tgw-1'], more: (builder) => builder.routeTable('rtb-main-vpc-b', 'vpc-b', ['0.0.0.0/0 -> tgw-1']) });
    expect(first(design, 'i-a -> internet:198.51.100.7 tcp 443')?.code).toBe('X_ROUTING_LOOP');
  });
});

describe('zones', () => {
  /** `vpc-b` is attached in two zones; the subnet of the second has no route to anything. */
  const twoZones = (given: Hub = {}): Hub => ({
    ...given,
    attachmentB: { subnets: ['link-b', 'link-b2'], ...given.attachmentB },
    more: (builder) => (given.more?.(builder) ?? builder).networkAcl('acl-shut', 'vpc-b', { inbound: [], outbound: [] }).subnet('link-b2', { vpc: 'vpc-b', cidr: '10.2.9.16/28', zone: 'us-east-1b', acl: 'acl-shut' }),
  });

  test('traffic enters in the zone it came from', () => {
    expect(ask(hub(twoZones()), 'i-a -> i-b tcp 22')).toEqual(['reachable']);
    const other = twoZones({ zoneOfA: 'us-east-1b', attachmentA: { subnets: ['link-a', 'link-a2'] }, more: (builder) => builder.subnet('link-a2', { vpc: 'vpc-a', cidr: '10.1.9.16/28', zone: 'us-east-1b' }) });
    expect(ask(hub(other), 'i-a -> i-b tcp 22')).toEqual(['blocked', 'request network-acl acl-shut']);
  });
});

describe('peering between transit gateways', () => {
  /** `vpc-a` on `tgw-1`, `vpc-c` on `tgw-2`, the two peered. */
  const peered = (given: { readonly there?: readonly string[]; readonly back?: readonly string[]; readonly peer?: string; readonly propagate?: boolean }): Design =>
    hub({
      table: given.there ?? ['10.3.0.0/16 -> tgw-attach-p'],
      ...(given.propagate === true && { propagations: ['tgw-attach-a', 'tgw-attach-p'] }),
      more: (builder) =>
        builder
          .vpc('vpc-c', '10.3.0.0/16')
          .routeTable('rtb-c', 'vpc-c', ['10.0.0.0/8 -> tgw-2'])
          .subnet('app-c', { vpc: 'vpc-c', cidr: '10.3.1.0/24', table: 'rtb-c' })
          .group('sg-c', 'vpc-c', { inbound: ['tcp 22 from 10.0.0.0/8'] })
          .instance('i-c', { subnet: 'app-c', address: '10.3.1.10', groups: ['sg-c'] })
          .transitGateway('tgw-2')
          .transitTable('tgw-rtb-tgw-2', 'tgw-2', given.back ?? ['10.1.0.0/16 -> tgw-attach-p'], { propagations: ['tgw-attach-c'] })
          .attachment('tgw-attach-c', 'tgw-2', { vpc: 'vpc-c', subnets: ['app-c'] })
          .attachment('tgw-attach-p', 'tgw-1', { type: 'peering', peer: { transitGateway: asResourceId(given.peer ?? 'tgw-2'), routeTable: asResourceId('tgw-rtb-tgw-2') } }),
    });

  test('static routes on both sides carry it', () => {
    expect(ask(peered({}), 'i-a -> i-c tcp 22')).toEqual(['reachable']);
    expect(ask(peered({}), 'i-c -> i-a tcp 22')).toEqual(['reachable']);
  });

  test('a peering propagates nothing', () => {
    expect(ask(peered({ there: [], propagate: true }), 'i-a -> i-c tcp 22')[1]).toBe('request transit-gateway-route-table tgw-rtb-tgw-1');
  });

  test('one way alone: the reply finds no route', () => {
    expect(ask(peered({ back: [] }), 'i-a -> i-c tcp 22')).toEqual(['blocked', 'reply transit-gateway-route-table tgw-rtb-tgw-2']);
  });

  test('a peer that the design does not hold: undetermined', () => {
    expect(ask(peered({ peer: 'tgw-far' }), 'i-a -> i-c tcp 22')[0]).toBe('undetermined');
  });
});

describe('VPN on a transit gateway', () => {
  const office = (given: { readonly isStatic?: boolean; readonly propagate?: boolean; readonly table?: readonly string[]; readonly state?: 'available' | 'deleted' } = {}): Design =>
    hub({
      routesA: ['10.0.0.0/8 -> tgw-1', '192.168.0.0/16 -> tgw-1'],
      routesB: ['10.0.0.0/8 -> tgw-1', '192.168.0.0/16 -> tgw-1'],
      ...(given.table && { table: given.table }),
      propagations: ['tgw-attach-a', 'tgw-attach-b', ...(given.propagate === false ? [] : ['tgw-attach-v'])],
      more: (builder) => {
        builder.office('office', { gateway: 'tgw-1', cidr: '192.168.0.0/17', ...(given.isStatic === true && { staticRoutes: ['192.168.0.0/17'] }) });
        return builder.attachment('tgw-attach-v', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-office', ...(given.state === 'deleted' && { state: 'available' as const }) });
      },
    });

  test.each<[string, Design, string, string]>([
    ['what BGP announces', office(), 'i-b -> onprem-office tcp 443', 'reachable'],
    ['a static route', office({ isStatic: true }), 'i-b -> onprem-office tcp 443', 'reachable'],
    ['from the office', office(), 'onprem-office -> i-b tcp 22', 'reachable'],
    ['an address beyond this very gateway is taken as announced', office(), 'i-b -> onprem:tgw-1:192.168.200.5 tcp 443', 'reachable'],
    ['asked by the VPN connection', office(), 'onprem:vpn-office:192.168.5.5 -> i-b tcp 22', 'reachable'],
    ['a static VPN drops other addresses', office({ isStatic: true }), 'i-b -> onprem:tgw-1:192.168.200.5 tcp 443', 'blocked'],
    ['nothing propagates', office({ isStatic: true, propagate: false }), 'i-b -> onprem-office tcp 443', 'blocked'],
    ['a static route of the table instead', office({ propagate: false, table: ['192.168.0.0/16 -> tgw-attach-v'] }), 'i-b -> onprem-office tcp 443', 'reachable'],
  ])('%s', (_, design, words, verdict) => {
    expect(ask(design, words)[0]).toBe(verdict);
  });

  test('the default route to the internet does not swallow what BGP announces', () => {
    expect(ask(office({ table: ['0.0.0.0/0 -> tgw-attach-a'] }), 'i-b -> onprem:tgw-1:192.168.200.5 tcp 443')[0]).toBe('reachable');
  });

  test('a transit gateway without a VPN leads nowhere outside', () => {
    expect(ask(hub(), 'onprem:tgw-1:192.168.5.5 -> i-b tcp 22').slice(0, 2)).toEqual(['blocked', 'request vpn-connection tgw-1']);
  });
});
