import { describe, expect, test } from 'vitest';
import type { ResourceId } from '../model/ids.ts';
import { associateNetworkAcl, associateRouteTable, makeMainRouteTable } from './associations.ts';
import { after, firstRow, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { addOnPremisesCidr, addVpnRoute, changeOnPremisesCidr, removeOnPremisesCidr, removeVpnRoute } from './on-premises.ts';
import { addRoute, changeRoute, removeRoute, setPropagation } from './routes.ts';

const design = sampleDesign();
const table = idOf(design, 'rtb-public');
const target = (name: string): ResourceId | 'local' => (name === 'local' ? 'local' : idOf(design, name));

describe('a new route', () => {
  test.each([
    ['192.168.0.0/16', 'vgw-office', 'Send 192.168.0.0/16 to vgw-office in rtb-public'],
    ['192.168.7.0/16', 'vgw-office', 'Send 192.168.0.0/16 to vgw-office in rtb-public'],
    ['pl-63a5400a', 'nat-a', 'Send pl-63a5400a to nat-a in rtb-public'],
    ['0.0.0.0/0', 'nat-a', 'rtb-public has a route to 0.0.0.0/0 already, to igw-app; change that one.'],
    ['::/0', 'igw-app', 'Send ::/0 to igw-app in rtb-public'],
    ['10.0.2.0/24', 'nat-a', 'Send 10.0.2.0/24 to nat-a in rtb-public'],
    ['10.0.2.0/25', 'nat-a', '10.0.2.0/25 lies inside app (10.0.0.0/16); a route there names the whole block of a subnet.'],
    ['10.0.2.0/24', 'vgw-office', '10.0.2.0/24 lies inside app (10.0.0.0/16); a route there points at a NAT gateway, an instance or a network interface.'],
    ['10.0.0.0/16', 'eni-spare', 'Send 10.0.0.0/16 to eni-spare in rtb-public'],
    ['10.0.0.0/16', 'local', 'Send 10.0.0.0/16 to local in rtb-public'],
    ['172.16.0.0/12', 'local', "172.16.0.0/12 is no block of app; only the VPC's own blocks are local."],
    ['172.16.0.0/12', 'job-1', 'job-1 belongs to other and rtb-public to app; a route points at a target of its own VPC.'],
    ['172.16.0.0/12', 'public-a', 'A route cannot point at a subnet; it points at a gateway, a NAT gateway, an instance or a network interface.'],
    ['169.254.169.0/24', 'nat-a', 'AWS takes no route to 169.254.169.0/24: 169.254.168.0/22 is kept for its own services.'],
    ['ten', 'nat-a', /neither an IPv4 nor an IPv6 address/],
  ])('%s to %s', (destination, name, words) => {
    const said = wordsOf(addRoute(design, { routeTable: table, destination, target: target(name) }));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });
});

describe('a route that is there', () => {
  const row = firstRow(named(design, 'rtb-public', 'route-table').routes);
  test('changes its target and loses its old state', () => {
    const changed = after(design, changeRoute(design, { routeTable: table, row, target: idOf(design, 'nat-a') }));
    expect(Object.values(named(changed, 'rtb-public', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: idOf(design, 'nat-a'), origin: 'static' }]);
  });
  test('is removed', () => {
    expect(wordsOf(removeRoute(design, { routeTable: table, row }))).toBe('Remove the route to 0.0.0.0/0 from rtb-public');
  });
});

describe('propagation', () => {
  const gateway = idOf(design, 'vgw-office');
  const on = after(design, setPropagation(design, { routeTable: table, gateway, on: true }));
  const destinations = (from: typeof design): readonly string[] => Object.values(named(from, 'rtb-public', 'route-table').routes).map(({ destination, origin }) => `${destination} ${origin}`);
  const network = idOf(design, 'office');

  test('brings the blocks of the office, and takes them away', () => {
    expect(destinations(on)).toEqual(['0.0.0.0/0 static', '192.168.0.0/16 propagated']);
    expect(destinations(after(on, setPropagation(on, { routeTable: table, gateway, on: false })))).toEqual(['0.0.0.0/0 static']);
  });
  test('follows the office when its block changes, and the connection when it learns one', () => {
    const row = firstRow(named(on, 'office', 'on-premises-network').cidrs);
    expect(destinations(after(on, changeOnPremisesCidr(on, { network, row, cidr: '172.20.0.0/16' })))).toEqual(['0.0.0.0/0 static', '172.20.0.0/16 propagated']);
    expect(destinations(after(on, removeOnPremisesCidr(on, { network, row })))).toEqual(['0.0.0.0/0 static']);
    const learned = after(on, addVpnRoute(on, { vpnConnection: idOf(on, 'vpn-office'), cidr: '172.21.0.0/16' }));
    expect(destinations(learned)).toEqual(['0.0.0.0/0 static', '192.168.0.0/16 propagated', '172.21.0.0/16 propagated']);
    const rows = named(learned, 'vpn-office', 'vpn-connection').staticRoutes;
    expect(destinations(after(learned, removeVpnRoute(learned, { vpnConnection: idOf(on, 'vpn-office'), row: firstRow(rows) })))).toEqual(['0.0.0.0/0 static', '172.21.0.0/16 propagated']);
  });
  test('does not know what the connection has no static route to', () => {
    expect(destinations(after(on, addOnPremisesCidr(on, { network, cidr: '172.22.0.0/16' })))).toEqual(['0.0.0.0/0 static', '192.168.0.0/16 propagated']);
  });
  test('keeps its routes from being edited', () => {
    const row = Object.keys(named(on, 'rtb-public', 'route-table').routes)[1] as never;
    expect(wordsOf(removeRoute(on, { routeTable: table, row }))).toMatch(/^The route to 192\.168\.0\.0\/16 is propagated by vgw-office/);
  });
  test.each([
    [true, 'Propagation of vgw-office into rtb-public is on already.', on],
    [false, 'Propagation of vgw-office into rtb-public is off already.', design],
  ] as const)('%s twice is refused', (wanted, words, from) => {
    expect(wordsOf(setPropagation(from, { routeTable: table, gateway, on: wanted }))).toBe(words);
  });
  test('needs a gateway of the same VPC', () => {
    expect(wordsOf(setPropagation(design, { routeTable: idOf(design, 'rtb-other-main'), gateway, on: true }))).toBe('vgw-office is not attached to other, the VPC of rtb-other-main.');
  });
});

describe('associations', () => {
  const subnet = idOf(design, 'public-b');
  test.each([
    [associateRouteTable(design, { subnet, routeTable: table }), 'Put rtb-public on public-b'],
    [associateRouteTable(design, { subnet, routeTable: undefined }), 'public-b uses the main route table already.'],
    [associateRouteTable(design, { subnet: idOf(design, 'public-a'), routeTable: undefined }), 'Put public-a back on the main route table'],
    [associateRouteTable(design, { subnet: idOf(design, 'other-a'), routeTable: table }), 'rtb-public belongs to app and other-a to other; a subnet uses what belongs to its own VPC.'],
    [associateNetworkAcl(design, { subnet, networkAcl: idOf(design, 'acl-public') }), 'Put acl-public on public-b'],
    [associateNetworkAcl(design, { subnet, networkAcl: undefined }), 'public-b uses the default network ACL already.'],
    [makeMainRouteTable(design, { routeTable: table }), 'Make rtb-public the main route table of app'],
    [makeMainRouteTable(design, { routeTable: idOf(design, 'rtb-app-main') }), 'rtb-app-main is the main route table of app already.'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});
