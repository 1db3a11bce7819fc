import { addressCount, type Cidr } from '../address/cidr.ts';
import { RESERVED_ADDRESS_COUNT } from '../aws/reserved-addresses.ts';
import type { Report, ResourceFacts, SecurityGroupFacts, SubnetFacts, VpcFacts } from '../findings/report.ts';
import type { Design } from '../model/design.ts';
import { buildLookup } from './build-lookup.ts';
import type { Lookup, SubnetEntry, VpcEntry } from './entries.ts';
import { resolveTarget } from './route-target.ts';

const countIpv4 = (blocks: readonly Cidr[]): number =>
  blocks.reduce((sum, block) => (block.family === 4 ? sum + addressCount(block) : sum), 0);

/** Whether a subnet is public, and the sentence that says why: a route to an attached internet gateway, nothing else. */
export function judgeExposure(lookup: Lookup, subnet: SubnetEntry): Pick<SubnetFacts, 'exposure' | 'because'> {
  const { routeTable, vpc } = subnet;
  if (!routeTable) {
    return { exposure: 'undetermined', because: `No route table of ${lookup.nameOf(vpc.id)} is known, so it cannot be said whether ${lookup.nameOf(subnet.id)} is public.` };
  }
  const name = lookup.nameOf(routeTable.id);
  for (const route of Object.values(routeTable.value.routes)) {
    const target = resolveTarget(lookup, vpc, route);
    if (target.kind === 'internet-gateway') {
      return { exposure: 'public', because: `${name} sends ${route.destination} to ${lookup.nameOf(target.id)}.` };
    }
  }
  return { exposure: 'private', because: `${name} has no route to an attached internet gateway.` };
}

function countUsed(subnet: SubnetEntry, natAddresses: ReadonlyMap<SubnetEntry, number>): number {
  let used = natAddresses.get(subnet) ?? 0;
  for (const entry of subnet.interfaces) {
    for (const held of entry.addresses) if (typeof held.address === 'number') used += 1;
  }
  return used;
}

function describeSubnet(lookup: Lookup, subnet: SubnetEntry, natAddresses: ReadonlyMap<SubnetEntry, number>): SubnetFacts {
  const { routeTable, networkAcl } = subnet;
  const used = countUsed(subnet, natAddresses);
  const total = countIpv4(subnet.blocks);
  return {
    kind: 'subnet',
    ...judgeExposure(lookup, subnet),
    used,
    free: total === 0 ? 0 : Math.max(0, total - RESERVED_ADDRESS_COUNT - used),
    ...(routeTable && { routeTable: { id: routeTable.id, via: routeTable.via } }),
    ...(networkAcl && { networkAcl: { id: networkAcl.id, via: networkAcl.via } }),
  };
}

function describeVpc(vpc: VpcEntry): VpcFacts {
  const allocated = vpc.subnets.reduce((sum, subnet) => sum + countIpv4(subnet.blocks), 0);
  return { kind: 'vpc', allocated, free: Math.max(0, countIpv4(vpc.blocks) - allocated) };
}

function describeGroup(lookup: Lookup, id: SecurityGroupFacts['members'][number]): SecurityGroupFacts {
  return { kind: 'security-group', members: (lookup.groupMembers.get(id) ?? []).map((entry) => entry.id) };
}

function countNatAddresses(lookup: Lookup): ReadonlyMap<SubnetEntry, number> {
  const counts = new Map<SubnetEntry, number>();
  for (const { subnet, value, addresses } of lookup.natGateways.values()) {
    if (subnet && value.state !== 'deleted') counts.set(subnet, (counts.get(subnet) ?? 0) + addresses.length);
  }
  return counts;
}

const factsOfResources = new WeakMap<object, Report['facts']>();

/** Everything computed about the resources of a design that boxes and forms show. Keyed by resource id. */
export function computeFacts(design: Design): Report['facts'] {
  const known = factsOfResources.get(design.resources);
  if (known) return known;
  const lookup = buildLookup(design);
  const natAddresses = countNatAddresses(lookup);
  const facts: Record<string, ResourceFacts> = {};
  for (const vpc of lookup.vpcs.values()) facts[vpc.id] = describeVpc(vpc);
  for (const subnet of lookup.subnets.values()) facts[subnet.id] = describeSubnet(lookup, subnet, natAddresses);
  for (const { id } of lookup.byKind['security-group']) facts[id] = describeGroup(lookup, id);
  factsOfResources.set(design.resources, facts);
  return facts;
}

/** What was computed for these resources already; `undefined` where nobody has asked. */
export const knownFacts = ({ resources }: Design): Report['facts'] | undefined => factsOfResources.get(resources);

/** Takes over facts that follow from those of an earlier version of the design. */
export function keepFacts({ resources }: Design, facts: Report['facts']): void {
  factsOfResources.set(resources, facts);
}
