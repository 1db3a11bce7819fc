import { describe, expect, test } from 'vitest';
import { emptyDesign } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import { after, dropAll, firstRow, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { removeAclRule } from './network-acl-rules.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addRoute } from './routes.ts';
import { addSecondaryCidr, addVpcIpv6Cidr, removeVpcCidr } from './secondary-cidrs.ts';
import { setSubnetCidr, setSubnetIpv6Cidr } from './set-subnet-cidr.ts';
import { setVpcCidr } from './set-vpc-cidr.ts';

const design = sampleDesign();
const [app, other] = [idOf(design, 'app'), idOf(design, 'other')];

describe('the block of a VPC', () => {
  test.each([
    ['10.8.0.0/16', 'Change app to 10.8.0.0/16, and move 4 subnets along with it'],
    ['10.8.5.0/16', 'Change app to 10.8.0.0/16, and move 4 subnets along with it'],
    ['10.0.0.0/20', 'Change app to 10.0.0.0/20'],
    ['10.0.0.0/16', 'app has the block 10.0.0.0/16 already.'],
    ['10.0.0.0/23', 'db-a (10.0.2.0/24) does not fit into 10.0.0.0/23; make it smaller or move it first.'],
    ['10.0.0.0/15', '10.0.0.0/15 has 131,072 addresses; a VPC has a block of /16 to /28.'],
    ['10.0.0.0/29', '10.0.0.0/29 has 8 addresses; a VPC has a block of /16 to /28.'],
    ['10.16.0.0/16', '10.16.0.0/16 overlaps 10.16.0.0/20, another block of app.'],
    ['2001:db8::/56', '2001:db8::/56 is an IPv6 block; an IPv4 block such as 10.0.0.0/16 is wanted.'],
    ['10.0.0.0', /has no prefix length/],
  ])('%s', (cidr, words) => {
    const said = wordsOf(setVpcCidr(design, { vpc: app, cidr }));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  test('takes subnets, addresses and NAT gateways along', () => {
    const changed = after(design, setVpcCidr(design, { vpc: app, cidr: '10.8.0.0/16' }));
    expect(named(changed, 'public-a', 'subnet').cidr).toBe('10.8.0.0/24');
    expect(Object.values(named(changed, 'eni-web-1', 'network-interface').addresses)[0]?.address).toBe('10.8.0.5');
    expect(Object.values(named(changed, 'nat-a', 'nat-gateway').addresses)[0]?.privateAddress).toBe('10.8.0.4');
  });
});

describe('the block of a subnet', () => {
  const subnet = idOf(design, 'public-a');
  test.each([
    ['10.0.0.0/25', 'Change public-a to 10.0.0.0/25'],
    ['10.0.8.0/24', 'Change public-a to 10.0.8.0/24, and renumber 5 addresses in it'],
    ['10.16.0.0/24', 'Change public-a to 10.16.0.0/24, and renumber 5 addresses in it'],
    ['10.0.0.0/23', '10.0.0.0/23 overlaps public-b (10.0.1.0/24); subnets of a VPC do not overlap.'],
    ['10.9.0.0/24', '10.9.0.0/24 lies in no block of app (10.0.0.0/16, 10.16.0.0/20); a subnet lies inside one of them.'],
    ['10.0.0.0/30', '10.0.0.0/30 has 4 addresses; a subnet has a block of /16 to /28.'],
    ['10.0.0.0/24', 'public-a has the block 10.0.0.0/24 already.'],
  ])('%s', (cidr, words) => {
    expect(wordsOf(setSubnetCidr(design, { subnet, cidr }))).toBe(words);
  });

  test('keeps addresses that fit, and the distance of those that do not', () => {
    const moved = after(design, setSubnetCidr(design, { subnet, cidr: '10.0.8.0/24' }));
    expect(Object.values(named(moved, 'eni-web-1', 'network-interface').addresses)[0]?.address).toBe('10.0.8.5');
    const smaller = after(design, setSubnetCidr(design, { subnet, cidr: '10.0.0.0/28' }));
    expect(Object.values(named(smaller, 'eni-web-1', 'network-interface').addresses)[0]?.address).toBe('10.0.0.5');
  });

  test('is refused when it is too small for what stands there', () => {
    const steps = Array.from({ length: 12 }, (_, index) => ['instance', 'app-a', `m-${index + 1}`] as const);
    const full = dropAll([['vpc', undefined, 'app'], ['subnet', 'app', 'app-a'], ...steps]);
    expect(wordsOf(setSubnetCidr(full, { subnet: idOf(full, 'app-a'), cidr: '10.0.0.0/28' }))).toBe('10.0.0.0/28 (16 addresses, five of them AWS’s) is too small for the 12 addresses that are held.');
  });
});

describe('further blocks', () => {
  test.each([
    ['10.32.0.0/16', 'Add the block 10.32.0.0/16 to app'],
    ['100.64.0.0/16', 'Add the block 100.64.0.0/16 to app'],
    ['172.16.0.0/24', /172\.16\.0\.0\/24/],
    ['10.0.128.0/17', /overlaps/],
    ['10.0.0.0/8', '10.0.0.0/8 has 16,777,216 addresses; a VPC has a block of /16 to /28.'],
  ])('%s', (cidr, words) => {
    const said = wordsOf(addSecondaryCidr(design, { vpc: app, cidr }));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  test('are refused where a route is as narrow', () => {
    const routed = after(design, addRoute(design, { routeTable: idOf(design, 'rtb-public'), destination: '10.64.0.0/24', target: idOf(design, 'vgw-office') }));
    expect(wordsOf(addSecondaryCidr(routed, { vpc: app, cidr: '10.64.0.0/24' }))).toMatch(/^rtb-public has a route to 10\.64\.0\.0\/24/);
    expect(addSecondaryCidr(routed, { vpc: app, cidr: '10.64.0.0/25' }).ok).toBe(true);
  });

  test('go when nothing lies in them', () => {
    const row = firstRow(named(design, 'app', 'vpc').secondaryCidrs);
    expect(wordsOf(removeVpcCidr(design, { vpc: app, row }))).toBe('Take the block 10.16.0.0/20 away from app');
    const used = after(design, setSubnetCidr(design, { subnet: idOf(design, 'public-a'), cidr: '10.16.0.0/24' }));
    expect(wordsOf(removeVpcCidr(used, { vpc: app, row }))).toBe('public-a lies in 10.16.0.0/20; move or delete it first.');
    expect(wordsOf(removeVpcCidr(design, { vpc: app, row: asRowId('cidr-9') }))).toBe('app has no block cidr-9.');
  });
});

describe('IPv6 blocks', () => {
  test.each([
    ['2001:db8::/56', 'Add the IPv6 block 2001:db8::/56 to other'],
    ['2001:db8::/57', '2001:db8::/57 is no size AWS gives to a VPC: /44 to /60 in steps of four.'],
    ['10.0.0.0/16', '10.0.0.0/16 is an IPv4 block; an IPv6 block such as 2001:db8::/56 is wanted.'],
  ])('%s', (cidr, words) => {
    expect(wordsOf(addVpcIpv6Cidr(design, { vpc: other, cidr }))).toBe(words);
  });

  test('bring the rules that AWS adds, where nobody has changed what stood there', () => {
    const start = after(emptyDesign('new'), addPart(emptyDesign('new'), { part: 'vpc', random: repeatableNumbers(2) }));
    const vpc = idOf(start, 'vpc-1');
    const wide = after(start, addVpcIpv6Cidr(start, { vpc, cidr: '2001:db8::/56' }));
    const acl = named(wide, 'acl-vpc-1-default', 'network-acl');
    expect([acl.inbound, acl.outbound].map((rows) => Object.values(rows).map(({ number, cidr }) => `${number} ${cidr}`))).toEqual([['100 0.0.0.0/0', '101 ::/0'], ['100 0.0.0.0/0', '101 ::/0']]);
    expect(Object.values(named(wide, 'default-vpc-1', 'security-group').outbound).map(({ peer }) => peer)).toEqual([{ cidr: '0.0.0.0/0' }, { cidr: '::/0' }]);
    const closed = after(start, removeAclRule(start, { networkAcl: idOf(start, 'acl-vpc-1-default'), direction: 'inbound', row: firstRow(named(start, 'acl-vpc-1-default', 'network-acl').inbound) }));
    expect(named(after(closed, addVpcIpv6Cidr(closed, { vpc, cidr: '2001:db8::/56' })), 'acl-vpc-1-default', 'network-acl').inbound).toEqual({});
  });

  test('of a subnet lie in one of the VPC, and can be taken away', () => {
    const wide = after(design, addVpcIpv6Cidr(design, { vpc: other, cidr: '2001:db8::/56' }));
    const subnet = idOf(wide, 'other-a');
    expect(wordsOf(setSubnetIpv6Cidr(wide, { subnet, cidr: '2001:db8:0:100::/64' }))).toMatch(/lies in no block of other/);
    const given = after(wide, setSubnetIpv6Cidr(wide, { subnet, cidr: '2001:db8::/64' }));
    expect(named(given, 'other-a', 'subnet').ipv6Cidr).toBe('2001:db8::/64');
    expect(named(after(given, setSubnetIpv6Cidr(given, { subnet, cidr: undefined })), 'other-a', 'subnet')).not.toHaveProperty('ipv6Cidr');
    expect(wordsOf(removeVpcCidr(given, { vpc: other, row: firstRow(named(given, 'other', 'vpc').ipv6Cidrs) }))).toMatch(/^other-a lies in/);
  });
});
