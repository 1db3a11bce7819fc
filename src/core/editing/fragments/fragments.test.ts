import { describe, expect, test } from 'vitest';
import { findDanglingReferences } from '../../lookup/dangling-references.ts';
import { emptyDesign, type Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { after, firstRow, idOf, named, sampleDesign, wordsOf } from '../designs-for-tests.ts';
import { listResources } from '../draft.ts';
import { findImpossibilities } from '../impossibilities-for-tests.ts';
import { repeatableNumbers } from '../repeatable-numbers.ts';
import { copyFragment, parseFragment } from './fragment.ts';
import { duplicateResources, pasteFragment } from './paste-fragment.ts';

const design = sampleDesign();
const random = repeatableNumbers(13);
const duplicate = (...names: readonly string[]): Design => after(design, duplicateResources(design, { keys: names.map((name) => idOf(design, name)), random }));
/** By way of text, as the clipboard does it. */
const copied = (...names: readonly string[]): unknown => JSON.parse(JSON.stringify(copyFragment(design, { keys: names.map((name) => idOf(design, name)) })));
const paste = (into: Design, fragment: unknown, container?: string) => pasteFragment(into, { fragment, container: container === undefined ? undefined : idOf(into, container), random });
const added = (from: Design): readonly string[] => Object.entries(from.resources).filter(([id]) => !(id in design.resources)).map(([, { name }]) => name);
const addressesOf = (from: Design, name: string): readonly string[] => Object.values(named(from, name, 'network-interface').addresses).map(({ address }) => address);

describe('a duplicate', () => {
  test.each([
    [['web-1'], ['web-3', 'eni-web-3', 'eni-second-2']],
    [['public-b'], ['public-b-2', 'web-3', 'eni-web-3']],
    [['web-sg'], ['web-sg-2']],
    [['rtb-public'], ['rtb-public-2']],
    [['igw-app'], ['igw-app-2']],
    [['desk-1'], ['desk-2']],
    [['orders'], ['orders-2', 'eni-orders-primary-2', 'eni-orders-standby-2']],
    [['other'], ['other-2', 'rtb-other-main-2', 'acl-other-default-2', 'default-other-2', 'other-a-2', 'job-2', 'eni-job-2']],
  ])('of %j is %j', (names, expected) => {
    const twice = duplicate(...names);
    expect([...added(twice)].sort()).toEqual([...expected].sort());
    expect(findDanglingReferences(twice)).toEqual([]);
    expect(findImpossibilities(twice)).toEqual([]);
  });

  test('of an instance stands beside it, in its groups, at free addresses', () => {
    const twice = duplicate('web-1');
    expect(addressesOf(twice, 'eni-web-3')).toEqual(['10.0.0.9']);
    expect(named(twice, 'eni-web-3', 'network-interface').securityGroups).toEqual(named(twice, 'eni-web-1', 'network-interface').securityGroups);
    expect(named(twice, 'eni-web-3', 'network-interface').attachment).toEqual({ resource: idOf(twice, 'web-3'), deviceIndex: 0 });
  });

  test('of an instance with an Elastic IP address has one of its own', () => {
    const twice = duplicate('web-2');
    const [mine, other] = ['eni-web-2', 'eni-web-3'].map((name) => {
      const { addresses } = named(twice, name, 'network-interface');
      return addresses[firstRow(addresses)]?.public;
    });
    expect(other).toMatchObject({ type: 'elastic' });
    expect(other?.address).not.toBe(mine?.address);
    expect(other?.allocation).not.toBe(mine?.allocation);
  });

  test('of a subnet takes the next free block, and what stands in it keeps its distance from the start', () => {
    const twice = duplicate('public-a');
    expect(named(twice, 'public-a-2', 'subnet')).toMatchObject({ cidr: '10.0.4.0/24', routeTable: idOf(twice, 'rtb-public'), networkAcl: idOf(twice, 'acl-public') });
    expect(addressesOf(twice, 'eni-web-3')).toEqual(['10.0.4.5']);
    expect(Object.values(named(twice, 'nat-a-2', 'nat-gateway').addresses)[0]?.privateAddress).toBe('10.0.4.4');
  });

  test('of a VPC has a block of its own and refers to itself', () => {
    const twice = duplicate('app');
    const vpc = named(twice, 'app-2', 'vpc');
    expect(vpc).toMatchObject({ cidr: '10.2.0.0/16', mainRouteTable: idOf(twice, 'rtb-app-main-2'), defaultSecurityGroup: idOf(twice, 'default-app-2') });
    expect(named(twice, 'public-b-2', 'subnet').cidr).toBe('10.2.1.0/24');
    expect(named(twice, 'igw-app-2', 'internet-gateway').vpc).toBe(idOf(twice, 'app-2'));
    expect(Object.values(named(twice, 'rtb-public-2', 'route-table').routes)[0]?.target).toBe(idOf(twice, 'igw-app-2'));
    expect(Object.values(named(twice, 'default-app-2', 'security-group').inbound)[0]?.peer).toEqual({ group: idOf(twice, 'default-app-2') });
    expect(findImpossibilities(twice)).toEqual([]);
  });

  test('of a gateway is attached to nothing, because its VPC has one', () => {
    expect(named(duplicate('igw-app'), 'igw-app-2', 'internet-gateway')).not.toHaveProperty('vpc');
  });

  test('stands a little aside', () => {
    const placed: Design = { ...design, layout: { [idOf(design, 'web-1')]: { x: 10, y: 20 } } };
    const twice = after(placed, duplicateResources(placed, { keys: [idOf(placed, 'web-1')], random }));
    expect(twice.layout[idOf(twice, 'web-3')]).toEqual({ x: 34, y: 44 });
  });
});

describe('pasting', () => {
  test('puts an instance in the subnet pasted into, in a group its VPC has', () => {
    const pasted = after(design, paste(design, copied('web-1'), 'other-a'));
    expect(addressesOf(pasted, 'eni-web-3')).toEqual(['10.1.0.5']);
    expect(named(pasted, 'eni-web-3', 'network-interface').securityGroups).toEqual([idOf(pasted, 'default-other')]);
  });

  test('leaves out the routes whose targets belong to another VPC', () => {
    const pasted = after(design, paste(design, copied('rtb-public'), 'other'));
    expect(named(pasted, 'rtb-public-2', 'route-table')).toMatchObject({ vpc: idOf(pasted, 'other'), routes: {} });
  });

  test('attaches a gateway to a VPC that has none', () => {
    expect(named(after(design, paste(design, copied('igw-app'), 'other')), 'igw-app-2', 'internet-gateway').vpc).toBe(idOf(design, 'other'));
  });

  test('brings a whole VPC into another design with its own names and blocks', () => {
    const pasted = after(emptyDesign(), paste(emptyDesign(), copied('app')));
    expect(named(pasted, 'app', 'vpc').cidr).toBe('10.0.0.0/16');
    expect(addressesOf(pasted, 'eni-web-1')).toEqual(['10.0.0.5']);
    expect(listResources(pasted, 'region')).toHaveLength(1);
    expect(findDanglingReferences(pasted)).toEqual([]);
    expect(findImpossibilities(pasted)).toEqual([]);
  });

  test.each([
    [emptyDesign(), copied('web-1'), 'web-1 needs a subnet; select one to paste into.'],
    [emptyDesign(), copied('web-sg'), 'web-sg needs a VPC; select one to paste into.'],
    [emptyDesign(), copied('orders'), 'orders needs its DB subnet group; copy it together with its subnets.'],
    [design, copied('Internet'), 'The internet is on the canvas already; there is one.'],
    [design, { some: 'text' }, 'The clipboard holds nothing that was copied in Reachable.'],
    [design, 'text', 'The clipboard holds nothing that was copied in Reachable.'],
  ])('is refused with the reason (%#)', (into, fragment, words) => {
    expect(wordsOf(paste(into, fragment))).toBe(words);
  });
});

describe('a fragment', () => {
  test('names as roots what was selected and not what it contains', () => {
    const fragment = copyFragment(design, { keys: [idOf(design, 'public-b'), idOf(design, 'web-2')] });
    expect(fragment?.roots).toEqual([idOf(design, 'public-b')]);
  });
  test('of nothing is none', () => {
    expect(copyFragment(design, { keys: ['vpc-0'] })).toBeUndefined();
  });
  test.each([[null], [{ fragment: 'reachable', version: 9 }], [{ fragment: 'reachable', version: 1, roots: [], resources: { a: { kind: 'boat' } }, layout: {} }]])('that is broken is a problem, not an exception (%#)', (value) => {
    expect(parseFragment(value).ok).toBe(false);
  });
});

describe('what AWS manages', () => {
  test('is not copied without what it is for: the interface of a database stays where it is', () => {
    const twice = duplicate('db-a');
    expect(added(twice)).toEqual(['db-a-2']);
    expect(copyFragment(design, { keys: [idOf(design, 'eni-orders-primary')] })).toBeUndefined();
  });

  test('goes along with what it is for', () => {
    expect(added(duplicate('orders')).filter((name) => name.startsWith('eni-orders'))).toHaveLength(2);
  });
});

test('the copy of an unmodelled resource keeps none of the ids of the original', () => {
  const [vpc, subnet] = [idOf(design, 'app'), idOf(design, 'public-a')];
  const id = asResourceId('firewall-0123456789abcdef0');
  const data = {
    FirewallId: id,
    FirewallArn: 'arn:aws:network-firewall:us-east-1:123456789012:firewall/edge',
    PolicyArn: 'arn:aws:network-firewall:us-east-1:123456789012:firewall-policy/strict',
    VpcId: vpc,
    SubnetMappings: [{ SubnetId: subnet, EndpointId: 'vpce-0123456789abcdef1' }],
    DeleteProtection: false,
  };
  const imported: Design = { ...design, resources: { ...design.resources, [id]: { kind: 'unmodelled', name: 'edge', type: 'AWS::NetworkFirewall::Firewall', vpc, subnets: [subnet], data } } };
  const copyOf = (from: Design) => listResources(from, 'unmodelled').find((entry) => entry.id !== id);
  const beside = copyOf(after(imported, duplicateResources(imported, { keys: [id], random })));
  expect(beside?.value.data).toEqual({ FirewallId: beside?.id, PolicyArn: data.PolicyArn, VpcId: vpc, SubnetMappings: [{ SubnetId: subnet }], DeleteProtection: false });
  const whole = copyOf(after(imported, duplicateResources(imported, { keys: [vpc], random })));
  expect(whole?.value.data).toMatchObject({ FirewallId: whole?.id, VpcId: whole?.value.vpc, SubnetMappings: [{ SubnetId: whole?.value.subnets[0] }] });
  expect(JSON.stringify(whole)).not.toContain(vpc);
});
