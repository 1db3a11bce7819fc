import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { Design } from '../../model/design.ts';
import { asResourceId, asRowId, type ResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { arbitraryDesign } from '../../testing/arbitraries.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { mergeImport } from './merge-import.ts';

const id = asResourceId;

const account = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-main-vpc-1' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0'] })
    .instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-web'] });

const ANSWERED = ['NetworkAcls', 'NetworkInterfaces', 'Reservations', 'RouteTables', 'SecurityGroups', 'Subnets', 'Vpcs'];

/** A design as an import makes it. */
const asSnapshot = (design: Design, answered = ANSWERED): Design => ({ ...design, snapshot: { missing: [], imported: Object.keys(design.resources) as ResourceId[], answered } });
const snapshotOf = (builder: DesignBuilder, answered?: string[]): Design => asSnapshot(builder.build(), answered);

const change = (design: Design, key: string, more: Partial<Resource>): Design => ({ ...design, resources: { ...design.resources, [key]: { ...design.resources[id(key)], ...more } as Resource } });
const without = (design: Design, ...keys: readonly string[]): Design => ({ ...design, resources: Object.fromEntries(Object.entries(design.resources).filter(([key]) => !keys.includes(key))) });

const changesOf = (current: Design, imported: Design): readonly string[] => mergeImport(current, imported).changes.map(({ change: how, resource, fields }) => [how, resource, ...fields].join(' '));

test('the same snapshot again changes nothing', () => {
  const current = snapshotOf(account());
  const merged = mergeImport(current, snapshotOf(account()));
  expect(merged.changes).toEqual([]);
  expect(merged.design.resources).toEqual(current.resources);
});

test('what the person wrote and drew stays', () => {
  const web = { name: 'web', protocol: 'tcp', port: 80, scheme: 'http', bindAddress: '0.0.0.0', running: true } as const;
  const edited = change(snapshotOf(account()), 'i-1', { note: 'ours', services: { [asRowId('web')]: web }, userData: '#!/bin/bash' });
  const drawn: Resource = { kind: 'client', name: 'laptop', operatingSystem: 'linux', blockedPorts: {} };
  const current: Design = { ...edited, layout: { 'i-1': { x: 5, y: 7 } }, resources: { ...edited.resources, [id('client-1')]: drawn } };
  const { design } = mergeImport(current, change(snapshotOf(account()), 'i-1', { state: 'stopped' }));
  expect(design.layout).toEqual({ 'i-1': { x: 5, y: 7 } });
  expect(design.resources[id('client-1')]).toEqual(drawn);
  expect(design.resources[id('i-1')]).toMatchObject({ note: 'ours', state: 'stopped', userData: '#!/bin/bash', services: { web } });
});

test('a name that the person gave to what AWS has no name for stays', () => {
  const current = change(snapshotOf(account()), 'eni-i-1', { name: 'front door' });
  expect(mergeImport(current, snapshotOf(account())).design.resources[id('eni-i-1')]?.name).toBe('front door');
});

test('what AWS no longer says of a resource is gone', () => {
  const later = change(snapshotOf(account()), 'subnet-1', {});
  const { routeTable: _, ...subnet } = later.resources[id('subnet-1')] as Extract<Resource, { kind: 'subnet' }>;
  const merged = mergeImport(snapshotOf(account()), { ...later, resources: { ...later.resources, [id('subnet-1')]: subnet } });
  expect(merged.design.resources[id('subnet-1')]).not.toHaveProperty('routeTable');
  expect(merged.changes).toMatchObject([{ change: 'changed', resource: 'subnet-1', fields: ['routeTable'] }]);
});

test('changes are listed by resource and field', () => {
  const later = account().group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] }).group('sg-new', 'vpc-1', { inbound: [] });
  expect(changesOf(snapshotOf(account()), without(snapshotOf(later), 'i-1', 'eni-i-1'))).toEqual(['removed i-1', 'removed eni-i-1', 'changed sg-web inbound', 'added sg-new']);
});

test.each([
  ['its kind was asked for again', ANSWERED, ['removed sg-web']],
  ['its kind is in no file of the new snapshot', ['NetworkInterfaces', 'Reservations'], []],
])('an imported resource that is not there any more, when %s', (_, answered, expected) => {
  const later = snapshotOf(account(), answered);
  expect(changesOf(snapshotOf(account()), without(later, 'sg-web'))).toEqual(expected);
});

test('a snapshot of another Region removes nothing', () => {
  const other = snapshotOf(new DesignBuilder().region('eu-west-1').vpc('vpc-9', '10.9.0.0/16', { region: id('eu-west-1') }));
  expect(changesOf(snapshotOf(account()), other).filter((line) => line.startsWith('removed'))).toEqual([]);
});

test('over a design that was drawn, nothing is removed', () => {
  const drawn = account().build();
  expect(changesOf(drawn, without(snapshotOf(account()), 'sg-web'))).toEqual([]);
});

test('files that one of the two snapshots had are not missing', () => {
  const lacking = (...missing: string[]): Design => ({ ...account().build(), snapshot: { missing } });
  const { design } = mergeImport(lacking('network-acls', 'route-tables'), lacking('network-acls', 'security-groups'));
  expect(design.snapshot?.missing).toEqual(['network-acls']);
});

test('law: laying the same snapshot over the result once more changes nothing', () => {
  fc.assert(
    fc.property(arbitraryDesign, arbitraryDesign, (earlier, later) => {
      const once = mergeImport(asSnapshot(earlier), asSnapshot(later)).design;
      expect(mergeImport(once, asSnapshot(later)).changes).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
