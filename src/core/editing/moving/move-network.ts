import { zoneNames } from '../../aws/regions.ts';
import type { ResourceId } from '../../model/ids.ts';
import { zoneLetter } from '../adding/add-subnet.ts';
import { refusePlace } from '../adding/adding.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import { subnetsOf, zonesOf } from '../members.ts';
import { refuse } from '../refusal.ts';
import { moveToVpc, moveToZone } from './move-subnet.ts';
import type { Mover } from './moving.ts';

/** The zone of the same letter in another Region; zones without one there go to its first zone. */
function zoneIn(code: string, zone: string): string {
  const zones = zoneNames(code);
  return zones.find((name) => zoneLetter(name) === zoneLetter(zone)) ?? zones[0] ?? zone;
}

/** Puts a VPC in another Region: its zones take the names of that Region, its gateways go along. */
export const moveVpc: Mover = (draft, { id, container }) => {
  const region = containerOf(container, 'region') ?? refusePlace('vpc', container);
  const { name, region: from, availabilityZones } = draft.need(id, 'vpc');
  if (region.id === from) return undefined;
  const { code } = region.value;
  const zones = new Set(zonesOf(draft.design, id).map((zone) => zoneIn(code, zone)));
  if (zones.size < zonesOf(draft.design, id).length) refuse(`${name} spans more Availability Zones than ${region.value.name} has.`);
  draft.change(id, 'vpc', { region: region.id, availabilityZones: availabilityZones.map((zone) => zoneIn(code, zone)) });
  for (const subnet of subnetsOf(draft.design, id)) draft.change(subnet.id, 'subnet', { availabilityZone: zoneIn(code, subnet.value.availabilityZone) });
  followRegion(draft, id, { region: region.id, code });
  return `Move ${name} to ${region.value.name}`;
};

function followRegion(draft: Draft, vpc: ResourceId, { region, code }: { readonly region: ResourceId; readonly code: string }): void {
  for (const kind of ['internet-gateway', 'egress-only-internet-gateway', 'virtual-private-gateway'] as const) {
    for (const gateway of draft.list(kind)) if (gateway.value.vpc === vpc) draft.change(gateway.id, kind, { region });
  }
  const groups = new Set<string>(draft.list('db-subnet-group').filter(({ value }) => value.vpc === vpc).map(({ id }) => id));
  for (const { id, value } of draft.list('db-instance')) {
    if (value.subnetGroup === undefined || !groups.has(value.subnetGroup) || value.availabilityZone === undefined) continue;
    draft.change(id, 'db-instance', { availabilityZone: zoneIn(code, value.availabilityZone) });
  }
}

function placeOfSubnet(draft: Draft, container: Container, zone: string): { readonly vpc: ResourceId; readonly zone: string } {
  if (container.kind === 'zone') return container;
  const vpc = containerOf(container, 'vpc') ?? refusePlace('subnet', container);
  const code = draft.findOf(vpc.value.region, 'region')?.code;
  return { vpc: vpc.id, zone: code === undefined ? zone : zoneIn(code, zone) };
}

/** Puts a subnet in another zone, or in another VPC. */
export const moveSubnet: Mover = (draft, { id, container }) => {
  const before = draft.need(id, 'subnet');
  if (containerOf(container, 'vpc')?.id === before.vpc) return undefined;
  const place = placeOfSubnet(draft, container, before.availabilityZone);
  if (place.vpc === before.vpc && place.zone === before.availabilityZone) return undefined;
  if (place.vpc === before.vpc) {
    moveToZone(draft, id, place.zone);
    return `Move ${before.name} to ${place.zone}`;
  }
  moveToVpc(draft, id, place);
  const { cidr } = draft.need(id, 'subnet');
  const block = cidr === before.cidr || cidr === undefined ? '' : ` as ${cidr}`;
  return `Move ${before.name} to ${draft.nameOf(place.vpc)}${block}`;
};
