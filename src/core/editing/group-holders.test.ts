import { describe, expect, test } from 'vitest';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { after, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { readGuard } from './group-holders.ts';
import { moveResource } from './move-resource.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addPart } from './add-part.ts';
import { removeSecurityGroupFrom, setSecurityGroups } from './security-groups-of.ts';
import { quotas } from '../aws/limits.ts';

const random = repeatableNumbers(3);
const start = sampleDesign();
const add = (part: Parameters<typeof addPart>[1]['part'], container: string, name: string, from = start) => after(from, addPart(from, { part, container: idOf(from, container), name, random }));
const drop = (from: typeof start, group: string, target: string) => moveResource(from, { resource: idOf(from, group), container: idOf(from, target), random });

describe('a group dropped on a service', () => {
  const served = add('load-balancer', 'app', 'front');

  test('guards a load balancer and its interfaces', () => {
    const result = drop(served, 'web-sg', 'front');
    expect(wordsOf(result)).toBe('Give web-sg to front');
    const group = idOf(served, 'web-sg');
    const guarded = after(served, result);
    expect(named(guarded, 'front', 'load-balancer').securityGroups).toContain(group);
    const interfaces = listResources(guarded, 'network-interface').filter(({ value }) => value.attachment?.resource === idOf(served, 'front'));
    for (const { value } of interfaces) expect(value.securityGroups).toContain(group);
  });

  test('of another VPC is refused with the reason', () => {
    expect(wordsOf(drop(served, 'default-other', 'front'))).toBe('default-other belongs to other; it guards interfaces of that VPC only.');
  });

  test('is refused once an interface has as many as AWS’s default quota', () => {
    const { default: most } = quotas.securityGroupsPerNetworkInterface;
    const names = Array.from({ length: most }, (_, index) => `sg-${index}`);
    const many = names.reduce((design, name) => add('security-group', 'app', name, design), served);
    const full = after(many, setSecurityGroups(many, { target: idOf(many, 'web-2'), groups: names.map((name) => idOf(many, name)) }));
    expect(wordsOf(drop(full, 'web-sg', 'web-2'))).toBe(`web-2 has ${most} security groups, AWS’s default quota for one interface; take one away first.`);
  });

  test.each([
    ['gateway', 's3 is a gateway endpoint: routes lead to it, and security groups do not guard it.'],
    ['interface', 'Give sg-1 to s3'],
  ] as const)('a %s endpoint', (type, words) => {
    const design = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-1', 'vpc-1', { inbound: [] }).build();
    const id = asResourceId('vpce-1');
    const endpoint = { kind: 'vpc-endpoint', name: 's3', vpc: asResourceId('vpc-1'), type, service: 'com.amazonaws.us-east-1.s3', state: 'available', routeTables: [], subnets: [], securityGroups: [], interfaces: [], privateDns: false } as const;
    const withEndpoint = { ...design, resources: { ...design.resources, [id]: endpoint } };
    expect(wordsOf(moveResource(withEndpoint, { resource: asResourceId('sg-1'), container: id, random }))).toBe(words);
  });
});

describe('taking a group away', () => {
  const two = after(start, drop(start, 'web-sg', 'web-2'));
  const take = (group: string, target: string, from = two) => removeSecurityGroupFrom(from, { target: idOf(from, target), group: idOf(from, group) });
  test.each([
    ['web-sg', 'web-2', 'Take web-sg from web-2'],
    ['web-sg', 'orders', 'orders is not guarded by web-sg.'],
    ['web-sg', 'public-a', 'public-a is a subnet, which security groups do not guard.'],
  ])('%s from %s', (group, target, words) => {
    expect(wordsOf(take(group, target))).toBe(words);
  });

  test('leaves the last one', () => {
    const design = after(two, take('web-sg', 'web-2'));
    const eni = listResources(design, 'network-interface').find(({ value }) => value.attachment?.resource === idOf(design, 'web-2'));
    const [left] = eni?.value.securityGroups ?? [];
    expect(eni?.value.securityGroups).toHaveLength(1);
    expect(wordsOf(removeSecurityGroupFrom(design, { target: idOf(design, 'web-2'), group: asResourceId(String(left)) }))).toMatch(/is the only security group of web-2; give it another one first\.$/);
  });
});

test.each([
  ['web-2', 'app', 1],
  ['orders', 'app', 1],
  ['public-a', undefined, 0],
] as const)('the guard of %s', (name, vpc, groups) => {
  const guard = readGuard(start, idOf(start, name));
  expect(guard?.vpc).toBe(vpc === undefined ? undefined : idOf(start, vpc));
  expect(guard?.groups ?? []).toHaveLength(groups);
});
