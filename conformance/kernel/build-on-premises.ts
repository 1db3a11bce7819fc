import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { VpnConnection } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { addressIn, blocksOf, familyOf, resourceOf, resourcesOf, type Family } from './design-reading.ts';

const FAR_HOST = 5 * 256 + 5;
const FARTHEST_HOST = 200 * 256 + 9;

/** An on-premises network behind a virtual private or transit gateway, with the addresses its hosts have. */
export interface Office {
  readonly connection: ResourceId;
  readonly gateway: ResourceId;
  readonly namespace: string;
  readonly addresses: readonly string[];
  /** Blocks the gateway knows to lie there. */
  readonly known: readonly string[];
}

/** The drawn network at the far end of a connection that exists. */
function networkBehind(design: Design, connection: VpnConnection): ResourceId | undefined {
  const isUsable = connection.state === 'available' || connection.state === 'pending';
  return isUsable ? resourceOf(design, connection.customerGateway, 'customer-gateway')?.onPremises : undefined;
}

/** Every on-premises network with addresses of the family that a VPN connection leads to. */
export function officesOf(design: Design, family: Family): readonly Office[] {
  return resourcesOf(design, 'vpn-connection').flatMap(([id, connection], index) => {
    const network = networkBehind(design, connection);
    const drawn = resourceOf(design, network, 'on-premises-network');
    const gateway = connection.gateway ?? resourcesOf(design, 'transit-gateway-attachment').find(([, { vpnConnection }]) => vpnConnection === id)?.[1].transitGateway;
    if (!drawn || gateway === undefined) return [];
    const blocks = Object.values(drawn.cidrs).map(({ cidr }) => cidr).filter((cidr) => familyOf(cidr) === family);
    if (blocks.length === 0) return [];
    const known = connection.routing === 'static' ? Object.values(connection.staticRoutes).map(({ cidr }) => cidr) : blocks;
    const addresses = blocks.flatMap((block) => [addressIn(block, FAR_HOST), addressIn(block, FARTHEST_HOST)]);
    return [{ connection: id, gateway, namespace: `office${index + 1}`, addresses, known }];
  });
}

function connect(places: Places, office: Office, given: { readonly vpc: ResourceId; readonly name: string }): void {
  const { builder, design } = places;
  const { name } = given;
  const vpc = resourceOf(design, given.vpc, 'vpc');
  if (!vpc) return;
  builder.namespace(name, true);
  const [atRouter, atGateway] = builder.transit({ namespace: places.routers.get(given.vpc) ?? '', device: name }, { namespace: name, device: 'vpc' });
  const [near, far] = builder.transit({ namespace: name, device: 'vpn' }, { namespace: office.namespace, device: 'vpn' });
  builder.run(name, ...blocksOf(vpc, places.family).map((block) => `route add ${block} via ${atRouter} dev vpc`), ...office.known.map((block) => `route add ${block} via ${far} dev vpn`));
  builder.run(office.namespace, `route add default via ${near} dev vpn`);
  places.ways.set(`${given.vpc} ${office.gateway}`, `via ${atGateway} dev ${name} onlink`);
}

/** Virtual private gateways with the offices behind them; one that is attached to no VPC leads nowhere. */
export function addOnPremises(places: Places): void {
  for (const [index, office] of officesOf(places.design, places.family).entries()) {
    places.builder.namespace(office.namespace, true);
    places.builder.run(office.namespace, ...office.addresses.map((address) => `addr add ${address}/32 dev lo`));
    const vpc = resourceOf(places.design, office.gateway, 'virtual-private-gateway')?.vpc;
    if (vpc !== undefined) connect(places, office, { vpc, name: `vgw${index + 1}` });
  }
}
