import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import { addressIn, addressOfNat, blockOfSubnet, blocksOf, hostsOf, prefixLengthOf, resourceOf, resourcesOf, subnetsOf, vpcOfSubnet, type Family } from './design-reading.ts';
import { addInternet } from './build-internet.ts';
import { addIpv6Internet } from './build-ipv6-internet.ts';
import { addOnPremises } from './build-on-premises.ts';
import { addTransitGateways } from './build-transit.ts';
import { addPeerings } from './build-peerings.ts';
import { addRouteTables, LOCAL_TABLE } from './build-routes.ts';
import { KernelNetworkBuilder, type KernelNetwork } from './kernel-network.ts';
import { aclChains, groupFilter, wordOf } from './rule-words.ts';

/** Where things of the design stand in the kernel, for whoever connects to them. */
export interface Places {
  readonly builder: KernelNetworkBuilder;
  readonly design: Design;
  /** The family of addresses this network is of; the design's other one is a network of its own. */
  readonly family: Family;
  /** Namespace of a VPC's router. */
  readonly routers: Map<ResourceId, string>;
  /** Device of a subnet at its VPC's router, and the number of its route table. */
  readonly subnets: Map<ResourceId, { readonly device: string; readonly router: string; readonly number: number }>;
  /** Namespace of whoever has an address within a VPC. */
  readonly holders: Map<ResourceId, Map<string, string>>;
  /** Where transit gateways meet a VPC's router: the device, and the attachment's subnet. */
  readonly nextDoor: () => number;
  readonly doors: { readonly device: string; readonly router: string; readonly subnet: ResourceId }[];
  /** How a VPC's router reaches a gateway, by `vpc gateway`, or `vpc gateway zone` where the zone matters. */
  readonly ways: Map<string, string>;
}

function nextNumber(places: Places): number {
  return places.subnets.size + 1;
}

function addSubnet(places: Places, given: { readonly id: ResourceId; readonly vpc: ResourceId; readonly cidr: string }): void {
  const router = places.routers.get(given.vpc) ?? '';
  const number = nextNumber(places);
  const device = `s${number}`;
  places.builder.bridge(router, device, `${addressIn(given.cidr, 1)}/${prefixLengthOf(given.cidr)}`);
  places.builder.run(router, `route add ${given.cidr} dev ${device} table ${LOCAL_TABLE}`);
  places.subnets.set(given.id, { device, router, number });
}

function addVpc(places: Places, id: ResourceId): void {
  const { builder, design, family } = places;
  const vpc = design.resources[id];
  if (vpc?.kind !== 'vpc') return;
  const router = builder.namespace(`r${places.routers.size + 1}`, true);
  places.routers.set(id, router);
  places.holders.set(id, new Map());
  builder.run(router, `rule add priority 1000 from all lookup ${LOCAL_TABLE}`);
  for (const block of blocksOf(vpc, family)) builder.run(router, `route add blackhole ${block} metric 4000 table ${LOCAL_TABLE}`);
  for (const [subnetId, cidr] of subnetsOf(design, id, family)) addSubnet(places, { id: subnetId, vpc: id, cidr });
}

/** Puts a namespace with one address into a subnet; its default route is the subnet's router. */
export function addHost(places: Places, given: { readonly subnet: ResourceId; readonly address: string; readonly isRouter: boolean }): string | undefined {
  const { builder, design, family } = places;
  const subnet = resourceOf(design, given.subnet, 'subnet');
  const [place, block] = [places.subnets.get(given.subnet), subnet && blockOfSubnet(subnet, family)];
  if (!subnet || block === undefined || !place) return undefined;
  const held = places.holders.get(subnet.vpc);
  if (held?.has(given.address)) return undefined;
  const name = builder.namespace(`h${[...places.holders.values()].reduce((sum, map) => sum + map.size, 0) + 1}`, given.isRouter);
  builder.cable({ namespace: place.router, device: name, bridge: place.device }, { namespace: name, device: 'eth0', address: `${given.address}/${prefixLengthOf(block)}` });
  builder.run(name, `route add default via ${addressIn(block, 1)}`);
  held?.set(given.address, name);
  return name;
}

function addInterfaces(places: Places): void {
  for (const host of hostsOf(places.design, places.family)) {
    const name = addHost(places, { subnet: host.card.subnet, address: host.address, isRouter: false });
    if (name !== undefined) places.builder.filter(name, groupFilter(places, host.card));
  }
}

