import { contains, overlaps } from '../address/cidr.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { findDanglingReferences } from '../lookup/dangling-references.ts';
import type { Design } from '../model/design.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { Subnet, Vpc } from '../model/resources/index.ts';
import { listResources, type Entry } from './draft.ts';
import { isAssignable } from './free-addresses.ts';
import { blockOf, blocksOf, subnetsOf } from './members.ts';

/** Routes to what is gone stay as blackholes, as in AWS; every other reference has to hold. */
export function findBrokenReferences(design: Design): readonly string[] {
  return findDanglingReferences(design)
    .filter(({ at, row }) => {
      const table = design.resources[at];
      return !(table?.kind === 'route-table' && row !== undefined && table.routes[asRowId(row)]?.state === 'blackhole');
    })
    .map(({ at, field, to }) => `${at} ${field} ${to}`);
}

function overlapsOf({ value }: Entry<Subnet>, others: readonly Entry<Subnet>[]): readonly string[] {
  const block = blockOf(value);
  return others.flatMap((other) => {
    const taken = blockOf(other.value);
    return block && taken && overlaps(block, taken) ? [`${value.name} lies over ${other.value.name}`] : [];
  });
}

function ofVpc(design: Design, { id, value }: Entry<Vpc>): readonly string[] {
  const subnets = subnetsOf(design, id);
  const outside = subnets.filter((subnet) => {
    const block = blockOf(subnet.value);
    return block && !blocksOf(value).some((outer) => contains(outer, block));
  });
  const double = (['internet-gateway', 'virtual-private-gateway'] as const).filter((kind) => listResources(design, kind).filter((gateway) => gateway.value.vpc === id).length > 1);
  return [
    ...outside.map((subnet) => `${subnet.value.name} lies outside ${value.name}`),
    ...subnets.flatMap((subnet, index) => overlapsOf(subnet, subnets.slice(index + 1))),
    ...double.map((kind) => `${value.name} has two gateways of kind ${kind}`),
  ];
}

interface Held {
  readonly who: string;
  readonly subnet: ResourceId | undefined;
  readonly privateAddress: string | undefined;
  readonly publicAddress: string | undefined;
}

function allHeld(design: Design): readonly Held[] {
  const ofInterfaces = listResources(design, 'network-interface').flatMap(({ value }) =>
    Object.values(value.addresses).map((row) => ({ who: value.name, subnet: value.subnet, privateAddress: row.address, publicAddress: row.public?.address })),
  );
  const ofNatGateways = listResources(design, 'nat-gateway').flatMap(({ value }) =>
    Object.values(value.addresses).map((row) => ({ who: value.name, subnet: value.subnet, privateAddress: row.privateAddress, publicAddress: row.publicAddress })),
  );
  const allocated = listResources(design, 'elastic-ip').map(({ value }) => ({ who: value.name, subnet: undefined, privateAddress: undefined, publicAddress: value.address }));
  return [...ofInterfaces, ...ofNatGateways, ...allocated];
}

function standsOutside(design: Design, { subnet, privateAddress }: Held): boolean {
  const home = subnet === undefined ? undefined : design.resources[subnet];
  const block = home?.kind === 'subnet' ? blockOf(home) : undefined;
  return privateAddress !== undefined && block !== undefined && !isAssignable(block, parseIpv4(privateAddress) ?? -1);
}

function ofAddresses(design: Design): readonly string[] {
  const held = allHeld(design);
  const keys = held.flatMap(({ who, subnet, privateAddress, publicAddress }) => [
    ...(privateAddress === undefined ? [] : [{ key: `${subnet ?? ''} ${privateAddress}`, who }]),
    ...(publicAddress === undefined ? [] : [{ key: publicAddress, who }]),
  ]);
  const twice = keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index);
  return [
    ...held.filter((one) => standsOutside(design, one)).map(({ who, privateAddress }) => `${who} has ${privateAddress ?? ''} outside its subnet`),
    ...twice.map(({ key, who }) => `${who} holds ${key}, which somebody else holds`),
  ];
}

/** What a resource uses of another VPC than its own. */
function acrossVpcs(design: Design): readonly string[] {
  const vpcOf = (id: ResourceId | undefined): string | undefined => {
    const resource = id === undefined ? undefined : design.resources[id];
    return resource && 'vpc' in resource ? resource.vpc : undefined;
  };
  const ofSubnets = listResources(design, 'subnet').flatMap(({ value }) => [value.routeTable, value.networkAcl].filter((used) => used !== undefined && vpcOf(used) !== value.vpc).map(() => `${value.name} uses a table or ACL of another VPC`));
  const ofInterfaces = listResources(design, 'network-interface').flatMap(({ value }) =>
    value.securityGroups.filter((group) => vpcOf(group) !== vpcOf(value.subnet)).map(() => `${value.name} is in a group of another VPC`),
  );
  const ofDbGroups = listResources(design, 'db-subnet-group').flatMap(({ value }) =>
    value.subnets.filter((subnet) => vpcOf(subnet) !== value.vpc).map((subnet) => `${value.name} holds ${subnet} of another VPC`),
  );
  return [...ofSubnets, ...ofInterfaces, ...ofDbGroups];
}

/** What AWS would never let be: addresses outside their subnet or held twice, subnets outside their VPC or over each other. */
export function findImpossibilities(design: Design): readonly string[] {
  return [...listResources(design, 'vpc').flatMap((vpc) => ofVpc(design, vpc)), ...ofAddresses(design), ...acrossVpcs(design)];
}
