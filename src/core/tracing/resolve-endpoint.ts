import { contains, containsAddress, formatAddress, rangeOf, readCidr, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { isPublicIpv4, isPublicIpv6 } from '../address/special-ranges.ts';
import { prefixHolderIn } from '../lookup/edge-gateways.ts';
import type { AddressNumber, AddressOwner, InterfaceEntry, Lookup, SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import type { Resource } from '../model/resources/index.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { Endpoint } from './endpoint.ts';
import { findFarGateway } from './far-gateway.ts';
import { resourceOfArn } from './resolve-arn.ts';
import { isEndKind, resolveResource } from './resolve-resource.ts';
import { machineOfInterface, resolveUnseenGateway, unplacedInterface } from './resolve-unseen.ts';
import { serviceCalled } from './services/service-endpoint.ts';
import { isOneAddress, onlyAddress } from './split-parcels.ts';

/** The first two bytes of 169.254.0.0/16. */
const LINK_LOCAL = 0xa9fe;

/** The first 32 bits of fd00:ec2::/32, where the same services are on Nitro instances. */
const HOST_SERVICES_IPV6 = 0xfd000ec2n;

const parseAddress = (text: string): AddressNumber | undefined => parseIpv4(text) ?? parseIpv6(text);
const isPublic = (address: AddressNumber): boolean => (typeof address === 'number' ? isPublicIpv4(address) : isPublicIpv6(address));

const ofOwner = (owner: AddressOwner, address: AddressNumber, via: 'private' | 'public'): Endpoint =>
  owner.kind === 'interface' ? { kind: 'interfaces', interfaces: [owner.interface], address, via } : { kind: 'nat-gateway', natGateway: owner.natGateway, address };

const subnetOf = (vpc: VpcEntry, address: AddressNumber): SubnetEntry | undefined =>
  vpc.subnets.find((subnet) => subnet.blocks.some((block) => containsAddress(block, address)));

/** An address inside one VPC: whoever holds it, or a host without groups in the subnet it lies in. */
function inVpc(vpc: VpcEntry, address: AddressNumber): Endpoint {
  const owner = vpc.owners.get(address);
  if (owner) return ofOwner(owner, address, 'private');
  const subnet = subnetOf(vpc, address);
  const delegate = subnet && prefixHolderIn(subnet, address);
  if (delegate) return { kind: 'interfaces', interfaces: [delegate], address, via: 'private' };
  return subnet ? { kind: 'host', subnet, range: onlyAddress(address) } : { kind: 'address', range: onlyAddress(address) };
}

/**
 * Services on every host, which neither routes nor groups nor ACLs lead to: instance metadata, DNS, time
 * (VPC User Guide, VPC_Security; RFC 3927).
 */
const isLinkLocal = (address: AddressNumber): boolean => (typeof address === 'number' ? address >>> 16 === LINK_LOCAL : address >> 96n === HOST_SERVICES_IPV6);

function vpcsWith(lookup: Lookup, address: AddressNumber): readonly VpcEntry[] {
  const holding = [...lookup.vpcs.values()].filter((vpc) => vpc.owners.has(address));
  if (holding.length > 0) return holding;
  return [...lookup.vpcs.values()].filter((vpc) => subnetOf(vpc, address) !== undefined);
}

/** What an address means depends on who asks: `source` has to be one place, `destination` is resolved by the source's routes. */
export type Role = 'source' | 'destination';

function resolvePublic(lookup: Lookup, address: AddressNumber): Endpoint | undefined {
  const holder = typeof address === 'number' ? lookup.publicAddresses.get(address) : undefined;
  if (holder) return ofOwner(holder.owner, address, 'public');
  return isPublic(address) ? { kind: 'internet', range: onlyAddress(address) } : undefined;
}

function resolveAddress(lookup: Lookup, text: string, given: { readonly address: AddressNumber; readonly role: Role }): Reply<Endpoint> {
  const { address, role } = given;
  const vpcs = vpcsWith(lookup, address);
  if (role === 'source' && vpcs.length > 1) {
    const names = vpcs.map((vpc) => vpc.id).join(', ');
    return fail(`${text} is in more than one VPC (${names}). Write ${vpcs[0]?.id ?? 'vpc-…'}:${text}.`);
  }
  const [vpc] = vpcs;
  if (vpc && vpcs.length === 1) return succeed(inVpc(vpc, address));
  const outside = vpcs.length === 0 ? resolvePublic(lookup, address) : undefined;
  if (outside) return succeed(outside);
  return resolveOutside(lookup, text, given);
}

/** An address in none of the subnets: only as a destination it may be anybody's. */
function resolveOutside(lookup: Lookup, text: string, { address, role }: { readonly address: AddressNumber; readonly role: Role }): Reply<Endpoint> {
  const unplaced = role === 'source' ? unplacedInterface(lookup, address) : undefined;
  if (unplaced) return succeed(unplaced);
  if (role === 'destination' && isLinkLocal(address)) return succeed({ kind: 'unmodelled', id: asResourceId(text), type: 'link-local service' });
  if (role === 'source') return fail(`No subnet of the design holds ${text}, so nothing can be sent from it. Write onprem:GATEWAY:${text} for a host behind a gateway.`);
  return succeed({ kind: 'address', range: onlyAddress(address) });
}

function resolveInVpc(vpc: VpcEntry, text: string): Reply<Endpoint> {
  const address = parseAddress(text);
  if (address === undefined) return fail(`"${text}" after ${vpc.id} is not an IP address.`);
  return succeed(inVpc(vpc, address));
}

/** An address or a block, as a range. */
function parseRange(text: string): Interval | undefined {
  const address = parseAddress(text);
  if (address !== undefined) return onlyAddress(address);
  const block = readCidr(text);
  return block && rangeOf(block);
}

/** A peering one side of which is not in the design: a host of that side can be asked for like one behind a gateway. */
function isPeeringOutwards(lookup: Lookup, found: Resource | undefined): boolean {
  if (found?.kind !== 'vpc-peering-connection') return false;
  return [found.requester, found.accepter].some(({ vpc }) => vpc === undefined || !lookup.vpcs.has(vpc));
}

/** The kinds of gateway that on-premises networks lie behind. */
const isFarGateway = (found: Resource | undefined): boolean => found?.kind === 'virtual-private-gateway' || found?.kind === 'transit-gateway' || found?.kind === 'direct-connect-gateway';

const capitalise = (kind: string): string => (kind === 'vpn-connection' ? 'VPN connection' : 'Virtual interface');

function resolveOnPremises(lookup: Lookup, text: string): Reply<Endpoint> {
  const [, gateway = '', ...rest] = text.split(':');
  const addressText = rest.join(':');
  const range = parseRange(addressText);
  if (!range) return fail(`"${addressText}" in "${text}" is not an IP address.`);
  const resource = lookup.resource(gateway);
  if (!resource) return resolveUnseenGateway(lookup, text, gateway);
  return resolveBehind(lookup, { id: asResourceId(gateway), resource, range });
}

function resolveBehind(lookup: Lookup, given: { readonly id: ResourceId; readonly resource: Resource; readonly range: Interval }): Reply<Endpoint> {
  const { id: gateway, resource, range } = given;
  const far = findFarGateway(lookup, gateway);
  if (!far) return fail(`${capitalise(resource.kind)} ${gateway} is attached to no gateway, so nothing lies behind it.`);
  const id = far.gateway;
  const found = lookup.resource(id);
  if (isFarGateway(found) || isPeeringOutwards(lookup, found)) return succeed({ kind: 'on-premises', ...far, ranges: [range], isAnnounced: true });
  if (found?.kind === 'unmodelled') return succeed({ kind: 'unmodelled', id, type: found.type });
  return fail(`${gateway} is no gateway to an on-premises network. Write onprem:GATEWAY:ADDRESS with a virtual private gateway, a transit gateway, a VPN connection or Direct Connect.`);
}

/** 0.0.0.0/0 or ::/0: the internet over one family. */
const allOf = ({ family }: Cidr): Endpoint => ({ kind: 'internet', range: undefined, over: family });

function resolveInternet(text: string): Reply<Endpoint> {
  const rest = text.slice('internet'.length);
  if (rest === '') return succeed({ kind: 'internet', range: undefined });
  const address = parseAddress(rest.slice(1));
  if (address !== undefined) return succeed({ kind: 'internet', range: onlyAddress(address) });
  const block = readCidr(rest.slice(1));
  if (block?.prefixLength === 0) return succeed(allOf(block));
  return block ? succeed({ kind: 'internet', range: rangeOf(block) }) : fail(`"${rest.slice(1)}" in "${text}" is not an IP address.`);
}

const interfacesIn = (lookup: Lookup, [first, end]: Interval): readonly InterfaceEntry[] =>
  [...lookup.interfaces.values()].filter(({ addresses }) => addresses.some(({ address, primary }) => primary && typeof address === typeof first && address >= first && address < end));

const subnetAround = (lookup: Lookup, range: Interval): SubnetEntry | undefined =>
  [...lookup.subnets.values()].find(({ blocks }) => blocks.some((held) => containsAddress(held, range[0]) && containsAddress(held, lastOf(range))));

/** Whether a block is of the internet. Those of a VPC are its own, public as they are in IPv6. */
const isOutside = (lookup: Lookup, block: Cidr): boolean => isPublic(block.first) && ![...lookup.vpcs.values()].some(({ blocks }) => blocks.some((held) => contains(held, block)));

/** A block stands for the interfaces in it; while it has none, for any host of its subnet. */
function resolveCidr(lookup: Lookup, text: string, role: Role): Reply<Endpoint> | undefined {
  const block = readCidr(text);
  if (!block) return undefined;
  const range = rangeOf(block);
  if (block.prefixLength === 0) return succeed(allOf(block));
  if (isOneAddress(range)) return resolveAddress(lookup, formatAddress(range[0]), { address: range[0], role });
  const inside = interfacesIn(lookup, range);
  if (role === 'source' && inside.length > 0) return succeed({ kind: 'interfaces', interfaces: inside, address: undefined, via: 'private' });
  const subnet = subnetAround(lookup, range);
  if (subnet && role === 'source') return succeed({ kind: 'host', subnet, range });
  if (isOutside(lookup, block)) return succeed({ kind: 'internet', range });
  if (role === 'source') return fail(`${text} is not inside one subnet of the design, so nothing can be sent from it.`);
  return succeed({ kind: 'address', range });
}

const lastOf = ([, end]: Interval): AddressNumber => (typeof end === 'number' ? end - 1 : end - 1n);

/** A load balancer by its DNS name. */
function balancerCalled(lookup: Lookup, text: string): Reply<Endpoint> | undefined {
  const wanted = text.toLowerCase().replace(/^dualstack\./, '').replace(/\.$/, '');
  const found = [...lookup.loadBalancers.values()].find(({ value }) => value.dnsName?.toLowerCase() === wanted);
  return found && resolveResource(lookup, found.id);
}

function resolveName(lookup: Lookup, text: string): Reply<Endpoint> {
  const named = Object.entries(lookup.design.resources).filter(([, resource]) => resource.name === text);
  // An instance and the things named after it often share a name; the one that has an end to connect to is meant.
  const usable = named.filter(([, { kind }]) => kind !== 'network-interface' && isEndKind(kind));
  const candidates = usable.length > 0 ? usable : named;
  const [first, ...others] = candidates;
  const byDns = first ? undefined : balancerCalled(lookup, text);
  if (byDns) return byDns;
  const service = usable.length > 0 ? undefined : serviceCalled(lookup, text);
  if (service) return succeed(service);
  if (!first) return fail(`Nothing in the design is called "${text}". Write a resource id, a name, an address, "internet" or onprem:GATEWAY:ADDRESS.`);
  if (others.length > 0) return fail(`${candidates.length} resources are called "${text}" (${candidates.map(([id]) => id).slice(0, 4).join(', ')}). Write the id of the one you mean.`);
  return resolveResource(lookup, asResourceId(first[0]));
}

function resolvePrefixed(lookup: Lookup, text: string): Reply<Endpoint> | undefined {
  if (text === 'internet' || text.startsWith('internet:')) return resolveInternet(text);
  if (text.startsWith('onprem:')) return resolveOnPremises(lookup, text);
  const colon = text.indexOf(':');
  const vpc = colon > 0 ? lookup.vpcs.get(asResourceId(text.slice(0, colon))) : undefined;
  return vpc ? resolveInVpc(vpc, text.slice(colon + 1)) : undefined;
}

/**
 * Finds one end of a question in the design: `internet`, `internet:ADDRESS`, a resource id, a unique name, an address,
 * `vpc-…:ADDRESS`, a CIDR, or `onprem:GATEWAY:ADDRESS`. Fails with a sentence that says what to write instead.
 */
export function resolveEndpoint(lookup: Lookup, text: string, role: Role): Reply<Endpoint> {
  if (lookup.resource(text)) return resolveResource(lookup, asResourceId(text));
  const named = resourceOfArn(lookup, text);
  if (named) return resolveResource(lookup, named);
  const natGateway = lookup.natGatewayOfInterface.get(asResourceId(text));
  if (natGateway) return succeed({ kind: 'nat-gateway', natGateway });
  const prefixed = resolvePrefixed(lookup, text);
  if (prefixed) return prefixed;
  const address = parseAddress(text);
  if (address !== undefined) return resolveAddress(lookup, text, { address, role });
  const attached = machineOfInterface(lookup, text);
  if (attached) return succeed(attached);
  return resolveCidr(lookup, text, role) ?? resolveName(lookup, text);
}
