import { describe, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { applianceNetwork } from '../testing/appliance-network.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';
import { dualStackNetwork } from '../testing/dual-stack-network.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import type { Design } from '../model/design.ts';
import { runRules } from '../rules/run-rules.ts';
import { addPart } from './add-part.ts';
import { after, idOf, named, wordsOf } from './designs-for-tests.ts';
import { associateGatewayTable, tableOfGateway } from './gateway-tables.ts';
import { deleteResources } from './delete-resources.ts';
import { exclusionOf, setExclusion } from './public-access-exclusions.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

const random = repeatableNumbers(23);
const id = asResourceId;

/** i-app (private) beside i-web (public) in two zones of vpc-1; nobody has a way out yet but i-web. */
const network = (withGateway = true): Design => {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-app', 'vpc-1', [])
    .subnet('subnet-app', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-app', zone: 'us-east-1a' })
    .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-app', zone: 'us-east-1b' })
    .instance('i-app', { subnet: 'subnet-app', address: '10.0.1.10', groups: ['sg-default-vpc-1'] });
  return (withGateway ? builder.internetGateway('igw-1', 'vpc-1') : builder).build();
};

describe('a regional NAT gateway', () => {
  const add = (design: Design, container: string) => addPart(design, { part: 'regional-nat-gateway', container, random });

  test('has an address in each zone and a table that leads to the internet gateway', () => {
    const result = add(network(), 'vpc-1');
    expect(wordsOf(result)).toBe('Give vpc-1 nat-vpc-1, for its 2 zones');
    const design = after(network(), result);
    const gateway = named(design, 'nat-vpc-1', 'nat-gateway');
    expect(gateway).toMatchObject({ availability: 'regional', connectivity: 'public', vpc: 'vpc-1', autoProvisionZones: true, routeTable: idOf(design, 'rtb-nat-vpc-1') });
    expect(gateway.subnet).toBeUndefined();
    const addresses = Object.values(gateway.addresses);
    expect(addresses.map(({ availabilityZone }) => availabilityZone)).toEqual(['us-east-1a', 'us-east-1b']);
    expect(new Set(addresses.map(({ publicAddress }) => publicAddress)).size).toBe(2);
    expect(Object.values(named(design, 'rtb-nat-vpc-1', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: 'igw-1', origin: 'static' }]);
    expect(runRules(design).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('carries what a route leads to it', () => {
    const made = after(network(), add(network(), 'vpc-1'));
    const resources = { ...made.resources };
    const table = named(made, 'rtb-app', 'route-table');
    const routed: Design = { ...made, resources: { ...resources, [id('rtb-app')]: { ...table, routes: { ['route-1' as keyof typeof table.routes]: { destination: '0.0.0.0/0', target: idOf(made, 'nat-vpc-1'), origin: 'static' } } } } };
    expect([ask(made, 'i-app -> internet tcp 443')[0], ask(routed, 'i-app -> internet tcp 443')]).toEqual(['blocked', ['reachable']]);
  });

  test('goes with its table', () => {
    const made = after(network(), add(network(), 'vpc-1'));
    const gone = after(made, deleteResources(made, { keys: [idOf(made, 'nat-vpc-1')], random }));
    expect(Object.keys(gone.resources).sort()).toEqual(Object.keys(network().resources).sort());
  });

  test.each([
    [network(false), 'vpc-1', 'Give vpc-1 nat-vpc-1, for its 2 zones, without an internet gateway to send to'],
    [network(), 'subnet-app', 'A regional NAT gateway belongs to a VPC, not to subnet subnet-app.'],
    [new EdgeDesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').change('vpc-1', 'vpc', { availabilityZones: [] }).build(), 'vpc-1', 'vpc-1 has no Availability Zone yet; a regional NAT gateway serves the zones of its VPC.'],
  ])('%#: says what comes of it', (design, container, words) => {
    expect(wordsOf(add(design, container))).toBe(words);
  });
});

describe('exclusions of Block Public Access', () => {
  const closed = dualStackNetwork().blockPublicAccess('block-bidirectional', []).build();
  const out = (excluded: string, mode: 'allow-bidirectional' | 'allow-egress' | undefined, design = closed) => setExclusion(design, { excluded: id(excluded), mode });
  const open = after(closed, out('subnet-web', 'allow-bidirectional'));

  test('open a subnet, change, and go again', () => {
    expect(ask(closed, 'i-web -> internet tcp 443')[0]).toBe('blocked');
    expect(ask(open, 'i-web -> internet tcp 443')).toEqual(['reachable']);
    expect(exclusionOf(open, id('subnet-web'))).toMatchObject({ region: 'us-east-1', row: 'exclusion-1', exclusion: { subnet: 'subnet-web', mode: 'allow-bidirectional' } });
    const narrowed = after(open, out('subnet-web', 'allow-egress', open));
    expect(exclusionOf(narrowed, id('subnet-web'))?.exclusion.mode).toBe('allow-egress');
    const gone = after(narrowed, out('subnet-web', undefined, narrowed));
    expect([exclusionOf(gone, id('subnet-web')), named(gone, 'us-east-1', 'region').blockPublicAccessExclusions]).toEqual([undefined, undefined]);
  });

  test('of a VPC and of its subnet stand beside each other', () => {
    const both = after(open, out('vpc-1', 'allow-egress', open));
    expect([exclusionOf(both, id('vpc-1'))?.exclusion, exclusionOf(both, id('subnet-web'))?.exclusion, exclusionOf(both, id('subnet-out'))]).toEqual([{ vpc: 'vpc-1', mode: 'allow-egress' }, { subnet: 'subnet-web', mode: 'allow-bidirectional' }, undefined]);
  });

  test('one that AWS has ended is none', () => {
    const ended = dualStackNetwork().blockPublicAccess('block-bidirectional', [{ vpc: id('vpc-1'), mode: 'allow-egress', state: 'delete-complete' }]).build();
    expect(exclusionOf(ended, id('vpc-1'))).toBeUndefined();
  });

  test.each([
    [out('subnet-web', 'allow-bidirectional'), 'Leave subnet-web out of Block Public Access, both ways'],
    [out('vpc-1', 'allow-egress'), 'Leave vpc-1 out of Block Public Access, for what is opened from inside'],
    [out('subnet-web', undefined, open), 'Remove the exclusion of subnet-web'],
    [out('subnet-web', undefined), 'subnet-web has no exclusion of its own.'],
    [out('subnet-web', 'allow-bidirectional', open), 'subnet-web is left out both ways already.'],
    [out('igw-1', 'allow-egress'), 'igw-1 is no VPC or subnet of a Region in the design.'],
  ])('%#: %s', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});

describe('the table of a gateway', () => {
  const base = dualStackNetwork().routeTable('rtb-edge', 'vpc-1', []).virtualPrivateGateway('vgw-1', 'vpc-1').virtualPrivateGateway('vgw-loose').vpc('vpc-2', '10.9.0.0/16').build();
  const put = (gateway: string, routeTable: string | undefined, design = base) => associateGatewayTable(design, { gateway: id(gateway), routeTable: routeTable === undefined ? undefined : id(routeTable) });
  const gatewaysOf = (design: Design, table: string): readonly ResourceId[] | undefined => named(design, table, 'route-table').gateways;

  test('one table serves several gateways, a gateway has one table', () => {
    const first = after(base, put('igw-1', 'rtb-edge'));
    const both = after(first, put('vgw-1', 'rtb-edge', first));
    expect([gatewaysOf(both, 'rtb-edge'), tableOfGateway(both, id('igw-1'))]).toEqual([['igw-1', 'vgw-1'], 'rtb-edge']);
    const none = after(both, put('igw-1', undefined, both));
    expect([gatewaysOf(none, 'rtb-edge'), tableOfGateway(none, id('igw-1'))]).toEqual([['vgw-1'], undefined]);
  });

  test('decides about what comes in', () => {
    const edges = applianceNetwork().build();
    const gateway = Object.entries(edges.resources).find(([, value]) => value.kind === 'internet-gateway')?.[0] ?? '';
    const table = tableOfGateway(edges, id(gateway));
    expect(table).toBeDefined();
    const without = after(edges, associateGatewayTable(edges, { gateway: id(gateway), routeTable: undefined }));
    expect(tableOfGateway(without, id(gateway))).toBeUndefined();
    expect(after(without, associateGatewayTable(without, { gateway: id(gateway), routeTable: table }))).toEqual(edges);
  });

  test.each([
    [put('igw-1', 'rtb-edge'), 'Put rtb-edge on igw-1'],
    [put('igw-1', undefined), 'igw-1 has no route table.'],
    [put('igw-1', 'rtb-main-vpc-1'), 'rtb-main-vpc-1 cannot be the table of igw-1: it is the main route table of vpc-1.'],
    [put('igw-1', 'rtb-public'), 'rtb-public cannot be the table of igw-1: subnets use it.'],
    [put('igw-1', 'rtb-main-vpc-2'), 'rtb-main-vpc-2 belongs to vpc-2 and igw-1 is attached to vpc-1; a gateway uses a table of its own VPC.'],
    [put('igw-1', 'rtb-edge', dualStackNetwork().routeTable('rtb-edge', 'vpc-1', []).regionalNatGateway('nat-2', { vpc: 'vpc-1', zones: {}, table: 'rtb-edge' }).build()), 'rtb-edge cannot be the table of igw-1: it is the table of nat-2.'],
    [put('vgw-loose', 'rtb-edge'), 'vgw-loose is attached to no VPC, so no table routes what comes in through it.'],
    [put('nat-1', 'rtb-edge'), 'nat-1 is no internet gateway or virtual private gateway.'],
  ])('%#: %s', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});
