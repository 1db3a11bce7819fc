import { quotas } from '../../aws/limits.ts';
import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { interfacesOf } from '../members.ts';
import { numberedName, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';
import { makeGroup } from './make-interface.ts';

const GROUPS_PER_INTERFACE = quotas.securityGroupsPerNetworkInterface.default;

/** Makes a custom network ACL, which denies everything until rules are added (VPC User Guide, vpc-network-acls). */
export const makeNetworkAcl = (draft: Draft, vpc: ResourceId, name: string): ResourceId =>
  draft.add('acl', { kind: 'network-acl', name, vpc, inbound: {}, outbound: {} });

/** Makes a custom route table: it holds the local routes only. */
export const makeRouteTable = (draft: Draft, vpc: ResourceId, name: string): ResourceId =>
  draft.add('rtb', { kind: 'route-table', name, vpc, routes: {}, propagatingGateways: [] });

/** Adds an empty ACL to the VPC, or puts it on the subnet dropped on, where it denies everything until it has rules. */
export const addNetworkAcl: Adder = (draft, { container, name }) => {
  const subnet = containerOf(container, 'subnet');
  const vpc = subnet?.value.vpc ?? containerOf(container, 'vpc')?.id ?? refusePlace('network-acl', container);
  const id = makeNetworkAcl(draft, vpc, name ?? uniqueName(draft.design, `acl-${draft.nameOf(subnet?.id ?? vpc)}`));
  if (!subnet) return { said: `Add ${draft.nameOf(id)} to ${draft.nameOf(vpc)}, associated with no subnet`, select: [id] };
  draft.change(subnet.id, 'subnet', { networkAcl: id });
  return { said: `Put ${draft.nameOf(id)} on ${subnet.value.name}, which denies everything until it has rules`, select: [id] };
};

/** Adds a route table to the VPC, or puts it on the subnet dropped on; it holds the local routes only. */
export const addRouteTable: Adder = (draft, { container, name }) => {
  const subnet = containerOf(container, 'subnet');
  const vpc = subnet?.value.vpc ?? containerOf(container, 'vpc')?.id ?? refusePlace('route-table', container);
  const id = makeRouteTable(draft, vpc, name ?? uniqueName(draft.design, `rtb-${draft.nameOf(subnet?.id ?? vpc)}`));
  if (!subnet) return { said: `Add ${draft.nameOf(id)} to ${draft.nameOf(vpc)}, associated with no subnet`, select: [id] };
  draft.change(subnet.id, 'subnet', { routeTable: id });
  return { said: `Put ${draft.nameOf(id)} on ${subnet.value.name}, with local routes only`, select: [id] };
};

/** The interfaces a group dropped on something would guard: of an instance its primary one, of a DB instance all. */
function guardedInterfaces(draft: Draft, target: ResourceId): readonly ResourceId[] {
  if (draft.findOf(target, 'network-interface')) return [target];
  const interfaces = interfacesOf(draft.design, target).map(({ id }) => id);
  return draft.findOf(target, 'instance') ? interfaces.slice(0, 1) : interfaces;
}

/** Gives a group to an instance's primary interface, to a DB instance and its interfaces, or to one interface. */
export function giveGroup(draft: Draft, target: ResourceId, group: ResourceId): void {
  const interfaces = guardedInterfaces(draft, target);
  const database = draft.findOf(target, 'db-instance');
  if (interfaces.length === 0 && !database) refuse(`${draft.nameOf(target)} has no network interface that a security group could guard.`);
  const held = [...interfaces.map((id) => draft.need(id, 'network-interface').securityGroups), ...(database ? [database.securityGroups] : [])];
  if (held.every((groups) => groups.includes(group))) refuse(`${draft.nameOf(target)} has ${draft.nameOf(group)} already.`);
  if (held.some((groups) => !groups.includes(group) && groups.length >= GROUPS_PER_INTERFACE)) {
    refuse(`${draft.nameOf(target)} has ${GROUPS_PER_INTERFACE} security groups, AWS’s default quota for one interface; take one away first.`);
  }
  const withGroup = (groups: readonly ResourceId[]): ResourceId[] => [...new Set([...groups, group])];
  for (const id of interfaces) draft.change(id, 'network-interface', { securityGroups: withGroup(draft.need(id, 'network-interface').securityGroups) });
  if (database) draft.change(target, 'db-instance', { securityGroups: withGroup(database.securityGroups) });
}

/** The VPC of an instance, DB instance or interface; `undefined` when none of its subnets is known. */
export function vpcOf(draft: Draft, target: ResourceId): ResourceId | undefined {
  const own = draft.findOf(target, 'network-interface');
  const subnet = own?.subnet ?? interfacesOf(draft.design, target)[0]?.value.subnet;
  const group = draft.findOf(draft.findOf(target, 'db-instance')?.subnetGroup, 'db-subnet-group');
  return draft.findOf(subnet, 'subnet')?.vpc ?? group?.vpc;
}

const GUARDED = ['instance', 'db-instance', 'network-interface'] as const;

/** Adds a security group to a VPC, or gives a new one to the instance, DB instance or interface dropped on. */
export const addSecurityGroup: Adder = (draft, { container, name }) => {
  const vpc = containerOf(container, 'vpc');
  if (vpc) {
    const id = makeGroup(draft, vpc.id, name ?? numberedName(draft.design, `${vpc.value.name}-sg`));
    return { said: `Add ${draft.nameOf(id)} to ${vpc.value.name}, with no members`, select: [id] };
  }
  const target = GUARDED.map((kind) => containerOf(container, kind)).find((found) => found !== undefined) ?? refusePlace('security-group', container);
  const home = vpcOf(draft, target.id) ?? refuse(`${target.value.name} stands in no subnet, so its VPC is not known.`);
  const id = makeGroup(draft, home, name ?? `${target.value.name}-sg`);
  giveGroup(draft, target.id, id);
  return { said: `Give ${target.value.name} the new ${draft.nameOf(id)}, which lets nothing in until it has rules`, select: [id] };
};
