import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import type { NatGateway, NetworkInterface, Route, RouteTable, Subnet, Vpc } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { addressesOf, addressOfNat, blocksOf, entriesOf, familyOf, isWithin, resourceOf, vpcOfSubnet } from './design-reading.ts';

/** The table in which a VPC's router knows its subnets. */
export const LOCAL_TABLE = 50;
const FIRST_TABLE = 100;

/** The number of a subnet's route table at its VPC's router. */
export const tableNumberOf = (subnet: number): number => FIRST_TABLE + subnet;

const STATIC_METRIC = 10;
/** A route to a prefix list comes after static and before propagated ones of the same length (VPC User Guide, route-tables-priority). */
const LISTED_METRIC = 1000;
const PROPAGATED_METRIC = 2000;

function nextHopToNat(places: Places, vpc: ResourceId, gateway: NatGateway): string | undefined {
  const address = addressOfNat(gateway);
  const place = gateway.subnet === undefined ? undefined : places.subnets.get(gateway.subnet);
  const isHere = address !== undefined && places.holders.get(vpc)?.has(address) === true;
  return isHere && place && gateway.state === 'available' ? `via ${address} dev ${place.device} onlink` : undefined;
}

function nextHopToInterface(places: Places, card: NetworkInterface): string | undefined {
  const place = places.subnets.get(card.subnet);
  const primary = Object.values(card.addresses).find((held) => held.primary)?.address;
  const address = places.family === 4 ? primary : addressesOf(card, 6)[0];
  return place && address !== undefined ? `via ${address} dev ${place.device} onlink` : undefined;
}

/** The router's next hop for a target, or nothing where it drops what it gets. */
function nextHop(places: Places, { vpc, zone }: { readonly vpc: ResourceId; readonly zone: string }, target: ResourceId): string | undefined {
  const resource = places.design.resources[target];
  if (resource?.kind === 'nat-gateway') return nextHopToNat(places, vpc, resource);
  if (resource?.kind === 'network-interface') return nextHopToInterface(places, resource);
  return places.ways.get(`${vpc} ${target}`) ?? places.ways.get(`${vpc} ${target} ${zone}`);
}

/** A propagated route within a block of the VPC loses against `local` (Site-to-Site VPN User Guide, vpn-route-priority). */
const losesAgainstLocal = (places: Places, vpc: Vpc, route: BlockRoute): boolean => route.origin === 'propagated' && blocksOf(vpc, places.family).some((block) => isWithin(route.destination, block));

/** A route whose destination is one block. */
interface BlockRoute extends Pick<Route, 'destination' | 'target' | 'state'> {
  readonly origin: 'static' | 'listed' | 'propagated';
}

const METRICS: Readonly<Record<BlockRoute['origin'], number>> = { static: STATIC_METRIC, listed: LISTED_METRIC, propagated: PROPAGATED_METRIC };

function destinationsOf(places: Places, route: Route): readonly BlockRoute[] {
  if (!route.destination.startsWith('pl-')) return familyOf(route.destination) === places.family ? [route] : [];
  return entriesOf(places.design, asResourceId(route.destination), places.family).map((destination) => ({ ...route, destination, origin: 'listed' }));
}

function routeLines(places: Places, given: { readonly vpc: ResourceId; readonly zone: string; readonly value: Vpc; readonly table: RouteTable | undefined; readonly number: number }): readonly string[] {
  const routes = Object.values(given.table?.routes ?? {}).flatMap((route) => destinationsOf(places, route)).filter((route) => !losesAgainstLocal(places, given.value, route));
  const replaced = new Set(routes.filter(({ target }) => target !== 'local').map(({ destination }) => destination));
  const local = blocksOf(given.value, places.family).filter((block) => !replaced.has(block));
  const lines = local.map((block) => `route add throw ${block} metric 1 table ${given.number}`);
  for (const [index, route] of routes.entries()) {
    if (route.target === 'local') continue;
    const metric = METRICS[route.origin] + index;
    const hop = route.state === 'blackhole' ? undefined : nextHop(places, given, route.target);
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
    const tableNumber = tableNumberOf(number);
    builder.run(router, `rule add priority ${tableNumber} iif ${device} lookup ${tableNumber}`);
    builder.run(router, ...routeLines(places, { vpc: subnet.vpc, zone: subnet.availabilityZone, value: vpc, table: tableOf(places, subnet, vpc), number: tableNumber }));
  }
}
