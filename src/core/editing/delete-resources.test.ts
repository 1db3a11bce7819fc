import { describe, expect, test } from 'vitest';
import { findDanglingReferences } from '../lookup/dangling-references.ts';
import type { Design } from '../model/design.ts';
import { addPart } from './add-part.ts';
import { zoneKey } from './container.ts';
import { deleteResources } from './delete-resources.ts';
import { after, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addGroupRule } from './security-group-rules.ts';

const design = sampleDesign();
const random = repeatableNumbers(11);
const remove = (from: Design, ...names: readonly string[]) => deleteResources(from, { keys: names.map((name) => idOf(from, name)), random });
const names = (from: Design): readonly string[] => Object.values(from.resources).map(({ name }) => name);
const gone = (from: Design): readonly string[] => names(design).filter((name) => !names(from).includes(name));

describe('what goes along', () => {
  test.each([
    ['web-2', ['web-2', 'eni-web-2']],
    ['web-1', ['web-1', 'eni-web-1']],
    ['public-b', ['public-b', 'web-2', 'eni-web-2']],
    ['orders', ['orders', 'eni-orders-primary', 'eni-orders-standby']],
    ['db-a', ['db-a', 'eni-orders-primary']],
    ['vgw-office', ['vgw-office', 'vpn-office']],
    ['cgw-office', ['cgw-office', 'vpn-office']],
    ['office', ['office', 'desk-1']],
    ['rtb-public', ['rtb-public']],
    ['web-sg', ['web-sg']],
    ['other', ['other', 'rtb-other-main', 'acl-other-default', 'default-other', 'other-a', 'job-1', 'eni-job-1']],
  ])('with %s', (name, expected) => {
    const left = after(design, remove(design, name));
    expect([...gone(left)].sort()).toEqual([...expected].sort());
    expect(findDanglingReferences(left).filter(({ row }) => row === undefined)).toEqual([]);
  });

  test('everything of a Region, and the office stays', () => {
    const left = after(design, remove(design, 'us-east-1'));
    expect(names(left)).toEqual(['Internet', 'office', 'desk-1']);
  });
});

describe('what AWS does not delete alone', () => {
  test.each([
    ['rtb-app-main', 'rtb-app-main is the main route table of app, which AWS does not delete; make another table the main one first.'],
    ['acl-app-default', 'acl-app-default is the default network ACL of app, which AWS does not delete.'],
    ['default-app', 'default-app is the default security group of app, which AWS does not delete.'],
    ['eni-web-1', 'eni-web-1 is the primary interface of web-1 and goes with it; delete web-1 instead.'],
    ['eni-orders-standby', 'eni-orders-standby belongs to DB instance orders and goes with it; turn Multi-AZ off or delete orders.'],
    ['orders-subnets', 'orders-subnets holds the subnets of DB instance orders; delete orders first.'],
  ])('%s', (name, words) => {
    expect(wordsOf(remove(design, name))).toBe(words);
  });

  test('goes together with what keeps it', () => {
    expect(wordsOf(remove(design, 'orders-subnets', 'orders'))).toBe('Delete orders-subnets, orders and 2 resources with them');
  });
});

describe('what is left behind', () => {
  test('a route to a deleted gateway is a blackhole', () => {
    const left = after(design, remove(design, 'igw-app'));
    expect(Object.values(named(left, 'rtb-public', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: idOf(design, 'igw-app'), origin: 'static', state: 'blackhole' }]);
  });

  test('Elastic IP addresses stay allocated', () => {
    const before = listResources(design, 'elastic-ip').length;
    const left = after(design, remove(design, 'nat-a', 'web-2'));
    expect(listResources(left, 'elastic-ip').map(({ value }) => value.address).sort()).toHaveLength(before + 2);
  });

  test('a second interface stays, detached', () => {
    const left = after(design, remove(design, 'web-1'));
    expect(named(left, 'eni-second', 'network-interface').attachment).toBeUndefined();
  });

  test('subnets go back to the main table and the default ACL', () => {
    const left = after(design, remove(design, 'rtb-public', 'acl-public'));
    expect(named(left, 'public-a', 'subnet')).not.toHaveProperty('routeTable');
    expect(named(left, 'public-a', 'subnet')).not.toHaveProperty('networkAcl');
  });

  test('a database lives on as its standby', () => {
    const left = after(design, remove(design, 'db-a'));
    expect(named(left, 'orders', 'db-instance')).toMatchObject({ multiAz: false, availabilityZone: 'us-east-1b' });
    expect(named(left, 'eni-orders-standby', 'network-interface').attachment).toEqual({ resource: idOf(left, 'orders'), deviceIndex: 0, role: 'primary' });
  });

  test('rules that name a deleted group go, and an interface without a group falls back on the default one', () => {
    const lonely = after(design, addPart(design, { part: 'security-group', container: idOf(design, 'app'), name: 'app-sg', random }));
    const ruled = after(lonely, addGroupRule(lonely, { securityGroup: idOf(lonely, 'app-sg'), direction: 'inbound', rule: { protocol: 'tcp', fromPort: 80, peer: { group: idOf(lonely, 'web-sg') } } }));
    const left = after(ruled, remove(ruled, 'web-sg'));
    expect(named(left, 'app-sg', 'security-group').inbound).toEqual({});
    expect(named(left, 'eni-web-1', 'network-interface').securityGroups).toEqual([idOf(left, 'default-app')]);
  });
});

test('a zone goes with its subnets, by its key', () => {
  const key = zoneKey(idOf(design, 'app'), 'us-east-1b');
  const sized: Design = { ...design, layout: { [key]: { x: 0, y: 0 } } };
  const left = after(sized, deleteResources(sized, { keys: [key], random }));
  expect([...gone(left)].sort()).toEqual(['db-b', 'eni-orders-standby', 'eni-web-2', 'public-b', 'web-2']);
  expect(named(left, 'app', 'vpc').availabilityZones).toEqual(['us-east-1a']);
  expect(left.layout).toEqual({});
});

test.each([
  [[], 'Nothing is selected; select what to delete first.'],
  [['vpc-0'], 'vpc-0 is not in the design.'],
])('refuses %j', (keys, words) => {
  expect(wordsOf(deleteResources(design, { keys, random }))).toBe(words);
});
