import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

/** One VPC with an instance and a virtual private gateway; everything else is added. */
function site(add: (builder: DesignBuilder) => DesignBuilder, isImported = false): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .routeTable('rtb-a', 'vpc-a', ['192.168.0.0/16 -> vgw-1'])
    .subnet('app-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' })
    .group('sg-a', 'vpc-a', { inbound: ['tcp 22 from 192.168.0.0/16'] })
    .instance('i-a', { subnet: 'app-a', address: '10.1.1.10', groups: ['sg-a'] })
    .virtualPrivateGateway('vgw-1', 'vpc-a');
  const design = add(builder).build();
  return isImported ? { ...design, snapshot: { missing: [] } } : design;
}

const first = (design: Design, words: string) => answerOf(design, question(words)).blockers[0];
const straight = site((builder) => builder.virtualInterface('dxvif-1', 'vgw-1', { cidr: '192.168.0.0/16' }));
const joined = (prefixes: readonly string[]): Design => site((builder) => builder.directConnectGateway('dxgw-1', { 'vgw-1': prefixes }).virtualInterface('dxvif-1', 'dxgw-1', { cidr: '192.168.0.0/16' }));

describe('a virtual private gateway with Direct Connect and no VPN', () => {
  test.each<[string, Design, string]>([
    ['out over a private virtual interface', straight, 'i-a -> onprem-dxvif-1 tcp 443'],
    ['in over it', straight, 'onprem-dxvif-1 -> i-a tcp 22'],
    ['asked by the virtual interface', straight, 'onprem:dxvif-1:192.168.5.5 -> i-a tcp 22'],
    ['out by a Direct Connect gateway', joined(['10.1.0.0/16']), 'i-a -> onprem-dxvif-1 tcp 443'],
    ['in by it', joined(['10.1.0.0/16']), 'onprem-dxvif-1 -> i-a tcp 22'],
    ['without allowed prefixes all blocks of the VPC are announced', joined([]), 'onprem-dxvif-1 -> i-a tcp 22'],
    ['a wider prefix lets the block of the VPC pass', joined(['10.0.0.0/8']), 'onprem:dxgw-1:192.168.5.5 -> i-a tcp 22'],
    ['asked by the virtual private gateway', joined(['10.0.0.0/8']), 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443'],
    ['asked by the Direct Connect gateway', joined(['10.0.0.0/8']), 'i-a -> onprem:dxgw-1:192.168.5.5 tcp 443'],
  ])('%s', (_, design, words) => {
    expect(ask(design, words)).toEqual(['reachable']);
  });

  test('a narrower prefix announces nothing (Direct Connect guide, allowed-to-prefixes)', () => {
    const design = joined(['10.1.1.0/24']);
    expect(ask(design, 'onprem-dxvif-1 -> i-a tcp 22')).toEqual(['blocked', 'request direct-connect-gateway dxgw-1']);
    expect(ask(design, 'i-a -> onprem-dxvif-1 tcp 443')).toEqual(['blocked', 'reply direct-connect-gateway dxgw-1']);
    expect(first(design, 'onprem-dxvif-1 -> i-a tcp 22')?.code).toBe('X_DX_PREFIX_NOT_ALLOWED');
  });

  test.each<[string, Design, string]>([
    ['the virtual interface is down', site((builder) => builder.virtualInterface('dxvif-1', 'vgw-1', { cidr: '192.168.0.0/16', state: 'down' })), 'X_DX_INTERFACE_DOWN'],
    ['its BGP session is down', site((builder) => builder.virtualInterface('dxvif-1', 'vgw-1', { cidr: '192.168.0.0/16', bgpStatus: 'down' })), 'X_DX_INTERFACE_DOWN'],
    ['the Direct Connect gateway has no virtual interface', site((builder) => builder.directConnectGateway('dxgw-1', { 'vgw-1': [] })), 'X_DX_NO_VIRTUAL_INTERFACE'],
    ['neither VPN nor Direct Connect', site((builder) => builder), 'X_NO_VPN_CONNECTION'],
  ])('%s', (_, design, code) => {
    expect(first(design, 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443')?.code).toBe(code);
    expect(ask(design, 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443')[0]).toBe('blocked');
  });

  const NOTHING = 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443';
  const imported = (snapshot: Partial<NonNullable<Design['snapshot']>>): Design => ({ ...site((builder) => builder), snapshot: { missing: [], ...snapshot } });
  const ANSWERS = ['VpnConnections', 'virtualInterfaces', 'directConnectGatewayAssociations'];

  test('an import that holds every call which would tell, and none of them names it: it drops what is sent to it', () => {
    const design = imported({ answered: ANSWERS });
    expect(ask(design, NOTHING)).toEqual(['blocked', 'request vpn-connection vgw-1']);
    expect(first(design, NOTHING)?.sentence).toBe('vgw-1 has neither a VPN connection nor Direct Connect, so it drops what is sent to it.');
    expect(ask(design, 'onprem:vgw-1:192.168.5.5 -> i-a tcp 22')).toEqual(['blocked', 'request vpn-connection vgw-1']);
  });

  test.each<[string, readonly string[], string]>([
    ['only VPN connections', ['VpnConnections'], 'aws directconnect describe-virtual-interfaces and aws directconnect describe-direct-connect-gateway-associations --virtual-gateway-id vgw-1 print'],
    ['only Direct Connect', ANSWERS.slice(1), 'aws ec2 describe-vpn-connections prints'],
  ])('an import that holds %s says what else would tell', (_, answered, calls) => {
    const design = imported({ answered: [...answered] });
    expect(ask(design, NOTHING)[0]).toBe('undetermined');
    expect(first(design, NOTHING)?.sentence).toBe(`The snapshot holds no way on from vgw-1; import what ${calls} to know whether there is one.`);
  });

  test('one that was drawn into an import has what is drawn', () => {
    expect(ask(imported({ imported: [asResourceId('vpc-a')] }), NOTHING)[0]).toBe('blocked');
  });

  test('an import without virtual interfaces does not tell', () => {
    expect(ask(site((builder) => builder.directConnectGateway('dxgw-1', { 'vgw-1': [] }), true), 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443')[0]).toBe('undetermined');
  });

  test('what it is known to announce is all there is', () => {
    const design = site((builder) => builder.virtualInterface('dxvif-1', 'vgw-1', { routes: ['192.168.0.0/24'] }));
    expect(ask(design, 'i-a -> 192.168.9.9 tcp 443')[0]).toBe('blocked');
    expect(ask(design, 'i-a -> 192.168.0.9 tcp 443')[0]).toBe('reachable');
  });
});

test('a Direct Connect gateway leads from no VPC to another one', () => {
  const design = site((builder) =>
    builder
      .vpc('vpc-b', '10.2.0.0/16')
      .routeTable('rtb-a', 'vpc-a', ['0.0.0.0/0 -> vgw-1'])
      .subnet('app-b', { vpc: 'vpc-b', cidr: '10.2.1.0/24' })
      .instance('i-b', { subnet: 'app-b', address: '10.2.1.10', groups: ['sg-default-vpc-b'] })
      .virtualPrivateGateway('vgw-2', 'vpc-b')
      .directConnectGateway('dxgw-1', { 'vgw-1': [], 'vgw-2': [] })
      .virtualInterface('dxvif-1', 'dxgw-1', { cidr: '192.168.0.0/16' }),
  );
  expect(ask(design, 'i-a -> i-b tcp 443')[0]).toBe('blocked');
});

describe('a transit gateway with Direct Connect', () => {
  const transit = (prefixes: readonly string[], state: 'available' | 'down' = 'available'): Design =>
    site((builder) =>
      builder
        .routeTable('rtb-a', 'vpc-a', ['192.168.0.0/16 -> tgw-1'])
        .transitGateway('tgw-1')
        .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['app-a'] })
        .attachment('tgw-attach-d', 'tgw-1', { type: 'direct-connect-gateway', directConnectGateway: 'dxgw-1' })
        .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-d'] })
        .directConnectGateway('dxgw-1', { 'tgw-1': prefixes })
        .virtualInterface('dxvif-1', 'dxgw-1', { type: 'transit', cidr: '192.168.0.0/16', state }),
    );

  test('allowed prefixes are announced as they are', () => {
    expect(ask(transit(['10.0.0.0/8']), 'onprem-dxvif-1 -> i-a tcp 22')).toEqual(['reachable']);
    expect(ask(transit(['10.0.0.0/8']), 'i-a -> onprem-dxvif-1 tcp 443')).toEqual(['reachable']);
    expect(ask(transit(['10.0.0.0/8']), 'i-a -> onprem:tgw-1:192.168.7.7 tcp 443')).toEqual(['reachable']);
    expect(ask(transit([]), 'onprem-dxvif-1 -> i-a tcp 22')).toEqual(['blocked', 'request direct-connect-gateway dxgw-1']);
    expect(ask(transit([]), 'i-a -> onprem-dxvif-1 tcp 443')).toEqual(['blocked', 'reply direct-connect-gateway dxgw-1']);
  });

  test('a virtual interface that is down is named', () => {
    expect(first(transit(['10.0.0.0/8'], 'down'), 'onprem-dxvif-1 -> i-a tcp 22')).toMatchObject({ code: 'X_DX_INTERFACE_DOWN', resource: 'dxvif-1', sentence: 'dxvif-1, the virtual interface that leads on-premises, is down.' });
  });
});

test('a virtual interface without a gateway has nothing behind it', () => {
  const design = site((builder) => {
    const { gateway: _gone, ...rest } = { kind: 'virtual-interface' as const, name: 'dxvif-9', type: 'private' as const, state: 'available' as const, routes: {}, gateway: asResourceId('x') };
    return builder.add('dxvif-9', rest);
  });
  expect(ask(design, 'onprem:dxvif-9:192.168.5.5 -> i-a tcp 22')).toEqual(['error']);
});

test('a propagated route goes with the VPN connection it was learnt from', () => {
  const drawn = (state: 'available' | 'deleted'): Design =>
    site((builder) => {
      builder.routeTable('rtb-a', 'vpc-a', ['192.168.0.0/16 -> vgw-1 propagated']).office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' });
      return state === 'deleted' ? builder.add('vpn-office', { kind: 'vpn-connection', name: 'vpn-office', customerGateway: asResourceId('cgw-office'), gateway: asResourceId('vgw-1'), routing: 'bgp', staticRoutes: {}, tunnels: {}, state }) : builder;
    });
  expect(ask(drawn('available'), 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443')).toEqual(['reachable']);
  expect(first(drawn('deleted'), 'i-a -> onprem:vgw-1:192.168.5.5 tcp 443')?.code).toBe('NO_ROUTE_TO_DESTINATION');
});
