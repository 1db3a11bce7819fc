import type { ResourceId } from '@core/model/ids.ts';
import type { NatGateway, NetworkInterface, Route, RouteTable, Subnet, Vpc } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { addressOfNat, blocksOf, isWithin, resourceOf, vpcOfSubnet } from './design-reading.ts';

/** The table in which a VPC's router knows its subnets. */
export const LOCAL_TABLE = 50;
const FIRST_TABLE = 100;

const STATIC_METRIC = 10;
const PROPAGATED_METRIC = 2000;

function nextHopToNat(places: Places, vpc: ResourceId, gateway: NatGateway): string | undefined {
  const address = addressOfNat(gateway);
  const place = gateway.subnet === undefined ? undefined : places.subnets.get(gateway.subnet);
  const isHere = address !== undefined && places.holders.get(vpc)?.has(address) === true;
  return isHere && place && gateway.state === 'available' ? `via ${address} dev ${place.device} onlink` : undefined;
}

function nextHopToInterface(places: Places, card: NetworkInterface): string | undefined {
  const place = places.subnets.get(card.subnet);
  const held = Object.values(card.addresses).find(({ primary }) => primary);
  return place && held ? `via ${held.address} dev ${place.device} onlink` : undefined;
}

/** The router's next hop for a target, or nothing where it drops what it gets. */
function nextHop(places: Places, vpc: ResourceId, target: ResourceId): string | undefined {
  const resource = places.design.resources[target];
  if (resource?.kind === 'nat-gateway') return nextHopToNat(places, vpc, resource);
  if (resource?.kind === 'network-interface') return nextHopToInterface(places, resource);
  return places.ways.get(`${vpc} ${target}`);
}

/** A propagated route within a block of the VPC loses against `local` (Site-to-Site VPN User Guide, vpn-route-priority). */
const losesAgainstLocal = (vpc: Vpc, route: Route): boolean => route.origin === 'propagated' && blocksOf(vpc).some((block) => isWithin(route.destination, block));

function routeLines(places: Places, given: { readonly vpc: ResourceId; readonly value: Vpc; readonly table: RouteTable | undefined; readonly number: number }): readonly string[] {
  const routes = Object.values(given.table?.routes ?? {}).filter((route) => !route.destination.startsWith('pl-') && !route.destination.includes(':') && !losesAgainstLocal(given.value, route));
  const replaced = new Set(routes.filter(({ target }) => target !== 'local').map(({ destination }) => destination));
  const local = blocksOf(given.value).filter((block) => !replaced.has(block));
  const lines = local.map((block) => `route add throw ${block} metric 1 table ${given.number}`);
  for (const [index, route] of routes.entries()) {
    if (route.target === 'local') continue;
    const metric = (route.origin === 'static' ? STATIC_METRIC : PROPAGATED_METRIC) + index;
    const hop = route.state === 'blackhole' ? undefined : nextHop(places, given.vpc, route.target);
    lines.push(hop === undefined ? `route add blackhole ${route.destination} metric ${metric} table ${given.number}` : `route add ${route.destination} ${hop} metric ${metric} table ${given.number}`);
  }
  return [...lines, `route add blackhole default metric 9000 table ${given.number}`];
}

/** The table a subnet names, else its VPC's main one. */
function tableOf(places: Places, subnet: Subnet, vpc: Vpc): RouteTable | undefined {
  return resourceOf(places.design, subnet.routeTable, 'route-table') ?? resourceOf(places.design, vpc.mainRouteTable, 'route-table');
}

/** The route table of every subnet, in force for what comes from that subnet (policy routing by incoming device). */
export function addRouteTables(places: Places): void {
  const { builder, design } = places;
  for (const [id, { device, router, number }] of places.subnets) {
    const [subnet, vpc] = [resourceOf(design, id, 'subnet'), vpcOfSubnet(design, id)];
    if (!subnet || !vpc) continue;
    const tableNumber = FIRST_TABLE + number;
    builder.run(router, `rule add priority ${tableNumber} iif ${device} lookup ${tableNumber}`);
    builder.run(router, ...routeLines(places, { vpc: subnet.vpc, value: vpc, table: tableOf(places, subnet, vpc), number: tableNumber }));
  }
}
