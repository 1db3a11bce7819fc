import type { ResourceId } from '@core/model/ids.ts';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '@core/model/resources/index.ts';
import type { Places } from './build-network.ts';
import { officesOf } from './build-on-premises.ts';
import { tableNumberOf } from './build-routes.ts';
import { blocksOf, familyOf, resourceOf, resourcesOf } from './design-reading.ts';

/** One place where a transit gateway meets something: an attachment's subnet, or the far end of a VPN. */
interface Door {
  readonly attachment: ResourceId;
  /** Missing for a VPN, which has no zone. */
  readonly zone?: string;
  readonly number: number;
  /** The way from the transit gateway out of this door. */
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

const isUsable = ({ state }: TransitGatewayAttachment): boolean => USABLE.has(state);

function openSubnetDoor(places: Places, hub: Pick<Hub, 'id' | 'namespace'>, given: { readonly attachment: ResourceId; readonly subnet: ResourceId }): Door | undefined {
  const { builder, design } = places;
  const subnet = resourceOf(design, given.subnet, 'subnet');
  const place = places.subnets.get(given.subnet);
  if (!subnet || !place) return undefined;
  const number = places.nextDoor();
  const device = `t${number}`;
  const [atRouter, atHub] = builder.transit({ namespace: place.router, device }, { namespace: hub.namespace, device });
  places.doors.push({ device, router: place.router, subnet: given.subnet });
  // What comes in is routed by the table of the attachment's subnet.
  builder.run(place.router, `rule add priority ${500 + number} iif ${device} lookup ${tableNumberOf(place.number)}`);
  places.ways.set(`${subnet.vpc} ${hub.id} ${subnet.availabilityZone}`, `via ${atHub} dev ${device} onlink`);
  return { attachment: given.attachment, zone: subnet.availabilityZone, number, way: `via ${atRouter} dev ${device} onlink` };
}

/** A VPN ends in the office it leads to, whose default route is the way back. */
function openVpnDoor(places: Places, hub: Pick<Hub, 'id' | 'namespace'>, given: { readonly attachment: ResourceId; readonly vpnConnection: ResourceId | undefined }): Door | undefined {
  const { builder, design } = places;
  const office = officesOf(design, places.family).find(({ connection }) => connection === given.vpnConnection);
  if (!office) return undefined;
  const number = places.nextDoor();
  const device = `t${number}`;
  const [atOffice, atHub] = builder.transit({ namespace: office.namespace, device }, { namespace: hub.namespace, device });
  builder.run(office.namespace, `route add default via ${atHub} dev ${device}`);
  return { attachment: given.attachment, number, way: `via ${atOffice} dev ${device} onlink` };
}

function openDoors(places: Places, hub: Pick<Hub, 'id' | 'namespace'>, attachment: ResourceId): readonly Door[] {
  const value = resourceOf(places.design, attachment, 'transit-gateway-attachment');
  if (!value || !isUsable(value)) return [];
  if (value.type === 'vpn') return [openVpnDoor(places, hub, { attachment, vpnConnection: value.vpnConnection })].filter((door) => door !== undefined);
  return value.type === 'vpc' ? value.subnets.flatMap((subnet) => openSubnetDoor(places, hub, { attachment, subnet }) ?? []) : [];
}

/** The next hop to an attachment for what came in by a door: in the same zone where there is a door, else by the first. */
function wayTo(hub: Hub, attachment: ResourceId | undefined, from: Door): string | undefined {
  const doors = hub.doors.filter((door) => door.attachment === attachment);
  return (doors.find(({ zone }) => zone !== undefined && zone === from.zone) ?? doors[0])?.way;
}

interface Learned {
  readonly destination: string;
  readonly attachment: ResourceId | undefined;
  readonly metric: number;
}

/** What an attachment propagates: a VPC its blocks, a VPN what the gateway knows (Transit Gateway guide, how-transit-gateways-work). */
function propagatedBy(places: Places, attachment: ResourceId): readonly string[] {
  const value = resourceOf(places.design, attachment, 'transit-gateway-attachment');
  if (!value || !isUsable(value)) return [];
  const vpc = resourceOf(places.design, value.vpc, 'vpc');
  if (vpc) return blocksOf(vpc, places.family);
  return officesOf(places.design, places.family).find(({ connection }) => connection === value.vpnConnection)?.known ?? [];
}

/** Static routes, and those that are propagated. */
function routesOf(places: Places, table: TransitGatewayRouteTable): readonly Learned[] {
  const rows = Object.values(table.routes).map((route, index): Learned => ({
    destination: route.destination,
    attachment: route.state === 'blackhole' ? undefined : route.attachment,
    metric: index + (route.origin === 'static' ? 10 : PROPAGATED_METRIC),
  }));
  const propagated = table.propagations.flatMap((attachment, index): readonly Learned[] => {
    return propagatedBy(places, attachment).map((destination) => ({ destination, attachment, metric: PROPAGATED_METRIC + 100 + index }));
  });
  return [...rows, ...propagated].filter(({ destination }) => familyOf(destination) === places.family);
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

/** Transit gateways with the VPCs and VPNs attached to them. */
export function addTransitGateways(places: Places): void {
  const { builder, design } = places;
  for (const [index, [id, gateway]] of resourcesOf(design, 'transit-gateway').entries()) {
    if (gateway.state === 'deleted' || gateway.state === 'deleting') continue;
    const namespace = builder.namespace(`tgw${index + 1}`, true);
    const attachments = resourcesOf(design, 'transit-gateway-attachment').filter(([, attachment]) => attachment.transitGateway === id);
    const doors = attachments.flatMap(([attachment]) => openDoors(places, { id, namespace }, attachment));
    const hub: Hub = { id, namespace, doors };
    for (const door of doors) routeDoor(places, hub, door);
  }
}
