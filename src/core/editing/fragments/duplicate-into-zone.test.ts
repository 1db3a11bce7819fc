import { describe, expect, test } from 'vitest';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { wordsOf } from '../designs-for-tests.ts';
import { applyPatch } from '../../patch/apply-patch.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { findBrokenReferences, findImpossibilities } from '../impossibilities-for-tests.ts';
import { subnetsOf } from '../members.ts';
import { repeatableNumbers } from '../repeatable-numbers.ts';
import { duplicateIntoZone } from './duplicate-into-zone.ts';

const VPC = asResourceId('vpc-1');
const random = repeatableNumbers(5);

/** public-a and app-a with a machine, both in us-east-1a of two drawn zones. */
const design = (): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-app', 'vpc-1', [])
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.0.0/24' })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.4.0/22', table: 'rtb-app' })
    .group('sg-app', 'vpc-1', { inbound: [] })
    .instance('app-1', { subnet: 'app-a', address: '10.0.4.10', groups: ['sg-app'] })
    .build();

function duplicated(keys: readonly string[], from: Design = design()): Design {
  const result = duplicateIntoZone(from, { keys, random });
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(from, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

const rowsOf = (of: Design): readonly string[] => subnetsOf(of, VPC).map(({ value }) => `${value.name} ${value.availabilityZone} ${value.cidr ?? ''} ${value.routeTable ?? ''}`.trim());

describe('into another zone', () => {
  test('goes a tier, with a free block of its size, its table and what runs in it', () => {
    const copied = duplicated(['app-a']);
    expect(rowsOf(copied)).toContain('app-b us-east-1b 10.0.8.0/22 rtb-app');
    const machines = Object.values(copied.resources).filter(({ kind }) => kind === 'instance');
    expect(machines.map(({ name }) => name).sort()).toEqual(['app-1', 'app-2']);
    const groups = Object.values(copied.resources).flatMap((resource) => (resource.kind === 'network-interface' ? resource.securityGroups : []));
    expect(new Set(groups)).toEqual(new Set(['sg-app']));
  });

  test('goes a whole zone', () => {
    expect(rowsOf(duplicated(['zone:vpc-1:us-east-1a'])).filter((row) => row.includes('us-east-1b'))).toEqual(['public-b us-east-1b 10.0.1.0/24', 'app-b us-east-1b 10.0.8.0/22 rtb-app']);
  });

  test('goes a tier that every drawn zone has, into the next one of the Region', () => {
    const twice = duplicated(['app-a'], duplicated(['app-a']));
    expect(rowsOf(twice)).toContain('app-c us-east-1c 10.0.12.0/22 rtb-app');
    expect(findBrokenReferences(twice)).toEqual([]);
    expect(findImpossibilities(twice)).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ['nothing of a zone', ['sg-app'], 'Select a zone, or subnets of one zone, to duplicate into another.'],
  ])('%s is refused', (_what, keys, refused) => {
    expect(duplicateIntoZone(design(), { keys, random })).toEqual({ ok: false, refused });
  });
});

describe('the way out of a copied tier', () => {
  /** app-a leaves by nat-a, db-a by no zone; `inB` adds what us-east-1b has. */
  const leaving = (inB: (builder: DesignBuilder) => DesignBuilder = (builder) => builder): Design =>
    inB(
      new DesignBuilder()
        .region()
        .vpc('vpc-1', '10.0.0.0/16')
        .internetGateway('igw', 'vpc-1')
        .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw'])
        .routeTable('rtb-app-a', 'vpc-1', ['0.0.0.0/0 -> nat-a'])
        .routeTable('rtb-db', 'vpc-1', [])
        .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public' })
        .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.4.0/22', table: 'rtb-app-a' })
        .subnet('db-a', { vpc: 'vpc-1', cidr: '10.0.12.0/24', table: 'rtb-db' })
        .natGateway('nat-a', { subnet: 'public-a', address: '10.0.0.5', public: '203.0.113.5' })
        .vpcEndpoint('s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-app-a'] }),
    ).build();
  const natInB = (builder: DesignBuilder): DesignBuilder =>
    builder.subnet('public-b', { vpc: 'vpc-1', cidr: '10.0.1.0/24', zone: 'us-east-1b', table: 'rtb-public' }).natGateway('nat-b', { subnet: 'public-b', address: '10.0.1.5', public: '203.0.113.6' });
  const tableOf = (of: Design, subnet: string): string => {
    const { routeTable } = subnetsOf(of, VPC).find(({ value }) => value.name === subnet)?.value ?? {};
    const table = routeTable && of.resources[routeTable];
    return table?.kind !== 'route-table' ? 'none' : `${table.name}: ${Object.values(table.routes).map(({ destination, target }) => `${destination} -> ${of.resources[target as never]?.['name'] ?? target}`).join()}`;
  };
  const said = (keys: readonly string[], from: Design): string => wordsOf(duplicateIntoZone(from, { keys, random }));

  test('is the table of that zone with the same role', () => {
    const from = leaving((builder) => natInB(builder).routeTable('rtb-out-b', 'vpc-1', ['0.0.0.0/0 -> nat-b']));
    expect(tableOf(duplicated(['app-a'], from), 'app-b')).toBe('rtb-out-b: 0.0.0.0/0 -> nat-b');
    expect(said(['app-a'], from)).toBe('Duplicate into us-east-1b as app-b, routed by rtb-out-b');
  });

  test('is a fresh table by that zone’s NAT gateway, which the gateway endpoint serves too', () => {
    const copied = duplicated(['app-a'], leaving(natInB));
    expect(tableOf(copied, 'app-b')).toBe('rtb-app-b: 0.0.0.0/0 -> nat-b');
    const endpoint = Object.values(copied.resources).find(({ kind }) => kind === 'vpc-endpoint');
    expect(endpoint).toHaveProperty('routeTables', ['rtb-app-a', subnetsOf(copied, VPC).find(({ value }) => value.name === 'app-b')?.value.routeTable]);
    expect(findBrokenReferences(copied)).toEqual([]);
  });

  test('is by the NAT gateway that was copied along with its zone', () => {
    const copied = duplicated(['zone:vpc-1:us-east-1a'], leaving());
    expect(tableOf(copied, 'app-b')).toBe('rtb-app-b: 0.0.0.0/0 -> nat-b');
    expect(tableOf(copied, 'public-b')).toBe('rtb-public: 0.0.0.0/0 -> igw');
    expect(tableOf(copied, 'db-b')).toBe('rtb-db: ');
    expect(findImpossibilities(copied)).toEqual([]);
  });

  test('stays the first zone’s where the other one has no NAT gateway, and the words say so', () => {
    const from = leaving();
    expect(tableOf(duplicated(['app-a'], from), 'app-b')).toBe('rtb-app-a: 0.0.0.0/0 -> nat-a');
    expect(said(['app-a'], from)).toBe('Duplicate into us-east-1b as app-b; app-b still leaves by nat-a of us-east-1a, for want of one in us-east-1b');
    expect(said(['db-a'], from)).toBe('Duplicate into us-east-1b as db-b');
  });
});
