import { containsAddress } from '../address/cidr.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { compileRouteTable } from '../forwarding/compile-route-table.ts';
import { pickRoutes } from '../forwarding/pick-route.ts';
import type { AddressNumber, Lookup, SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import { isEnded, peeringFrom } from '../lookup/vpc-peerings.ts';
import { asResourceId } from '../model/ids.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Endpoint } from './endpoint.ts';
import { resolveEndpoint } from './resolve-endpoint.ts';
import { isEndKind } from './resolve-resource.ts';
import { serviceFrom } from './services/service-endpoint.ts';
import { onlyAddress } from './split-parcels.ts';

function subnetOf(from: Endpoint): SubnetEntry | undefined {
  if (from.kind === 'interfaces') return from.interfaces[0]?.subnet;
  if (from.kind === 'host') return from.subnet;
  return from.kind === 'nat-gateway' ? from.natGateway.subnet : undefined;
}

const vpcOf = (from: Endpoint): VpcEntry | undefined => subnetOf(from)?.vpc ?? (from.kind === 'nat-gateway' ? from.natGateway.vpc : undefined);

/** Whether a text is the id of a resource, or the name of one that a connection can end at: a service and its prefix list are called alike. */
const isNamed = (lookup: Lookup, text: string): boolean => lookup.resource(text) !== undefined || Object.values(lookup.design.resources).some(({ name, kind }) => name === text && isEndKind(kind));

const holds = (vpc: VpcEntry, address: AddressNumber): boolean => vpc.subnets.some(({ blocks }) => blocks.some((block) => containsAddress(block, address)));

function onlyPeerWith(lookup: Lookup, near: VpcEntry, address: AddressNumber): VpcEntry | undefined {
  const peered = (lookup.peeringsOfVpc.get(near.id) ?? []).flatMap(({ value }) => (isEnded(value) ? [] : (peeringFrom(lookup, value, near.id)?.far.vpc ?? [])));
  const holders = new Set(peered.filter((vpc) => holds(vpc, address)));
  return holders.size === 1 ? [...holders][0] : undefined;
}

/** The peered VPC in which an address lies: the one the source's routes lead to, else the only one that has it. */
function peeredVpcWith(lookup: Lookup, from: Endpoint, address: AddressNumber): VpcEntry | 'unseen' | undefined {
  const subnet = subnetOf(from);
  if (!subnet) return undefined;
  const table = compileRouteTable(lookup, subnet.vpc, subnet.routeTable);
  const [pick] = pickRoutes(table.routes[typeof address === 'number' ? 4 : 6], onlyAddress(address));
  const target = pick?.route?.target;
  if (target?.kind !== 'vpc-peering-connection') return onlyPeerWith(lookup, subnet.vpc, address);
  const { vpc } = target.far;
  if (!vpc) return 'unseen';
  return holds(vpc, address) ? vpc : undefined;
}

/**
 * The Route 53 Resolver of a VPC, two above the start of its primary block; neither groups nor ACLs stop what its own
 * machines send there (https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html).
 */
function resolverOf(vpc: VpcEntry | undefined, text: string): Endpoint | undefined {
  if (vpc === undefined) return undefined;
  const bare = text.startsWith(`${vpc.id}:`) ? text.slice(vpc.id.length + 1) : text;
  const address = parseIpv4(bare);
  const first = vpc.blocks[0]?.first;
  if (address === undefined || typeof first !== 'number' || address !== first + 2 || vpc.owners.has(address)) return undefined;
  return { kind: 'unmodelled', id: asResourceId(bare), type: 'Route 53 Resolver' };
}

/** What is no address: a service that the VPC's endpoints may lead to, else any other end. */
function resolveWords(lookup: Lookup, vpc: VpcEntry, text: string): Reply<Endpoint> {
  const service = isNamed(lookup, text) ? undefined : serviceFrom(lookup, vpc, text);
  return service ? succeed(service) : resolveEndpoint(lookup, text, 'destination');
}

/**
 * Finds the destination of a question as its source sees it: a bare address in a subnet of the source's own VPC is there,
 * whatever other VPC has the same range, because of the local route; then comes the peered VPC the source's routes lead
 * to. Fails as {@link resolveEndpoint} does.
 */
export function resolveDestination(lookup: Lookup, from: Endpoint, text: string): Reply<Endpoint> {
  const vpc = vpcOf(from);
  const resolver = resolverOf(vpc, text);
  if (resolver) return succeed(resolver);
  const address = parseIpv4(text) ?? parseIpv6(text);
  if (vpc !== undefined && address === undefined) return resolveWords(lookup, vpc, text);
  if (vpc === undefined || address === undefined) return resolveEndpoint(lookup, text, 'destination');
  if (holds(vpc, address)) return resolveEndpoint(lookup, `${vpc.id}:${text}`, 'destination');
  const peered = peeredVpcWith(lookup, from, address);
  // Whoever of the design has this address, it is not he who is asked for.
  if (peered === 'unseen') return succeed({ kind: 'address', range: onlyAddress(address) });
  return resolveEndpoint(lookup, peered ? `${peered.id}:${text}` : text, 'destination');
}