/**
 * Translates what is sent through it to its own address and keeps the connections (VPC User Guide, vpc-nat-gateway):
 * TCP, UDP and ICMP alone, from its own VPC alone, and nothing inwards.
 */
function natFilter(address: string, sources: readonly string[]): string {
  return `table ip nat_gateway {
  chain post {
    type nat hook postrouting priority 100;
    ip saddr != ${address} meta l4proto { tcp, udp } snat to ${address}:1024-65535
    ip saddr != ${address} snat to ${address}
  }
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state invalid drop
    ct state established accept
    meta l4proto { tcp, udp, icmp } ip saddr { ${sources.join(', ')} } accept
  }
  chain input {
    type filter hook input priority 0; policy drop;
    ct state established accept
  }
}`;
}

function addNatGateways(places: Places): void {
  for (const [, gateway] of resourcesOf(places.design, 'nat-gateway')) {
    const [address, vpc] = [addressOfNat(gateway), vpcOfSubnet(places.design, gateway.subnet)];
    if (gateway.state !== 'available' || address === undefined || gateway.subnet === undefined || !vpc) continue;
    const name = addHost(places, { subnet: gateway.subnet, address, isRouter: true });
    if (name !== undefined) places.builder.filter(name, natFilter(address, blocksOf(vpc, 4)));
  }
}

const baseChain = (name: string, lines: readonly string[]): string => `  chain ${name} {\n    type filter hook forward priority 0;\n${lines.map((line) => `    ${line}\n`).join('')}  }\n`;

/**
 * Where a subnet's edge is judged: it is crossed by what comes from or goes to somewhere else. What a transit gateway
 * brings to its own attachment's subnet crosses none; what is sent to it crosses that subnet's edge inwards, from wherever
 * it comes (Transit Gateway guide, tgw-nacls).
 */
function edgeChains(device: string, doors: readonly string[]): string {
  const beside = [device, ...doors].map((name) => `"${name}"`).join(', ');
  const own = baseChain(`edge_${device}`, [`iifname "${device}" oifname != "${device}" jump out_${device}`, `oifname "${device}" iifname != { ${beside} } jump in_${device}`]);
  return [own, ...doors.map((door) => baseChain(`edge_${door}`, [`oifname "${door}" jump in_${device}`, `iifname "${door}" oifname != "${device}" jump out_${device}`]))].join('');
}

/** The ACL a subnet names, else its VPC's default one. */
function aclOf(places: Places, id: ResourceId): NetworkAcl | undefined {
  const { design } = places;
  return resourceOf(design, resourceOf(design, id, 'subnet')?.networkAcl, 'network-acl') ?? resourceOf(design, vpcOfSubnet(design, id)?.defaultNetworkAcl, 'network-acl');
}

const doorsOf = (places: Places, subnet: ResourceId): readonly string[] => places.doors.filter((door) => door.subnet === subnet).map(({ device }) => device);

function addNetworkAcls(places: Places): void {
  const chains = new Map<string, string>();
  for (const [id, { device, router }] of places.subnets) {
    chains.set(router, `${chains.get(router) ?? ''}${aclChains(aclOf(places, id), device, places.family)}${edgeChains(device, doorsOf(places, id))}`);
  }
  for (const [router, text] of chains) places.builder.filter(router, `table ${wordOf(places.family)} network_acls {\n${text}}`);
}

/** What a design is in namespaces, cables, routes and filters. It reads the design alone, and no part of the evaluator. */
export function buildNetwork(design: Design, family: Family, extraHosts: readonly { readonly subnet: ResourceId; readonly address: string }[]): { readonly network: KernelNetwork; readonly places: Places } {
  let doors = 0;
  const nextDoor = (): number => (doors += 1);
  const places: Places = { builder: new KernelNetworkBuilder(family), design, family, routers: new Map(), subnets: new Map(), holders: new Map(), ways: new Map(), doors: [], nextDoor };
  for (const [id] of resourcesOf(design, 'vpc')) addVpc(places, id);
  addInterfaces(places);
  if (family === 4) addNatGateways(places);
  for (const host of extraHosts) addHost(places, { ...host, isRouter: false });
  if (family === 4) addInternet(places);
  else addIpv6Internet(places);
  addOnPremises(places);
  addPeerings(places);
  addTransitGateways(places);
  addRouteTables(places);
  addNetworkAcls(places);
  return { network: places.builder.build(), places };
}
