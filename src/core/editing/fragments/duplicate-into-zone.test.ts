import { describe, expect, test } from 'vitest';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
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
