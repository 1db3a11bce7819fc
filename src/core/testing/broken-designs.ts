import fc from 'fast-check';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Resource } from '../model/resources/index.ts';
import { arbitraryDesign } from './arbitraries.ts';

type Resources = Record<string, Resource>;

const BLOCKS = ['10.1.0.0/15', '10.1.0.0/16', '10.1.1.0/24', '10.1.1.128/25', '10.1.3.0/29', '10.2.0.0/16', '10.9.0.0/24', '172.17.0.0/16', '198.51.100.0/24', '0.0.0.0/0'] as const;
const ADDRESSES = ['10.1.1.0', '10.1.1.1', '10.1.1.10', '10.1.1.255', '10.1.2.77', '10.9.0.4'] as const;
const GONE = ['igw-gone', 'sg-gone', 'rtb-gone', 'acl-gone', 'subnet-gone', 'vpc-gone'] as const;

/** One way to spoil a resource; what does not fit its kind leaves it as it is. */
type Spoil = (resource: Resource) => Resource;

const setBlock =
  (cidr: string): Spoil =>
  (resource) =>
    resource.kind === 'subnet' || resource.kind === 'vpc' ? { ...resource, cidr } : resource;

const addBlock =
  (cidr: string): Spoil =>
  (resource) =>
    resource.kind === 'vpc' ? { ...resource, secondaryCidrs: { ...resource.secondaryCidrs, [asRowId('spoiled')]: { cidr } } } : resource;

const setAddress =
  (address: string): Spoil =>
  (resource) =>
    resource.kind === 'network-interface' ? { ...resource, addresses: { ...resource.addresses, [asRowId('address-1')]: { address, primary: true, public: { address: '203.0.113.1', type: 'elastic' } } } } : resource;

/** Points a reference of the resource at something else. */
const refer =
  (to: string): Spoil =>
  (resource) => {
    const id = asResourceId(to);
    switch (resource.kind) {
      case 'subnet':
        return { ...resource, routeTable: id };
      case 'network-interface':
        return { ...resource, securityGroups: [...resource.securityGroups, id] };
      case 'internet-gateway':
      case 'virtual-private-gateway':
      case 'network-acl':
      case 'security-group':
        return { ...resource, vpc: id };
      case 'route-table':
        return { ...resource, routes: { ...resource.routes, [asRowId('spoiled')]: { destination: '10.1.1.0/25', target: id, origin: 'static' } } };
      case 'vpc':
        return { ...resource, mainRouteTable: id };
      default:
        return resource;
    }
  };

const addRules: Spoil = (resource) => {
  if (resource.kind === 'network-acl') {
    const rule = { number: 100, action: 'deny', protocol: 'tcp', fromPort: 443, toPort: 22, cidr: '0.0.0.0/0' } as const;
    return { ...resource, inbound: { ...resource.inbound, [asRowId('spoiled')]: rule }, outbound: {} };
  }
  if (resource.kind !== 'security-group') return resource;
  const wide = { protocol: 'all', peer: { cidr: '0.0.0.0/0' } } as const;
  return { ...resource, inbound: { ...resource.inbound, [asRowId('spoiled')]: wide, [asRowId('spoiled-2')]: { ...wide, peer: { group: asResourceId('sg-gone') } } } };
};

const setState: Spoil = (resource) => {
  if (resource.kind === 'nat-gateway') return { ...resource, connectivity: 'public', addresses: {} };
  if (resource.kind === 'network-interface') return { ...resource, sourceDestinationCheck: false };
  if (resource.kind === 'instance') return { ...resource, state: 'stopped' };
  return resource.kind === 'vpc' ? { ...resource, enableDnsSupport: false } : resource;
};

const KEYS = ['vpc-1', 'vpc-2', 'subnet-1', 'subnet-2', 'subnet-3', 'rtb-a', 'rtb-main-vpc-1', 'igw-1', 'igw-2', 'nat-1', 'vgw-1', 'acl-a', 'sg-a', 'sg-default-vpc-1', 'i-1', 'eni-i-1', 'eni-i-2', 'cgw-office', 'vpn-office', 'us-east-1', 'eip-1', 'dbsg'] as const;

const spoil: fc.Arbitrary<Spoil | 'remove'> = fc.oneof(
  fc.constant('remove' as const),
  fc.constantFrom(...BLOCKS).map(setBlock),
  fc.constantFrom(...BLOCKS).map(addBlock),
  fc.constantFrom(...ADDRESSES).map(setAddress),
  fc.constantFrom(...GONE, 'igw-1', 'igw-2', 'nat-1', 'vgw-1', 'rtb-main-vpc-2', 'acl-default-vpc-2', 'sg-default-vpc-2', 'vpc-1', 'vpc-2').map(refer),
  fc.constant(addRules),
  fc.constant(setState),
);

/** Kinds of resources that the sound networks do not have: a database, an address nobody holds, a second customer gateway. */
function addMore(resources: Resources): void {
  const [region, vpc] = [asResourceId('us-east-1'), asResourceId('vpc-1')];
  resources['eip-1'] = { kind: 'elastic-ip', name: 'eip-1', region, address: '203.0.113.1' };
  resources['cgw-2'] = { kind: 'customer-gateway', name: 'cgw-2', region };
  resources['dbsg'] = { kind: 'db-subnet-group', name: 'dbsg', vpc, subnets: [asResourceId('subnet-1'), asResourceId('subnet-2')] };
  resources['db-1'] = {
    kind: 'db-instance',
    name: 'db-1',
    engine: 'mysql',
    port: 3306,
    subnetGroup: asResourceId('dbsg'),
    multiAz: true,
    publiclyAccessible: true,
    securityGroups: [asResourceId('sg-a')],
    state: 'available',
  };
}

function applySpoils(design: Design, spoils: readonly (readonly [string, Spoil | 'remove'])[]): Design {
  const resources: Resources = { ...design.resources };
  addMore(resources);
  for (const [key, change] of spoils) {
    const resource = resources[key];
    if (!resource) continue;
    if (change === 'remove') delete resources[key];
    else resources[key] = change(resource);
  }
  return { ...design, resources };
}

/** Designs in which references dangle, blocks overlap, addresses collide and rules contradict each other: valid to read, wrong in many ways. */
export const arbitraryBrokenDesign: fc.Arbitrary<Design> = fc
  .tuple(arbitraryDesign, fc.array(fc.tuple(fc.constantFrom(...KEYS), spoil), { minLength: 1, maxLength: 6 }))
  .map(([design, spoils]) => applySpoils(design, spoils));
