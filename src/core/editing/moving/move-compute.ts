import { asRowId, type ResourceId } from '../../model/ids.ts';
import { nextDeviceIndex } from '../adding/add-network-interface.ts';
import { vpcOf } from '../group-holders.ts';
import { refusePlace } from '../adding/adding.ts';
import { takeAddress } from '../adding/make-interface.ts';
import { blackholeRoutes } from '../blackholes.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import { interfacesOf, primaryAddressOf } from '../members.ts';
import { refuse } from '../refusal.ts';
import { rowEntries } from '../rows.ts';
import { failOver } from '../set-multi-az.ts';
import { moveInterface, requireOneZone } from './move-interface.ts';
import type { Mover } from './moving.ts';

function sayAddress(draft: Draft, id: ResourceId): string {
  const address = primaryAddressOf(draft.need(id, 'network-interface'))?.address.address;
  return address === undefined ? '' : ` as ${address}`;
}

/** Puts an instance in another subnet: every interface it has beside the primary one goes along. */
export const moveInstance: Mover = (draft, { id, container }) => {
  const { name } = draft.need(id, 'instance');
  const subnet = containerOf(container, 'subnet') ?? refusePlace('instance', container);
  const interfaces = interfacesOf(draft.design, id);
  const [primary] = interfaces;
  if (!primary) return refuse(`${name} has no network interface to put in ${subnet.value.name}.`);
  if (primary.value.subnet === subnet.id) return undefined;
  const going = interfaces.filter((entry) => entry.value.subnet === primary.value.subnet);
  const staying = interfaces.filter((entry) => entry.value.subnet !== primary.value.subnet);
  requireOneZone(draft, name, [subnet.id, ...staying.map((entry) => entry.value.subnet)]);
  leaveRoutes(draft, id, subnet.value.vpc);
  for (const entry of going) moveInterface(draft, entry.id, subnet.id);
  return `Put ${name} in ${subnet.value.name}${sayAddress(draft, primary.id)}`;
};

/** Routes of the old VPC to an instance that goes to another VPC have no target there any more. */
function leaveRoutes(draft: Draft, instance: ResourceId, to: ResourceId): void {
  const from = vpcOf(draft, instance);
  if (from === undefined || from === to) return;
  blackholeRoutes(draft, new Set([instance, ...interfacesOf(draft.design, instance).map(({ id }) => id)]), from);
}

/** Attaches a loose interface to an instance of its zone. */
export function attachInterface(draft: Draft, id: ResourceId, instance: ResourceId): string {
  const { name, subnet, attachment, owner } = draft.need(id, 'network-interface');
  const to = draft.need(instance, 'instance');
  if (attachment) refuse(`${name} is attached to ${draft.nameOf(attachment.resource)}; detach it first.`);
  if (owner !== undefined) refuse(`${name} belongs to a service (${owner}) and cannot be attached to an instance.`);
  requireOneZone(draft, to.name, [subnet, ...interfacesOf(draft.design, instance).map((entry) => entry.value.subnet)]);
  draft.change(id, 'network-interface', { attachment: { resource: instance, deviceIndex: nextDeviceIndex(draft, instance) } });
  return `Attach ${name} to ${to.name}`;
}

/** Puts an interface in another subnet, or attaches a loose one to an instance. */
export const moveNetworkInterface: Mover = (draft, { id, container }) => {
  const value = draft.need(id, 'network-interface');
  const instance = containerOf(container, 'instance');
  if (instance) return value.attachment?.resource === instance.id ? undefined : attachInterface(draft, id, instance.id);
  const subnet = containerOf(container, 'subnet') ?? refusePlace('network-interface', container);
  if (subnet.id === value.subnet) return undefined;
  requireMovable(draft, id, subnet.id);
  leaveVpc(draft, id, { from: value.subnet, to: subnet.id });
  moveInterface(draft, id, subnet.id);
  return `Put ${value.name} in ${subnet.value.name}${sayAddress(draft, id)}`;
};

function requireMovable(draft: Draft, id: ResourceId, subnet: ResourceId): void {
  const value = draft.need(id, 'network-interface');
  if (value.owner !== undefined) refuse(`${value.name} belongs to a service (${value.owner}) and stays in ${draft.nameOf(value.subnet)}.`);
  const holder = value.attachment?.resource;
  if (holder === undefined) return;
  const others = interfacesOf(draft.design, holder).filter((entry) => entry.id !== id);
  requireOneZone(draft, draft.nameOf(holder), [subnet, ...others.map((entry) => entry.value.subnet)]);
}

/** Routes of the VPC that something leaves have no target there any more. */
function leaveVpc(draft: Draft, id: ResourceId, { from, to }: { readonly from: ResourceId | undefined; readonly to: ResourceId }): void {
  const before = draft.findOf(from, 'subnet')?.vpc;
  if (before !== undefined && before !== draft.need(to, 'subnet').vpc) blackholeRoutes(draft, new Set([id]), before);
}

/** Puts a NAT gateway in another subnet; in another VPC the routes to it are blackholes. */
export const moveNatGateway: Mover = (draft, { id, container }) => {
  const { name, subnet: from, addresses } = draft.need(id, 'nat-gateway');
  const subnet = containerOf(container, 'subnet') ?? refusePlace('nat-gateway', container);
  if (subnet.id === from) return undefined;
  leaveVpc(draft, id, { from, to: subnet.id });
  const privateAddress = takeAddress(draft, subnet.id);
  const [row, held] = rowEntries(addresses)[0] ?? [asRowId('address-1'), {}];
  draft.change(id, 'nat-gateway', { subnet: subnet.id, addresses: { [row]: { ...held, privateAddress, primary: true } } });
  return `Put ${name} in ${subnet.value.name} as ${privateAddress}`;
};

function placeMeant(container: Container): { readonly vpc: ResourceId; readonly zone?: string } {
  if (container.kind === 'zone') return container;
  const subnet = containerOf(container, 'subnet');
  if (subnet) return { vpc: subnet.value.vpc, zone: subnet.value.availabilityZone };
  return { vpc: (containerOf(container, 'vpc') ?? refusePlace('db-instance', container)).id };
}

/** Dropped on another zone of its group, a DB instance fails over to it; it never leaves its VPC. */
export const moveDbInstance: Mover = (draft, { id, container }) => {
  const { name, availabilityZone } = draft.need(id, 'db-instance');
  const home = vpcOf(draft, id);
  const { vpc, zone } = placeMeant(container);
  if (home !== undefined && vpc !== home) refuse(`${name} stays in ${draft.nameOf(home)}, the VPC of its DB subnet group.`);
  if (zone === undefined || zone === availabilityZone) return undefined;
  failOver(draft, id, zone);
  return `Fail ${name} over to ${zone}`;
};
