import type { ResourceId } from '../../model/ids.ts';
import type { Instance } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { interfacesIn } from '../members.ts';
import { nextSiblingName, numberedName } from '../names.ts';
import { refusePlace, type Adder } from './adding.ts';
import { autoAssigned, groupFor, makeInterface, type NewInterface } from './make-interface.ts';

export interface NewInstance {
  readonly subnet: ResourceId;
  readonly name: string;
  readonly securityGroups?: readonly ResourceId[];
  readonly instanceType?: string;
  readonly services?: Instance['services'];
  readonly userData?: string;
  readonly role?: string;
  readonly address?: string;
  readonly public?: NewInterface['public'];
}

const DEFAULT_INSTANCE_TYPE = 't3.micro';

/**
 * Launches an instance as the console would: Amazon Linux 2023, t3.micro, running, one interface with the next free
 * address, a public address if the subnet auto-assigns one. Nothing listens on it until a service is added.
 */
export function makeInstance(draft: Draft, { subnet, name, services = {}, ...given }: NewInstance): ResourceId {
  const { vpc, autoAssignPublicIp } = draft.need(subnet, 'subnet');
  const instance = draft.add('i', {
    kind: 'instance',
    name,
    operatingSystem: 'amazon-linux-2023',
    instanceType: given.instanceType ?? DEFAULT_INSTANCE_TYPE,
    state: 'running',
    services,
    ...(given.userData !== undefined && { userData: given.userData }),
    ...(given.role !== undefined && { role: given.role }),
  });
  const publicAddress = given.public ?? (autoAssignPublicIp ? autoAssigned(draft) : undefined);
  makeInterface(draft, {
    subnet,
    name: `eni-${name}`,
    securityGroups: given.securityGroups ?? [groupFor(draft, vpc, name)],
    attachment: { resource: instance, deviceIndex: 0 },
    ...(given.address !== undefined && { address: given.address }),
    ...(publicAddress && { public: publicAddress }),
  });
  return instance;
}

function nameForInstance(draft: Draft, subnet: ResourceId): string {
  const ids = interfacesIn(draft.design, subnet).map(({ value }) => value.attachment?.resource);
  const names = ids.map((id) => draft.findOf(id, 'instance')?.name).filter((name) => name !== undefined);
  return nextSiblingName(draft.design, names) ?? numberedName(draft.design, 'instance');
}

/** Puts an instance in the subnet dropped on; its name continues the row of its neighbours. */
export const addInstance: Adder = (draft, { container, at, name }) => {
  const subnet = containerOf(container, 'subnet') ?? refusePlace('instance', container);
  const title = name ?? nameForInstance(draft, subnet.id);
  const instance = makeInstance(draft, { subnet: subnet.id, name: title });
  draft.place(instance, at);
  return { said: `Put ${title} in ${subnet.value.name}`, select: [instance] };
};
