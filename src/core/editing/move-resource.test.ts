import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { addPart } from './add-part.ts';
import { zoneKey } from './container.ts';
import { after, firstRow, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { moveResource, moveResources } from './move-resource.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addRoute } from './routes.ts';

const design = sampleDesign();
const random = repeatableNumbers(9);
const at = (place: string, from: Design = design): string | undefined => {
  if (place === 'canvas') return undefined;
  const [vpc, zone] = place.split(' in ');
  return zone === undefined ? idOf(from, place) : zoneKey(idOf(from, zone), vpc ?? '');
};
const move = (name: string, place: string, from: Design = design) => moveResource(from, { resource: idOf(from, name), container: at(place, from), random });

describe('what a move says', () => {
  test.each([
    ['web-2', 'public-a', 'Put web-2 in public-a as 10.0.0.9'],
    ['web-2', 'public-b', 'Place web-2'],
    ['web-2', 'app', 'An instance runs in a subnet, not in VPC app.'],
    ['web-1', 'public-b', 'Put web-1 in public-b as 10.0.1.5'],
    ['web-2', 'other-a', 'Put web-2 in other-a as 10.1.0.5'],
    ['nat-a', 'public-b', 'Put nat-a in public-b as 10.0.1.5'],
    ['nat-a', 'app', 'A NAT gateway stands in a subnet, not in VPC app.'],
    ['igw-app', 'app', 'Place igw-app'],
    ['igw-app', 'other', 'Attach igw-app to other'],
    ['igw-app', 'canvas', 'Detach igw-app from app'],
    ['igw-app', 'us-east-1', 'Detach igw-app from app'],
    ['igw-app', 'public-a', 'An internet gateway attaches to a VPC, not to subnet public-a.'],
    ['vgw-office', 'other', 'Attach vgw-office to other'],
    ['public-b', 'us-east-1c in app', 'Move public-b to us-east-1c'],
    ['public-b', 'app', 'Place public-b'],
    ['other-a', 'app', 'Move other-a to app as 10.0.4.0/24'],
    ['db-a', 'other', 'db-a belongs to DB subnet group orders-subnets of app; take it out of the group first.'],
    ['db-a', 'us-east-1b in app', 'orders-subnets would be left with subnets in one Availability Zone; a DB subnet group covers at least two.'],
    ['orders', 'db-b', 'Fail orders over to us-east-1b'],
    ['orders', 'other', 'orders stays in app, the VPC of its DB subnet group.'],
    ['rtb-public', 'public-b', 'Put rtb-public on public-b'],
    ['rtb-public', 'public-a', 'public-a uses rtb-public already.'],
    ['rtb-public', 'other-a', 'rtb-public belongs to app and other-a to other; a subnet uses what belongs to its own VPC.'],
    ['acl-public', 'other', 'acl-public belongs to app and stays there.'],
    ['web-sg', 'web-2', 'Give web-sg to web-2'],
    ['web-sg', 'web-1', 'web-1 has web-sg already.'],
    ['web-sg', 'orders', 'Give web-sg to orders'],
    ['web-sg', 'job-1', 'web-sg belongs to app; it guards interfaces of that VPC only.'],
    ['eip-spare', 'web-1', 'Associate Elastic IP address 203.0.113.3 with web-1'],
    ['eni-spare', 'web-1', 'Attach eni-spare to web-1'],
    ['eni-spare', 'web-2', /all interfaces of an instance stand in one Availability Zone/],
    ['eni-second', 'public-b', /all interfaces of an instance stand in one Availability Zone/],
    ['eni-orders-primary', 'db-b', 'eni-orders-primary belongs to a service (rds) and stays in db-a.'],
    ['desk-1', 'canvas', 'Put desk-1 on the internet'],
    ['office', 'app', 'An on-premises network stands on the canvas, not in VPC app.'],
    ['us-east-1', 'app', 'A Region stands on the canvas, not in VPC app.'],
    ['vpn-office', 'public-a', 'A VPN connection joins a virtual private or transit gateway to a customer gateway, not to subnet public-a.'],
  ] as const)('%s to %s', (name, place, words) => {
    const said = wordsOf(move(name, place));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });
});

describe('an instance in another VPC', () => {
  const moved = after(design, move('web-2', 'other-a'));
  test('is in the default group there, and keeps the Elastic IP address of its Region', () => {
    const held = named(moved, 'eni-web-2', 'network-interface');
    expect(held.securityGroups).toEqual([idOf(moved, 'default-other')]);
    expect(held.addresses[firstRow(held.addresses)]?.public?.type).toBe('elastic');
  });
});

describe('a gateway that leaves its VPC', () => {
  const gone = after(design, move('igw-app', 'canvas'));
  test('leaves a blackhole route', () => {
    expect(Object.values(named(gone, 'rtb-public', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: idOf(gone, 'igw-app'), origin: 'static', state: 'blackhole' }]);
  });
  test('finds its route alive when it comes back', () => {
    const back = after(gone, move('igw-app', 'app', gone));
    expect(Object.values(named(back, 'rtb-public', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: idOf(back, 'igw-app'), origin: 'static' }]);
  });
  test('is refused where one is attached already', () => {
    const second = after(design, addPart(design, { part: 'internet-gateway', container: idOf(design, 'other'), random }));
    expect(wordsOf(move('igw-other', 'app', second))).toBe('igw-app is attached to app already; a VPC has one internet gateway.');
  });
});

test('a subnet in another VPC keeps its table and ACL behind, and what stands in it is renumbered', () => {
  const moved = after(design, move('other-a', 'app'));
  expect(named(moved, 'other-a', 'subnet')).toMatchObject({ vpc: idOf(moved, 'app'), availabilityZone: 'us-east-1a', cidr: '10.0.4.0/24' });
  const held = named(moved, 'eni-job-1', 'network-interface');
  expect(held.addresses[firstRow(held.addresses)]?.address).toBe('10.0.4.4');
  expect(held.securityGroups).toEqual([idOf(moved, 'default-app')]);
});

test('a NAT gateway that goes to another VPC leaves a blackhole', () => {
  const routed = after(design, addRoute(design, { routeTable: idOf(design, 'rtb-app-main'), destination: '0.0.0.0/0', target: idOf(design, 'nat-a') }));
  const moved = after(routed, move('nat-a', 'other-a', routed));
  expect(Object.values(named(moved, 'rtb-app-main', 'route-table').routes)[0]?.state).toBe('blackhole');
});

test('a VPC in another Region takes its zones’ names from there, with subnets, gateways and databases', () => {
  const wide = after(design, addPart(design, { part: 'region', random }));
  const moved = after(wide, move('app', 'us-east-2', wide));
  expect(named(moved, 'app', 'vpc').availabilityZones).toEqual(['us-east-2a', 'us-east-2b']);
  expect(named(moved, 'public-b', 'subnet').availabilityZone).toBe('us-east-2b');
  expect(named(moved, 'igw-app', 'internet-gateway').region).toBe(idOf(moved, 'us-east-2'));
  expect(named(moved, 'orders', 'db-instance').availabilityZone).toBe('us-east-2a');
});

test('a place in the own container changes the layout alone, and keeps the size', () => {
  const sized: Design = { ...design, layout: { [idOf(design, 'public-b')]: { x: 0, y: 0, width: 300, height: 200 } } };
  const moved = after(sized, moveResource(sized, { resource: idOf(sized, 'public-b'), container: idOf(sized, 'app'), at: { x: 7, y: 8 }, random }));
  expect(moved.layout).toEqual({ [idOf(sized, 'public-b')]: { x: 7, y: 8, width: 300, height: 200 } });
  expect(moved.resources).toBe(sized.resources);
});

test('each kind of resource can be dropped on each kind of container without a fault', () => {
  const kinds = new Set<ResourceKind>(Object.values(design.resources).map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(16);
  for (const name of Object.values(design.resources).map((resource) => resource.name)) {
    for (const place of Object.values(design.resources).map((resource) => resource.name)) expect(wordsOf(move(name, place))).toMatch(/^\S/);
  }
});

describe('several at once', () => {
  const together = (names: readonly string[], place: string, from: Design = design) =>
    moveResources(from, { keys: names.map((name) => (name.startsWith('zone:') || name.startsWith('standby:') ? name : idOf(from, name))), container: at(place, from), random });
  test.each([
    [['web-1', 'web-2'], 'public-b', 'Put web-1 in public-b as 10.0.1.5'],
    [['web-1', 'web-2'], 'db-b', /^Put web-1 in db-b as [\d.]+ and 1 more$/],
    [['web-1', 'web-2'], 'app', 'An instance runs in a subnet, not in VPC app.'],
    [['web-2'], 'public-b', 'web-2 would stay as before; nothing changes on subnet public-b.'],
    [['web-sg'], 'app', 'web-sg would stay as before; nothing changes on VPC app.'],
    [['web-1', 'igw-app'], 'public-b', 'An internet gateway attaches to a VPC, not to subnet public-b.'],
    [[zoneKey(idOf(design, 'app'), 'us-east-1a')], 'other', 'Availability Zone us-east-1a is part of its VPC; move its subnets instead.'],
    [[`standby:${idOf(design, 'orders')}`], 'db-b', 'AWS chooses where the standby of orders stands; change its DB subnet group instead.'],
    [[], 'app', 'Nothing is selected; select what to move first.'],
  ] as const)('%j to %s', (names, place, words) => {
    const said = wordsOf(together(names, place));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  test('keep no place of the container they left, and stay selected', () => {
    const [web, stays] = [idOf(design, 'web-1'), idOf(design, 'web-2')];
    const placed: Design = { ...design, layout: { [web]: { x: 7, y: 8 }, [stays]: { x: 9, y: 9 } } };
    const result = together(['web-1'], 'db-b', placed);
    expect(result.ok && result.select).toEqual([web]);
    expect(after(placed, result).layout).toEqual({ [stays]: { x: 9, y: 9 } });
  });

  test('are refused together: nothing of the design changes', () => {
    expect(together(['web-2', 'nat-a'], 'other')).toMatchObject({ ok: false });
  });
});
