import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Resource } from '../model/resources/index.ts';
import { aclRules, DesignBuilder, groupRules, routes } from '../testing/design-builder.ts';
import { compareResources } from './compare-resources.ts';

const id = asResourceId;
const before = new DesignBuilder()
  .region()
  .vpc('vpc-1', '10.0.0.0/16')
  .internetGateway('igw-1', 'vpc-1')
  .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1 propagated'])
  .networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 443 from 0.0.0.0/0', '200 deny all from 10.0.0.0/8'], outbound: ['100 allow all to 0.0.0.0/0'] })
  .group('sg-1', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0', 'tcp 22 from 10.0.0.0/8'] })
  .group('sg-2', 'vpc-1', { inbound: [] })
  .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
  .subnet('subnet-2', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
  .instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1', 'sg-2'] })
  .build();

const change = (design: Design, key: string, more: object): Design => ({ ...design, resources: { ...design.resources, [id(key)]: { ...design.resources[id(key)], ...more } as Resource } });
const drop = (design: Design, key: string, field: string): Design => {
  const { [field]: _dropped, ...rest } = design.resources[id(key)] as unknown as Record<string, unknown>;
  return { ...design, resources: { ...design.resources, [id(key)]: rest as unknown as Resource } };
};
const ofKind = (key: string, more: object): Design => change(before, key, more);

/** `rtb-1 Route: a → b`; a dot where one side is missing. */
const tell = (old: Design, fresh: Design): readonly string[] =>
  compareResources(old, fresh).flatMap(({ change: how, resource, fields }) =>
    how === 'changed' ? fields.map((field) => `${resource} ${field.label}: ${field.before ?? '·'} → ${field.after ?? '·'}`) : [`${how} ${resource}`],
  );

const script = (...lines: readonly string[]): string => ['#!/bin/bash', ...lines].join('\n');
const web = { name: 'web', protocol: 'tcp', port: 80, scheme: 'http', bindAddress: '0.0.0.0', running: true };

const cases: readonly (readonly [name: string, after: Design, expected: readonly string[]])[] = [
  ['the same', before, []],
  ['a place on the canvas', { ...before, layout: { 'i-1': { x: 5, y: 6 } } }, []],
  ['a name', ofKind('i-1', { name: 'shop' }), ['i-1 Name: i-1 → shop']],
  ['a block', ofKind('subnet-1', { cidr: '10.0.3.0/24' }), ['subnet-1 IPv4 CIDR block: 10.0.1.0/24 → 10.0.3.0/24']],
  ['a switch', ofKind('subnet-1', { autoAssignPublicIp: true }), ['subnet-1 Auto-assign public IPv4 address: no → yes']],
  ['an association taken away', drop(before, 'subnet-1', 'routeTable'), ['subnet-1 Route table: rtb-1 → the main route table']],
  ['an association made', ofKind('subnet-2', { networkAcl: 'acl-1' }), ['subnet-2 Network ACL: the default network ACL → acl-1']],
  ['a gateway detached', drop(before, 'igw-1', 'vpc'), ['igw-1 VPC: vpc-1 → ·']],
  ['the order of groups', ofKind('eni-i-1', { securityGroups: ['sg-2', 'sg-1'] }), []],
  ['a group less', ofKind('eni-i-1', { securityGroups: ['sg-1'] }), ['eni-i-1 Security group: sg-2 → ·']],
  ['other ids and another order of the same routes', ofKind('rtb-1', { routes: routes(['192.168.0.0/16 -> vgw-1 propagated', '0.0.0.0/0 -> igw-1']) }), []],
  ['a route to somewhere else', ofKind('rtb-1', { routes: routes(['192.168.0.0/16 -> vgw-1 propagated', '0.0.0.0/0 -> nat-1']) }), ['rtb-1 Route: 0.0.0.0/0 to igw-1 → 0.0.0.0/0 to nat-1']],
  ['a route more', ofKind('rtb-1', { routes: routes(['10.9.0.0/16 -> pcx-1', '192.168.0.0/16 -> vgw-1 propagated', '0.0.0.0/0 -> igw-1']) }), ['rtb-1 Route: · → 10.9.0.0/16 to pcx-1']],
  ['a route less', ofKind('rtb-1', { routes: routes(['0.0.0.0/0 -> igw-1']) }), ['rtb-1 Route: 192.168.0.0/16 to vgw-1 (propagated) → ·']],
  ['a route that became a blackhole', ofKind('rtb-1', { routes: routes(['0.0.0.0/0 -> igw-1 blackhole', '192.168.0.0/16 -> vgw-1 propagated']) }), ['rtb-1 Route: 0.0.0.0/0 to igw-1 → 0.0.0.0/0 to igw-1, state blackhole']],
  [
    'another rule under the same number',
    ofKind('acl-1', { inbound: aclRules('in', ['200 deny all from 10.0.0.0/8', '100 deny tcp 443 from 0.0.0.0/0']) }),
    ['acl-1 Inbound rule: 100 allow TCP 443 from 0.0.0.0/0 → 100 deny TCP 443 from 0.0.0.0/0'],
  ],
  ['a rule edited in its row', ofKind('sg-1', { inbound: groupRules('in', ['tcp 443 from 0.0.0.0/0', 'tcp 22 from 0.0.0.0/0']) }), ['sg-1 Inbound rule: TCP 22 from 10.0.0.0/8 → TCP 22 from 0.0.0.0/0']],
  ['a rule more, before the others', ofKind('sg-1', { inbound: groupRules('in', ['tcp 80 from sg-2', 'tcp 443 from 0.0.0.0/0', 'tcp 22 from 10.0.0.0/8']) }), ['sg-1 Inbound rule: · → TCP 80 from sg-2']],
  ['outbound rules', ofKind('sg-1', { outbound: {} }), ['sg-1 Outbound rule: all traffic to 0.0.0.0/0 → ·']],
  ['a tag', ofKind('i-1', { tags: { env: 'prod' } }), ['i-1 Tag env: · → prod']],
  ['no tags are no tags', ofKind('i-1', { tags: {} }), []],
  ['it is known that nothing runs', ofKind('i-1', { services: {} }), ['i-1 Service: not said → none']],
  ['a service', ofKind('i-1', { services: { [asRowId('s')]: web } }), ['i-1 Service: · → web TCP 80 on 0.0.0.0, scheme http']],
  ['a script', ofKind('i-1', { userData: script('dnf install -y nginx') }), ['i-1 User data: · → 2 lines']],
  ['what another program wrote', ofKind('i-1', { costCentre: { owner: 'i-1', size: 3 } }), ['i-1 Cost centre › Owner: · → i-1', 'i-1 Cost centre › Size: · → 3']],
];

test.each(cases)('%s', (_name, after, expected) => {
  expect(tell(before, after)).toEqual(expected);
});

describe('order and identity', () => {
  test('by kind, then by name with numbers by their value', () => {
    const after = new DesignBuilder().vpc('vpc-1', '10.0.0.0/16').group('sg-10', 'vpc-1', { inbound: [] }).group('sg-9', 'vpc-1', { inbound: [] }).subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.0.0/24' }).build();
    const empty = new DesignBuilder().vpc('vpc-1', '10.0.0.0/16').build();
    expect(tell(empty, after)).toEqual(['added subnet-1', 'added sg-9', 'added sg-10']);
  });

  test('an id that stands for another kind is one gone and one new', () => {
    expect(tell(before, { ...before, resources: { ...before.resources, [id('sg-2')]: { kind: 'internet', name: 'cloud' } } })).toEqual(['removed sg-2', 'added sg-2']);
  });

  test('things of one name are told apart by their ids', () => {
    const twins = change(change(before, 'sg-1', { name: 'web' }), 'sg-2', { name: 'web' });
    const [old, fresh] = [change(twins, 'vpc-1', { defaultSecurityGroup: 'sg-1' }), change(twins, 'vpc-1', { defaultSecurityGroup: 'sg-2' })];
    expect(tell(old, fresh)).toEqual(['vpc-1 Default security group: web (sg-1) → web (sg-2)']);
  });

  test('a change of what something else is called is no change of what names it', () => {
    expect(tell(before, ofKind('rtb-1', { name: 'public' }))).toEqual(['rtb-1 Name: rtb-1 → public']);
  });
});

describe('long texts show the line that differs', () => {
  test('of a script', () => {
    const [old, fresh] = [change(before, 'i-1', { userData: script('dnf install -y httpd', 'reboot') }), change(before, 'i-1', { userData: script('dnf install -y nginx') })];
    expect(tell(old, fresh)).toEqual(['i-1 User data: 3 lines, line 2: dnf install -y httpd → 2 lines, line 2: dnf install -y nginx']);
  });

  test('of a policy, whose keys and lists have no order', () => {
    const role = (document: object): Design => ({ ...before, resources: { ...before.resources, [id('role')]: { kind: 'iam-role', name: 'role', policies: {}, trustPolicy: document as Record<string, unknown> } } });
    const policy = (...actions: readonly string[]): object => ({ Statement: [{ Effect: 'Allow', Action: actions }] });
    expect(tell(role(policy('s3:GetObject', 's3:PutObject')), role(policy('s3:PutObject', 's3:GetObject')))).toEqual([]);
    expect(tell(role(policy('s3:GetObject')), role(policy('s3:*')))).toEqual(['role Trust policy: 10 lines, line 5: "s3:GetObject" → 10 lines, line 5: "s3:*"']);
  });
});
