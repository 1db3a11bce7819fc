import type { ResourceId } from '@core/model/ids.ts';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { tableNumberOf } from './build-routes.ts';
import { blocksOf, resourceOf, resourcesOf } from './design-reading.ts';

/** One place where a transit gateway meets a VPC: an attachment's subnet. */
interface Door {
  readonly attachment: ResourceId;
  readonly zone: string;
  readonly number: number;
  /** The way from the transit gateway into the VPC. */
  readonly way: string;
}

const FIRST_DOOR_TABLE = 1000;
const PROPAGATED_METRIC = 2000;
const USABLE: ReadonlySet<string> = new Set(['available', 'modifying']);

interface Hub {
  readonly id: ResourceId;
  readonly namespace: string;
  readonly doors: readonly Door[];
}

const isUsable = ({ type, state, vpc }: TransitGatewayAttachment): boolean => type === 'vpc' && USABLE.has(state) && vpc !== undefined;

function openDoor(places: Places, hub: Pick<Hub, 'id' | 'namespace'>, given: { readonly attachment: ResourceId; readonly subnet: ResourceId }): Door | undefined {
  const { builder, design } = places;
  const subnet = resourceOf(design, given.subnet, 'subnet');
  const place = places.subnets.get(given.subnet);
  if (!subnet || !place) return undefined;
  const number = places.doors.length + 1;
  const device = `t${number}`;
  const [atRouter, atHub] = builder.transit({ namespace: place.router, device }, { namespace: hub.namespace, device });
  places.doors.push({ device, router: place.router, subnet: given.subnet });
  // What comes in is routed by the table of the attachment's subnet.
  builder.run(place.router, `rule add priority ${500 + number} iif ${device} lookup ${tableNumberOf(place.number)}`);
  places.ways.set(`${subnet.vpc} ${hub.id} ${subnet.availabilityZone}`, `via ${atHub} dev ${device} onlink`);
  return { attachment: given.attachment, zone: subnet.availabilityZone, number, way: `via ${atRouter} dev ${device} onlink` };
}

/** The next hop to an attachment for what came in by a door: in the same zone where there is a door, else by the first. */
function wayTo(hub: Hub, attachment: ResourceId | undefined, from: Door): string | undefined {
  const doors = hub.doors.filter((door) => door.attachment === attachment);
  return (doors.find(({ zone }) => zone === from.zone) ?? doors[0])?.way;
}

interface Learned {
  readonly destination: string;
  readonly attachment: ResourceId | undefined;
  readonly metric: number;
}

/** Static routes, and those that attachments propagate: a VPC's blocks (Transit Gateway guide, how-transit-gateways-work). */
function routesOf(places: Places, table: TransitGatewayRouteTable): readonly Learned[] {
  const rows = Object.values(table.routes).map((route, index): Learned => ({
    destination: route.destination,
    attachment: route.state === 'blackhole' ? undefined : route.attachment,
    metric: index + (route.origin === 'static' ? 10 : PROPAGATED_METRIC),
  }));
  const propagated = table.propagations.flatMap((attachment, index): Learned[] => {
    const vpc = resourceOf(places.design, resourceOf(places.design, attachment, 'transit-gateway-attachment')?.vpc, 'vpc');
    return vpc ? blocksOf(vpc).map((destination) => ({ destination, attachment, metric: PROPAGATED_METRIC + 100 + index })) : [];
  });
  return [...rows, ...propagated].filter(({ destination }) => !destination.includes(':'));
}

function routeDoor(places: Places, hub: Hub, door: Door): void {
  const { builder, design } = places;
  const number = FIRST_DOOR_TABLE + door.number;
  const table = resourceOf(design, resourceOf(design, door.attachment, 'transit-gateway-attachment')?.routeTable, 'transit-gateway-route-table');
  const lines = (table ? routesOf(places, table) : []).map(({ destination, attachment, metric }) => {
    const way = wayTo(hub, attachment, door);
    return way === undefined ? `route add blackhole ${destination} metric ${metric} table ${number}` : `route add ${destination} ${way} metric ${metric} table ${number}`;
  });
  builder.run(hub.namespace, `rule add priority ${number} iif t${door.number} lookup ${number}`, ...lines, `route add blackhole default metric 9000 table ${number}`);
}

/** Transit gateways with their VPC attachments; each attachment's subnet is a door between the two. */
export function addTransitGateways(places: Places): void {
  const { builder, design } = places;
  for (const [index, [id, gateway]] of resourcesOf(design, 'transit-gateway').entries()) {
    if (gateway.state === 'deleted' || gateway.state === 'deleting') continue;
    const namespace = builder.namespace(`tgw${index + 1}`, true);
    const attachments = resourcesOf(design, 'transit-gateway-attachment').filter(([, attachment]) => attachment.transitGateway === id && isUsable(attachment));
    const doors = attachments.flatMap(([attachment, { subnets }]) => subnets.flatMap((subnet) => openDoor(places, { id, namespace }, { attachment, subnet }) ?? []));
    const hub: Hub = { id, namespace, doors };
    for (const door of doors) routeDoor(places, hub, door);
  }
}
