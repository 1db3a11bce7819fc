import { describe, expect, test } from 'vitest';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { applyFix } from '../testing/rule-tester.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { listExposure } from '../exposure/list-exposure.ts';

/** A private subnet without a way out, and one with a NAT gateway. */
function network(): DesignBuilder {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-private', 'vpc-1', [])
    .routeTable('rtb-nat', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('subnet-public', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('subnet-private', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-private' })
    .subnet('subnet-nat', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-nat' })
    .natGateway('nat-1', { subnet: 'subnet-public', address: '10.0.1.200', public: '203.0.113.200' })
    .group('sg-app', 'vpc-1', { inbound: [] })
    .instance('i-private', { subnet: 'subnet-private', address: '10.0.2.10', groups: ['sg-app'] })
    .instance('i-nat', { subnet: 'subnet-nat', address: '10.0.3.10', groups: ['sg-app'] });
}

const gateway = (change: (builder: DesignBuilder) => void = () => undefined, more = {}): Design => {
  const builder = network().vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-private', 'rtb-nat'], more });
  change(builder);
  return builder.build();
};

const codes = (design: Design, words: string): readonly string[] => answerOf(design, question(words)).blockers.map(({ code }) => code);

describe('a gateway endpoint', () => {
  test.each(['s3', 'com.amazonaws.us-east-1.s3', 's3.us-east-1.amazonaws.com', 'vpce-s3'])('leads to its service, asked for as %s', (name) => {
    expect(ask(gateway(), `i-private -> ${name} tcp 443`)).toEqual(['reachable']);
  });

  test('wins against the NAT gateway, and tells so', () => {
    const { paths } = answerOf(gateway(), question('i-nat -> s3 tcp 443'));
    const hops = paths[0]?.hops.map(({ resource }) => resource) ?? [];
    expect(hops).toContain('vpce-s3');
    expect(hops).not.toContain('nat-1');
    expect(JSON.stringify(paths)).not.toContain('240.');
  });

  test('leads to its own service in its own Region only; the rest goes the internet’s way', () => {
    expect(ask(gateway(), 'i-private -> dynamodb tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
    expect(ask(gateway(), 'i-private -> com.amazonaws.eu-west-1.s3 tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
    expect(ask(gateway(), 'i-nat -> dynamodb tcp 443')).toEqual(['reachable']);
    expect(ask(network().build(), 'i-nat -> s3 tcp 443')).toEqual(['reachable']);
  });

  test('is put into the table that lacks it by a fix', () => {
    const design = gateway(() => undefined, { routeTables: [] });
    const fix = answerOf(design, question('i-private -> s3 tcp 443')).blockers[0]?.fixes[0];
    expect(fix?.title).toBe('Put vpce-s3 into rtb-private');
    if (fix) expect(ask(applyFix(design, fix), 'i-private -> s3 tcp 443')).toEqual(['reachable']);
  });

  test('is asked for by its service’s name, though its prefix list is called so', () => {
    const design = gateway((builder) => builder.add('pl-s3', { kind: 'prefix-list', name: 'com.amazonaws.us-east-1.s3', owner: 'AWS' }));
    expect(ask(design, 'i-private -> com.amazonaws.us-east-1.s3 tcp 443')).toEqual(['reachable']);
  });

  test('that stands in no table is missed by the table of the one who asks, not by the NAT gateway’s', () => {
    expect(ask(gateway(() => undefined, { routeTables: [] }), 'i-nat -> vpce-s3 tcp 443')).toEqual(['blocked', 'request route-table rtb-nat']);
  });

  test('that stands in no table of the subnet is not used', () => {
    const design = gateway(() => undefined, { routeTables: ['rtb-nat'] });
    expect(ask(design, 'i-private -> s3 tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
    expect(ask(design, 'i-private -> vpce-s3 tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
    expect(codes(gateway(() => undefined, { routeTables: [] }), 'i-nat -> vpce-s3 tcp 443')).toEqual(['X_ENDPOINT_NOT_IN_TABLE']);
  });

  test.each<[string, string, object, string]>([
    ['UDP', 'udp 53', {}, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION'],
    ['while it is pending', 'tcp 443', { state: 'pending' }, 'BAD_STATE'],
  ])('does not carry %s', (_, traffic, more, code) => {
    expect(codes(gateway(() => undefined, more), `i-private -> s3 ${traffic}`)).toEqual([code]);
  });

  test('carries pings', () => {
    expect(ask(gateway(), 'i-private -> s3 icmp')).toEqual(['reachable']);
  });

  test('opens no connections', () => {
    expect(codes(gateway(), 'vpce-s3 -> i-private tcp 443')).toEqual(['VPCE_INTRA_VPC_TRAFFIC']);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['its prefix list is reachable', ['tcp 443 to pl-s3'], ['reachable']],
    ['everything is reachable', ['tcp 443 to 0.0.0.0/0'], ['reachable']],
    ['private addresses alone is not', ['tcp 443 to 10.0.0.0/8'], ['blocked', 'request security-group sg-app']],
    ['a public block is not known', ['tcp 443 to 52.216.0.0/15'], ['undetermined', 'request security-group sg-app']],
  ])('a group that lets out to %s', (_, outbound, expected) => {
    const design = gateway((b) => b.group('sg-app', 'vpc-1', { inbound: [], outbound }).prefixList('pl-s3'), { prefixList: 'pl-s3' });
    expect(ask(design, 'i-private -> s3 tcp 443')).toEqual(expected);
  });

  test('with known entries, its addresses are those of the list', () => {
    const design = gateway((b) => b.prefixList('pl-s3', ['52.216.0.0/15', '3.5.0.0/19']).group('sg-app', 'vpc-1', { inbound: [], outbound: ['tcp 443 to pl-s3'] }), { prefixList: 'pl-s3' });
    expect(ask(design, 'i-private -> s3 tcp 443')).toEqual(['reachable']);
    expect(ask(design, 'i-private -> 52.216.4.4 tcp 443')).toEqual(['reachable']);
    expect(ask(design, 'i-private -> 8.8.8.8 tcp 443')[0]).toBe('blocked');
  });

  test('network ACLs judge the service’s public addresses, there and back', () => {
    const acl = (inbound: readonly string[]): Design => gateway((b) => b.networkAcl('acl-default-vpc-1', 'vpc-1', { inbound, outbound: ['100 allow tcp 443 to 0.0.0.0/0'] }));
    expect(ask(acl(['100 allow tcp 1024-65535 from 0.0.0.0/0']), 'i-private -> s3 tcp 443')).toEqual(['reachable']);
    expect(ask(acl(['100 allow all from 10.0.0.0/16']), 'i-private -> s3 tcp 443')).toEqual(['blocked', 'reply network-acl acl-default-vpc-1']);
  });

  test('is of no use over a peering', () => {
    const design = gateway((b) => b.vpc('vpc-2', '10.2.0.0/16').routeTable('rtb-2', 'vpc-2', ['0.0.0.0/0 -> pcx-1']).subnet('subnet-2', { vpc: 'vpc-2', cidr: '10.2.1.0/24', table: 'rtb-2' }).peering('pcx-1', { requester: 'vpc-2', accepter: 'vpc-1' }).group('sg-2', 'vpc-2', { inbound: [] }).instance('i-2', { subnet: 'subnet-2', address: '10.2.1.10', groups: ['sg-2'] }));
    expect(ask(design, 'i-2 -> s3 tcp 443')).toEqual(['blocked', 'request vpc-peering-connection pcx-1']);
  });

  test('by an imported route to its prefix list, it is used though the entries are not known', () => {
    const design = gateway((b) => b.routeTable('rtb-private', 'vpc-1', ['pl-s3 -> vpce-s3']), { routeTables: [] });
    expect(ask(design, 'i-private -> s3 tcp 443')).toEqual(['reachable']);
  });
});

const LISTED = { kind: 'prefix-list', name: 'com.amazonaws.us-east-1.s3', owner: 'AWS', entries: { [asRowId('entry-1')]: { cidr: '52.216.0.0/15' } } } as const;

describe('the addresses of a service that a gateway endpoint leads to', () => {
  const design = network()
    .add('pl-s3', LISTED)
    .group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] })
    .instance('i-web', { subnet: 'subnet-public', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10' })
    .vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-private', 'rtb-public'], more: { prefixList: asResourceId('pl-s3') } })
    .build();

  test.each([
    ['internet -> i-web tcp 443', ['reachable']],
    ['i-web -> internet tcp 443', ['reachable']],
    ['i-private -> internet tcp 443', ['blocked', 'request route-table rtb-private']],
    ['i-private -> 52.216.0.9 tcp 443', ['reachable']],
    ['i-private -> s3 tcp 443', ['reachable']],
  ])('are not meant by the internet at large: %s', (words, expected) => {
    expect(ask(design, words)).toEqual(expected);
  });

  test('are exposed to like any others', () => {
    const rows = listExposure(design);
    const from = rows.ok ? rows.value.flatMap((row) => (row.resource === 'i-web' ? row.from : [])) : [];
    expect(from).toEqual(['0.0.0.0/0']);
  });
});

describe('an interface endpoint', () => {
  const endpoint = (inbound: readonly string[] = ['tcp 443 from 10.0.0.0/16'], more = {}, change: (builder: DesignBuilder) => void = () => undefined): Design => {
    const builder = network().group('sg-vpce', 'vpc-1', { inbound }).vpcEndpoint('vpce-ssm', { vpc: 'vpc-1', service: 'ssm', subnets: ['subnet-private'], groups: ['sg-vpce'], more });
    change(builder);
    return builder.build();
  };

  test('is reached by its id, and by its service’s name with private DNS', () => {
    expect(ask(endpoint(), 'i-nat -> vpce-ssm tcp 443')).toEqual(['reachable']);
    expect(ask(endpoint(), 'i-private -> com.amazonaws.us-east-1.ssm tcp 443')).toEqual(['reachable']);
    const without = endpoint(undefined, { privateDns: false });
    expect(ask(without, 'i-private -> com.amazonaws.us-east-1.ssm tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
    const withoutDns = endpoint(undefined, {}, (b) => b.vpc('vpc-1', '10.0.0.0/16', { enableDnsHostnames: false }));
    expect(ask(withoutDns, 'i-private -> com.amazonaws.us-east-1.ssm tcp 443')).toEqual(['blocked', 'request route-table rtb-private']);
  });

  test('has groups that have to admit 443', () => {
    expect(ask(endpoint([]), 'i-private -> vpce-ssm tcp 443')).toEqual(['blocked', 'request security-group sg-vpce']);
    expect(codes(endpoint(['all from 10.0.0.0/16']), 'i-private -> vpce-ssm tcp 80')).toEqual(['X_ENDPOINT_PORT']);
    expect(codes(endpoint(['all from 10.0.0.0/16']), 'i-private -> vpce-ssm udp 443')).toEqual(['PROTOCOL_RESTRICTION']);
    expect(codes(endpoint(['all from 10.0.0.0/16'], { state: 'pendingAcceptance' }), 'i-private -> vpce-ssm tcp 443')).toEqual(['BAD_STATE']);
  });

  test('opens no connections', () => {
    expect(codes(endpoint(), 'vpce-ssm -> i-private tcp 443')).toEqual(['VPCE_INTRA_VPC_TRAFFIC', 'SG_HAS_NO_RULES']);
  });

  test('is reached over a peering', () => {
    const design = endpoint(['tcp 443 from 10.0.0.0/8'], {}, (b) =>
      b.routeTable('rtb-private', 'vpc-1', ['10.2.0.0/16 -> pcx-1']).vpc('vpc-2', '10.2.0.0/16').routeTable('rtb-2', 'vpc-2', ['10.0.0.0/16 -> pcx-1']).subnet('subnet-2', { vpc: 'vpc-2', cidr: '10.2.1.0/24', table: 'rtb-2' }).peering('pcx-1', { requester: 'vpc-2', accepter: 'vpc-1' }).group('sg-2', 'vpc-2', { inbound: [] }).instance('i-2', { subnet: 'subnet-2', address: '10.2.1.10', groups: ['sg-2'] }),
    );
    expect(ask(design, 'i-2 -> vpce-ssm tcp 443')).toEqual(['reachable']);
  });
});

test('what a Gateway Load Balancer endpoint leads to is not known', () => {
  const design = network()
    .vpcEndpoint('vpce-fw', { vpc: 'vpc-1', service: 'com.amazonaws.vpce.us-east-1.vpce-svc-1', subnets: ['subnet-public'], more: { type: 'gateway-load-balancer' } })
    .routeTable('rtb-private', 'vpc-1', ['0.0.0.0/0 -> vpce-fw'])
    .build();
  expect(ask(design, 'i-private -> 8.8.8.8 tcp 443')).toEqual(['undetermined', 'request vpc-endpoint vpce-fw']);
  expect(codes(design, 'i-private -> 8.8.8.8 tcp 443')).toEqual(['PATH_THROUGH_GWLB_NOT_CHECKED']);
});
