import type { ResourceId } from '@core/model/ids.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { blocksOf, hostsOf, resourcesOf } from './design-reading.ts';

export const INTERNET = 'internet';
/** Addresses out there that no design holds. */
export const INTERNET_ADDRESSES: readonly string[] = ['198.51.100.7', '198.51.100.200', '8.8.8.8', '192.0.2.33'];

interface Translation {
  readonly privateAddress: string;
  readonly publicAddress: string;
}

function translationsOf(places: Places, vpc: ResourceId): readonly Translation[] {
  const isHere = (subnet: ResourceId | undefined): boolean => {
    const found = subnet === undefined ? undefined : places.design.resources[subnet];
    return found?.kind === 'subnet' && found.vpc === vpc;
  };
  const hosts = hostsOf(places.design, 4).flatMap(({ card, address, publicAddress }) => (publicAddress !== undefined && isHere(card.subnet) ? [{ privateAddress: address, publicAddress }] : []));
  const gateways = resourcesOf(places.design, 'nat-gateway').filter(([, gateway]) => isHere(gateway.subnet) && gateway.state === 'available');
  const nats = gateways.flatMap(([, gateway]) => Object.values(gateway.addresses).flatMap(({ privateAddress, publicAddress }) => (privateAddress !== undefined && publicAddress !== undefined ? [{ privateAddress, publicAddress }] : [])));
  return [...hosts, ...nats];
}

const setOf = (texts: readonly string[]): string => (texts.length === 0 ? '{ 0.0.0.0 }' : `{ ${texts.join(', ')} }`);

/**
 * One-to-one translation between private and public addresses. What has no public address is dropped, and so is what is
 * meant for private addresses (VPC User Guide, VPC_Internet_Gateway; Reachability Analyzer, explanation codes).
 */
function translationFilter(translations: readonly Translation[]): string {
  const known = setOf(translations.map(({ privateAddress }) => privateAddress));
  return `table ip internet_gateway {
  chain pre {
    type nat hook prerouting priority -100;
${translations.map(({ privateAddress, publicAddress }) => `    ip daddr ${publicAddress} dnat to ${privateAddress}`).join('\n')}
  }
  chain post {
    type nat hook postrouting priority 100;
${translations.map(({ privateAddress, publicAddress }) => `    ip saddr ${privateAddress} snat to ${publicAddress}`).join('\n')}
  }
  chain forward {
    type filter hook forward priority 0;
    ct state invalid drop
    iifname "vpc" ip saddr != ${known} drop
    iifname "vpc" ip daddr { 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 } ct status ! dnat ct direction original drop
    iifname "net" ct direction original ct status ! dnat drop
  }
}`;
}

function addGateway(places: Places, given: { readonly id: ResourceId; readonly vpcId: ResourceId; readonly vpc: Vpc; readonly number: number }): void {
  const { builder } = places;
  const router = places.routers.get(given.vpcId) ?? '';
  const gateway = builder.namespace(`igw${given.number}`, true);
  const device = `igw${given.number}`;
  const [atRouter, atGateway] = builder.transit({ namespace: router, device }, { namespace: gateway, device: 'vpc' });
  const [inside, outside] = builder.transit({ namespace: gateway, device: 'net' }, { namespace: INTERNET, device });
  builder.run(gateway, ...blocksOf(given.vpc, 4).map((block) => `route add ${block} via ${atRouter} dev vpc`), `route add default via ${outside} dev net`);
  const translations = translationsOf(places, given.vpcId);
  builder.filter(gateway, translationFilter(translations));
  builder.run(INTERNET, ...translations.map(({ publicAddress }) => `route add ${publicAddress} via ${inside} dev ${device}`));
  places.ways.set(`${given.vpcId} ${given.id}`, `via ${atGateway} dev ${device} onlink`);
}

/** The internet: one namespace with some public addresses, and every attached internet gateway between it and its VPC. */
export function addInternet(places: Places): void {
  const { builder, design } = places;
  builder.namespace(INTERNET, true);
  builder.run(INTERNET, ...INTERNET_ADDRESSES.map((address) => `addr add ${address}/32 dev lo`));
  for (const [index, [id, gateway]] of resourcesOf(design, 'internet-gateway').entries()) {
    const vpc = gateway.vpc === undefined ? undefined : design.resources[gateway.vpc];
    if (gateway.vpc !== undefined && vpc?.kind === 'vpc') addGateway(places, { id, vpcId: gateway.vpc, vpc, number: index + 1 });
  }
}
