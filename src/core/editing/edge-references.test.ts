import { describe, expect, test } from 'vitest';
import { findDanglingReferences } from '../lookup/dangling-references.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import type { ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { applianceNetwork } from '../testing/appliance-network.ts';
import { dualStackNetwork } from '../testing/dual-stack-network.ts';
import { attachGateway, detachGateway } from './attach-gateway.ts';
import { deleteResources } from './delete-resources.ts';
import { after } from './designs-for-tests.ts';
import { duplicateResources, pasteFragment } from './fragments/paste-fragment.ts';
import { copyFragment } from './fragments/fragment.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

const random = repeatableNumbers(17);
const remove = (design: Design, ...keys: readonly string[]): Design => after(design, deleteResources(design, { keys, random }));
const duplicate = (design: Design, ...keys: readonly string[]): Design => after(design, duplicateResources(design, { keys, random }));
const paste = (design: Design, key: string, container: string): Design => after(design, pasteFragment(design, { fragment: copyFragment(design, { keys: [key] }), container, random }));

/** What is in the second design only. */
function newOf<Kind extends ResourceKind>(before: Design, design: Design, kind: Kind): ResourceOfKind<Kind> {
  const found = Object.entries(design.resources).find(([id, value]) => value.kind === kind && !(id in before.resources));
  if (!found) throw new Error(`No new ${kind}`);
  return found[1] as ResourceOfKind<Kind>;
}

function of<Kind extends ResourceKind>(design: Design, key: string, kind: Kind): ResourceOfKind<Kind> {
  const value = design.resources[asResourceId(key)];
  if (value?.kind !== kind) throw new Error(`${key} is no ${kind}`);
  return value as ResourceOfKind<Kind>;
}

const edges = applianceNetwork().vpc('vpc-2', '10.9.0.0/16').build();
const excluded = dualStackNetwork()
  .blockPublicAccess('block-ingress', [
    { subnet: asResourceId('subnet-web'), mode: 'allow-bidirectional' },
    { vpc: asResourceId('vpc-1'), mode: 'allow-egress' },
  ])
  .build();
