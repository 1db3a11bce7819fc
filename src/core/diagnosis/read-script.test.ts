import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { readScript } from './read-script.ts';

const web = asResourceId('web');

function network(userData: string, { operatingSystem = 'amazon-linux-2023', isPublic = true }: { readonly operatingSystem?: Instance['operatingSystem']; readonly isPublic?: boolean } = {}) {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-1', 'vpc-1', isPublic ? ['0.0.0.0/0 -> igw-1'] : [])
    .routeTable('rtb-nat', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-nat', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-nat' })
    .natGateway('nat-1', { subnet: 'subnet-nat', address: '10.0.0.5', public: '203.0.113.5' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 80'] })
    .instance('web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], ...(isPublic && { public: '203.0.113.10' }), more: { userData, operatingSystem } })
    .build();
}

describe('a script where it stands', () => {
  test('what is wrong, with a change that mends it', () => {
    const design = network('#!/bin/bash\ndnf install httpd\nsystemctl enable --now httpd\n');
    const reading = readScript(buildLookup(design), web);
    expect(reading).toMatchObject({
      isWhole: true,
      remarks: [{ line: 2, code: 'X_USERDATA_INTERACTIVE', harm: 'stops', fixes: [{ title: 'Add -y in line 2' }] }],
      understood: ['Installs httpd.', 'Starts httpd in line 3: it listens on TCP 80.'],
    });
    const applied = applyPatch(design, reading?.remarks[0]?.fixes[0]?.patch ?? []);
    expect(applied.ok && readScript(buildLookup(applied.document), web)?.remarks).toEqual([]);
  });

  test('what is out of reach, with the place of the network that decides', () => {
    const reading = readScript(buildLookup(network('#!/bin/bash\ndnf install -y httpd\n', { isPublic: false })), web);
    expect(reading?.remarks.map(({ sentence, harm }) => [sentence, harm])).toEqual([
      ['Line 2 (dnf install -y httpd) needs the package repositories, and there is no way. rtb-1, the route table of subnet-a, has no route for the internet.', 'stops'],
    ]);
    expect(reading?.remarks[0]?.fixes.length).toBeGreaterThan(0);
  });

  test.each([
    ['nothing at all', '', true],
    ['a language that is not read', '#!/usr/bin/env python3\nprint(1)\n', false],
  ])('%s', (_, script, isWhole) => {
    expect(readScript(buildLookup(network(script)), web)).toEqual({ instance: web, remarks: [], understood: [], isWhole });
  });

  test('only instances have one', () => {
    expect(readScript(buildLookup(network('')), asResourceId('vpc-1'))).toBeUndefined();
  });
});
