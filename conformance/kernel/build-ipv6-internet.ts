import type { ResourceId } from '@core/model/ids.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { blocksOf, resourcesOf } from './design-reading.ts';
import { INTERNET } from './build-internet.ts';

/** Addresses out there that no design holds (RFC 3849). */
export const IPV6_INTERNET_ADDRESSES: readonly string[] = ['2001:db8:ffff::7', '2001:db8:ffff::200', '2001:db8:fffe::33'];

/** What stands between a VPC and the internet for IPv6. */
interface Edge {
  readonly vpcId: ResourceId;
  readonly vpc: Vpc;
  readonly internetGateway: ResourceId | undefined;
  readonly egressOnly: ResourceId | undefined;
}

/**
 * IPv6 addresses of a VPC are global: nothing is translated, and nothing passes but the VPC's own addresses (VPC User
 * Guide, VPC_Internet_Gateway). An egress-only gateway is stateful: through it goes what is begun inside, and the
 * answers to that alone (VPC User Guide, egress-only-internet-gateway). The mark tells whose connection it is.
 */
function edgeFilter(edge: Edge): string {
  const own = `{ ${blocksOf(edge.vpc, 6).join(', ')} }`;
  return `table ip6 edge {
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state invalid drop
    iifname { "igw", "eigw" } ip6 saddr != ${own} drop
    iifname "net" ip6 daddr != ${own} drop
    iifname "eigw" ct state new ct mark set 1
    iifname "eigw" ct mark 1 accept
    iifname "igw" accept
    iifname "net" ct state established accept
${edge.internetGateway === undefined ? '' : '    iifname "net" ct state new accept'}
  }
}`;
}

function joinGateway(places: Places, edge: Edge, given: { readonly gateway: ResourceId; readonly namespace: string; readonly word: 'igw' | 'eigw' }): string {
  const { gateway, namespace, word } = given;
  const device = `${word}-${namespace}`;
  const [atRouter, atEdge] = places.builder.transit({ namespace: places.routers.get(edge.vpcId) ?? '', device }, { namespace, device: word });
  places.ways.set(`${edge.vpcId} ${gateway}`, `via ${atEdge} dev ${device} onlink`);
  return `via ${atRouter} dev ${word}`;
}

function addEdge(places: Places, edge: Edge, number: number): void {
  const { builder } = places;
  const namespace = builder.namespace(`edge${number}`, true);
  const joined = [
    edge.internetGateway === undefined ? undefined : joinGateway(places, edge, { gateway: edge.internetGateway, namespace, word: 'igw' }),
    edge.egressOnly === undefined ? undefined : joinGateway(places, edge, { gateway: edge.egressOnly, namespace, word: 'eigw' }),
  ].filter((way) => way !== undefined);
  const [inside, outside] = builder.transit({ namespace, device: 'net' }, { namespace: INTERNET, device: namespace });
  for (const block of blocksOf(edge.vpc, 6)) {
    builder.run(namespace, `route add ${block} ${joined[0] ?? ''}`);
    builder.run(INTERNET, `route add ${block} via ${inside} dev ${namespace}`);
  }
  builder.run(namespace, `route add default via ${outside} dev net`);
  builder.filter(namespace, edgeFilter(edge));
}

/** The internet of IPv6, and between it and every VPC the gateways that are attached to that VPC. */
export function addIpv6Internet(places: Places): void {
  const { builder, design } = places;
  builder.namespace(INTERNET, true);
  builder.run(INTERNET, ...IPV6_INTERNET_ADDRESSES.map((address) => `addr add ${address}/128 dev lo`));
  for (const [index, [vpcId, vpc]] of resourcesOf(design, 'vpc').entries()) {
    const internetGateway = resourcesOf(design, 'internet-gateway').find(([, gateway]) => gateway.vpc === vpcId)?.[0];
    const egressOnly = resourcesOf(design, 'egress-only-internet-gateway').find(([, gateway]) => gateway.vpc === vpcId)?.[0];
    const isJoined = internetGateway !== undefined || egressOnly !== undefined;
    if (isJoined && blocksOf(vpc, 6).length > 0) addEdge(places, { vpcId, vpc, internetGateway, egressOnly }, index + 1);
  }
}