const regional = dualStackNetwork()
  .vpc('vpc-2', '10.9.0.0/16', { availabilityZones: ['us-east-1b'] })
  .routeTable('rtb-nat', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
  .regionalNatGateway('nat-r', { vpc: 'vpc-1', zones: { 'us-east-1a': '203.0.113.71', 'us-east-1b': '203.0.113.72' }, table: 'rtb-nat' })
  .build();

describe('a table of gateways', () => {
  test.each<[string, Design]>([
    ['deleted', remove(edges, 'igw-1')],
    ['detached', after(edges, detachGateway(edges, { gateway: asResourceId('igw-1') }))],
    ['attached elsewhere', after(edges, attachGateway(edges, { gateway: asResourceId('igw-1'), vpc: asResourceId('vpc-2'), random }))],
  ])('is no longer that of a gateway that is %s', (_what, left) => {
    expect(of(left, 'rtb-edge', 'route-table')).not.toHaveProperty('gateways');
    expect(Object.values(of(left, 'rtb-edge', 'route-table').routes)).toHaveLength(1);
  });

  test('goes without its gateway when it is deleted', () => {
    expect(findDanglingReferences(remove(edges, 'rtb-edge'))).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['the table alone', ['rtb-edge']],
    ['the table and the gateway, which stays detached', ['rtb-edge', 'igw-1']],
  ])('is copied without gateways: %s', (_what, keys) => {
    const twice = duplicate(edges, ...keys);
    expect(newOf(edges, twice, 'route-table')).not.toHaveProperty('gateways');
    expect(of(twice, 'rtb-edge', 'route-table').gateways).toEqual(['igw-1']);
  });

  test('is copied with the VPC, for the copy of the gateway', () => {
    const twice = duplicate(edges, 'vpc-1');
    const [copy] = Object.values(twice.resources).filter((value) => value.kind === 'route-table' && value.gateways !== undefined && !value.gateways.includes(asResourceId('igw-1')));
    const gateway = Object.entries(twice.resources).find(([id, value]) => value.kind === 'internet-gateway' && !(id in edges.resources));
    expect(copy).toMatchObject({ gateways: [gateway?.[0]] });
  });
});

describe('exclusions of Block Public Access', () => {
  const left = (design: Design): readonly unknown[] => Object.values(of(design, 'us-east-1', 'region').blockPublicAccessExclusions ?? {});
  test.each<[string, readonly unknown[]]>([
    ['subnet-web', [{ vpc: 'vpc-1', mode: 'allow-egress' }]],
    ['subnet-out', [{ subnet: 'subnet-web', mode: 'allow-bidirectional' }, { vpc: 'vpc-1', mode: 'allow-egress' }]],
    ['vpc-1', []],
  ])('without %s', (key, expected) => {
    expect(left(remove(excluded, key))).toEqual(expected);
  });

  test('of a copied Region are for the copies', () => {
    const twice = duplicate(excluded, 'us-east-1');
    const copy = newOf(excluded, twice, 'region');
    const names = Object.values(copy.blockPublicAccessExclusions ?? {}).map((row) => twice.resources[row.vpc ?? row.subnet ?? asResourceId('')]?.name);
    expect(names).toEqual(['subnet-web-2', 'vpc-2']);
  });
});

describe('a regional NAT gateway', () => {
  test('goes with its table, and with its VPC', () => {
    expect(Object.keys(remove(regional, 'nat-r').resources)).not.toContain('rtb-nat');
    expect(Object.keys(remove(regional, 'vpc-1').resources)).not.toContain('nat-r');
  });

  test('leaves a table that a subnet uses', () => {
    const shared = dualStackNetwork().regionalNatGateway('nat-r', { vpc: 'vpc-1', zones: {}, table: 'rtb-out' }).build();
    expect(Object.keys(remove(shared, 'nat-r').resources)).toContain('rtb-out');
  });

  test('loses a table that is deleted', () => {
    expect(of(remove(regional, 'rtb-nat'), 'nat-r', 'nat-gateway')).not.toHaveProperty('routeTable');
  });

  test('is copied with its zones, a table and addresses of its own', () => {
    const twice = duplicate(regional, 'nat-r');
    const copy = newOf(regional, twice, 'nat-gateway');
    expect(copy.vpc).toBe('vpc-1');
    expect(Object.values(copy.addresses).map(({ availabilityZone }) => availabilityZone)).toEqual(['us-east-1a', 'us-east-1b']);
    expect(Object.values(copy.addresses).map(({ publicAddress }) => publicAddress)).not.toContain('203.0.113.71');
    expect(copy.routeTable === undefined ? undefined : twice.resources[copy.routeTable]?.name).toBe('rtb-nat-2');
  });

  test('is pasted into a VPC for the zones that are there', () => {
    const pasted = paste(regional, 'nat-r', 'vpc-2');
    const copy = newOf(regional, pasted, 'nat-gateway');
    expect(copy.vpc).toBe('vpc-2');
    expect(Object.values(copy.addresses).map(({ availabilityZone }) => availabilityZone)).toEqual(['us-east-1b']);
    expect(newOf(regional, pasted, 'route-table')).toMatchObject({ vpc: 'vpc-2', routes: {} });
  });
});

describe('an egress-only internet gateway', () => {
  const design = dualStackNetwork().vpc('vpc-2', '10.9.0.0/16').build();
  test('leaves blackhole routes when it is deleted', () => {
    expect(Object.values(of(remove(design, 'eigw-1'), 'rtb-six', 'route-table').routes)).toEqual([{ destination: '::/0', target: 'eigw-1', origin: 'static', state: 'blackhole' }]);
  });

  test.each([
    ['vpc-2', 'vpc-2'],
    ['vpc-1', undefined],
  ])('pasted into %s is attached to %s', (container, vpc) => {
    expect(newOf(design, paste(design, 'eigw-1', container), 'egress-only-internet-gateway').vpc).toBe(vpc);
  });

  test('is routed to by the copy of its VPC', () => {
    const twice = duplicate(design, 'vpc-1');
    const copy = Object.entries(twice.resources).find(([id, value]) => value.kind === 'egress-only-internet-gateway' && !(id in design.resources))?.[0];
    const targets = Object.entries(twice.resources).flatMap(([id, value]) => (value.kind === 'route-table' && !(id in design.resources) ? Object.values(value.routes).map(({ target }) => target) : []));
    expect(targets.filter((target) => target === copy)).toHaveLength(2);
    expect(targets).not.toContain('eigw-1');
  });
});
