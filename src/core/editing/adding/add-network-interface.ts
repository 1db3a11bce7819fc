import type { ResourceId } from '../../model/ids.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import { interfacesOf } from '../members.ts';
import { numberedName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';
import { groupFor, makeInterface } from './make-interface.ts';

/** The lowest device index an instance has free. */
export function nextDeviceIndex(draft: Draft, instance: ResourceId): number {
  const used = new Set(interfacesOf(draft.design, instance).map(({ value }) => value.attachment?.deviceIndex));
  let index = 0;
  while (used.has(index)) index += 1;
  return index;
}

function addToInstance(draft: Draft, instance: ResourceId, name: string | undefined): ResourceId {
  const { name: owner } = draft.need(instance, 'instance');
  const [primary] = interfacesOf(draft.design, instance);
  if (!primary) return refuse(`${owner} has no primary interface, so its subnet is not known; put it in a subnet first.`);
  return makeInterface(draft, {
    subnet: primary.value.subnet,
    name: name ?? `eni-${owner}`,
    securityGroups: primary.value.securityGroups,
    attachment: { resource: instance, deviceIndex: nextDeviceIndex(draft, instance) },
  });
}

function addToSubnet(draft: Draft, container: Container, name: string | undefined): ResourceId {
  const subnet = containerOf(container, 'subnet') ?? refusePlace('network-interface', container);
  const title = name ?? numberedName(draft.design, 'eni');
  return makeInterface(draft, { subnet: subnet.id, name: title, securityGroups: [groupFor(draft, subnet.value.vpc, title)] });
}

/** Adds an interface to a subnet, or to an instance, where it stands in the subnet and the groups of the primary one. */
export const addNetworkInterface: Adder = (draft, { container, at, name }) => {
  const instance = containerOf(container, 'instance');
  const id = instance ? addToInstance(draft, instance.id, name) : addToSubnet(draft, container, name);
  draft.place(id, at);
  const verb = instance ? 'Attach' : 'Put';
  const where = instance ? `to ${instance.value.name}` : `in ${draft.nameOf(draft.need(id, 'network-interface').subnet)}`;
  return { said: `${verb} ${draft.nameOf(id)} ${where}`, select: [id] };
};
