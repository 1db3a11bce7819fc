import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { answerOf } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { findEphemeralMatrix } from './ephemeral-matrix.ts';

// Ranges of the client classes: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html

const acl = asResourceId('acl-1');

const withAcl = (outbound: readonly string[], inbound: readonly string[] = ['100 allow all']): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-1', 'vpc-1', { inbound, outbound })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public', acl: 'acl-1' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 443'] })
    .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10', isElastic: true })
    .build();

type Direction = 'inbound' | 'outbound';
const cells = (design: Design, direction: Direction) => findEphemeralMatrix(buildLookup(design), acl)?.rows.map(({ client, cells: all }) => ({ client, cell: all.find((cell) => cell.direction === direction) })) ?? [];
const passes = (design: Design, direction: Direction): string => cells(design, direction).map(({ cell }) => cell?.passes).join(' ');

describe('which replies a network ACL lets pass: Linux, Windows, load balancer, NAT gateway, Lambda', () => {
  const cases: readonly (readonly [outbound: readonly string[], expected: string])[] = [
    [['100 allow all'], 'all all all all all'],
    [['100 allow tcp 1024-65535'], 'all all all all all'],
    [[], 'none none none none none'],
    [['100 allow udp 1024-65535'], 'none none none none none'],
    [['100 allow tcp 32768-60999'], 'all some some some some'],
    [['100 allow tcp 49152-65535'], 'some all some some some'],
    [['100 allow tcp 1025-65535'], 'all all some some some'],
    [['100 allow tcp 1024-65535 to 10.0.1.0/24'], 'inside-vpc inside-vpc inside-vpc inside-vpc inside-vpc'],
    [['90 deny tcp 50000 to 0.0.0.0/0', '100 allow all'], 'some some some some some'],
    [['100 allow all', '110 deny tcp 50000 to 0.0.0.0/0'], 'all all all all all'],
    [['100 allow all to ::/0'], 'none none none none none'],
  ];
  test.each(cases)('out: %j', (outbound, expected) => {
    expect(passes(withAcl(outbound), 'outbound')).toBe(expected);
    expect(passes(withAcl(['100 allow all'], outbound), 'inbound')).toBe(expected);
  });

  test('says which ports are missing', () => {
    const missing = cells(withAcl(['100 allow tcp 32768-60999']), 'outbound').map(({ client, cell }) => [client, cell?.missing]);
    const rest = [[1024, 32_767], [61_000, 65_535]];
    expect(missing).toEqual([['linux', []], ['windows', [[61_000, 65_535]]], ['elb', rest], ['nat', rest], ['lambda', rest]]);
  });

  test('the fix of a cell lets its replies pass', () => {
    const design = withAcl(['100 allow tcp 443']);
    for (const [index, { cell }] of cells(design, 'outbound').entries()) {
      expect(cell?.fixes).toHaveLength(1);
      const applied = applyPatch(design, cell?.fixes[0]?.patch ?? []);
      expect(applied.ok && passes(applied.document, 'outbound').split(' ')[index]).toBe('all');
    }
  });

  test('a deny that somebody wrote is not undone', () => {
    expect(cells(withAcl(['90 deny tcp 50000 to 0.0.0.0/0', '100 allow all']), 'outbound').map(({ cell }) => cell?.fixes.length)).toEqual([0, 0, 0, 0, 0]);
  });

  test('what is no network ACL has none', () => {
    expect(findEphemeralMatrix(buildLookup(withAcl([])), asResourceId('vpc-1'))).toBeUndefined();
  });

  test.each(['linux', 'windows', 'elb', 'nat', 'lambda'] as const)('agrees with the verdict for %s', (client) => {
    for (const outbound of cases.map(([lines]) => lines)) {
      const design = withAcl(outbound);
      const answer = answerOf(design, { from: 'internet', to: 'i-web', protocol: 'tcp', port: 443, client });
      const cell = cells(design, 'outbound').find((each) => each.client === client)?.cell;
      expect([outbound, answer.verdict]).toEqual([outbound, cell?.passes === 'all' ? 'reachable' : cell?.passes === 'some' ? 'ambiguous' : 'blocked']);
      expect(answer.ephemeral?.map(({ networkAcl }) => networkAcl)).toEqual(answer.verdict === 'reachable' ? undefined : ['acl-1']);
    }
  });
});
