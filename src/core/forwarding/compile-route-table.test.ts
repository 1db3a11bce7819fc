import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { compileRouteTable } from './compile-route-table.ts';

const network = (lines: readonly string[]): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16', { secondaryCidrs: { [asRowId('second')]: { cidr: '10.8.0.0/16' } }, ipv6Cidrs: { [asRowId('six')]: { cidr: '2001:db8:0:100::/56' } } })
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5', public: '203.0.113.5' })
    .prefixList('pl-1', ['10.9.0.0/16', '2001:db8:9::/48'])
    .prefixList('pl-2', ['10.9.0.0/16'])
    .prefixList('pl-unknown')
    .routeTable('rtb-1', 'vpc-1', lines);

function compiled(builder: DesignBuilder) {
  const lookup = buildLookup(builder.build());
  const vpc = lookup.vpcs.get(asResourceId('vpc-1'));
  const table = lookup.byKind['route-table'].find(({ id }) => id === 'rtb-1');
  if (!vpc || !table) throw new Error('The VPC and its table are there.');
  return compileRouteTable(lookup, vpc, table);
}

const rowsOf = (lines: readonly string[], family: 4 | 6 = 4): readonly string[] => compiled(network(lines)).routes[family].map(({ row }) => row);
const LOCAL = ['local:10.0.0.0/16', 'local:10.8.0.0/16'];

// The most specific route wins; of equal ones the local route, then static routes, then prefix lists, then propagated routes
// (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
describe('a route table is tried in this order', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['each block of the VPC has a local route', [], LOCAL],
    ['the longer one comes first', ['0.0.0.0/0 -> igw-1', '10.9.0.0/24 -> vgw-1'], ['route-2', ...LOCAL, 'route-1']],
    ['one that is longer than the local route comes before it', ['10.0.1.0/24 -> nat-1'], ['route-1', ...LOCAL]],
    ['one to a block of the VPC stands for its local route', ['10.8.0.0/16 -> nat-1'], ['local:10.0.0.0/16', 'route-1']],
    ['a propagated one inside the VPC is not tried', ['10.0.1.0/24 -> vgw-1 propagated'], LOCAL],
    ['a propagated one elsewhere is', ['10.9.1.0/24 -> vgw-1 propagated'], ['route-1', ...LOCAL]],
    ['a static one comes before a propagated one', ['10.9.1.0/24 -> vgw-1 propagated', '10.9.1.0/24 -> nat-1'], ['route-2', 'route-1', ...LOCAL]],
    ['a prefix list comes before a propagated one', ['10.9.0.0/16 -> vgw-1 propagated', 'pl-1 -> nat-1'], [...LOCAL, 'route-2', 'route-1']],
    ['a static one comes before a prefix list', ['pl-1 -> nat-1', '10.9.0.0/16 -> vgw-1'], [...LOCAL, 'route-2', 'route-1']],
  ])('%s', (_, lines, expected) => {
    expect(rowsOf(lines)).toEqual(expected);
  });

  test('each family by itself', () => {
    expect(rowsOf(['::/0 -> igw-1', '0.0.0.0/0 -> igw-1', 'pl-1 -> nat-1'], 6)).toEqual(['local:2001:db8:0:100::/56', 'route-3', 'route-1']);
  });

  test('a prefix list of which nobody knows what it holds is told', () => {
    expect(compiled(network(['pl-unknown -> nat-1', 'pl-1 -> nat-1'])).prefixListRows).toEqual(['route-1']);
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html: lists that overlap and lead elsewhere: AWS picks.
  test.each<[string, readonly string[], boolean]>([
    ['two lists of one block that lead elsewhere', ['pl-1 -> nat-1', 'pl-2 -> vgw-1'], true],
    ['two lists of one block that lead to the same', ['pl-1 -> nat-1', 'pl-2 -> nat-1'], false],
    ['one list', ['pl-2 -> nat-1'], false],
  ])('%s: contested is %s', (_, lines, expected) => {
    expect(compiled(network(lines)).routes[4].some(({ isContested }) => isContested === true)).toBe(expected);
  });
});

// A propagated route goes with the connection it was learnt from
// (https://docs.aws.amazon.com/vpn/latest/s2svpn/delete-vpn.html).
describe('a propagated route', () => {
  const learnt = (builder: DesignBuilder) => compiled(builder).routes[4].some(({ row }) => row === 'route-1');
  const office = (state: 'available' | 'deleted', key = 'office') => (builder: DesignBuilder) => {
    const built = builder.office(key, { gateway: 'vgw-1', cidr: '192.168.0.0/16', staticRoutes: ['192.168.0.0/16'] });
    const connection = built.build().resources[asResourceId(`vpn-${key}`)];
    return connection?.kind === 'vpn-connection' ? built.add(`vpn-${key}`, { ...connection, state }) : built;
  };
  const start = () => network(['192.168.0.0/16 -> vgw-1 propagated']);
  test.each<[string, DesignBuilder, boolean]>([
    ['stays with its connection', office('available')(start()), true],
    ['goes with it', office('deleted')(start()), false],
    ['stays with one of two', office('available', 'second')(office('deleted')(start())), true],
    ['stays where no connection is drawn', start(), true],
    ['stays with Direct Connect', office('deleted')(start()).directConnectGateway('dxgw-1', { 'vgw-1': ['10.0.0.0/16'] }), true],
  ])('%s', (_, builder, expected) => {
    expect(learnt(builder)).toBe(expected);
  });
});
