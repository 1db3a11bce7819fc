import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { giveGroup, guardedIn, vpcOf } from '../group-holders.ts';
import { numberedName, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';
import { makeGroup } from './make-interface.ts';

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

/** Adds a security group to a VPC, or gives a new one to what it was dropped on. */
export const addSecurityGroup: Adder = (draft, { container, name }) => {
  const vpc = containerOf(container, 'vpc');
  if (vpc) {
    const id = makeGroup(draft, vpc.id, name ?? numberedName(draft.design, `${vpc.value.name}-sg`));
    return { said: `Add ${draft.nameOf(id)} to ${vpc.value.name}, with no members`, select: [id] };
  }
  const target = guardedIn(container) ?? refusePlace('security-group', container);
  const home = vpcOf(draft, target.id) ?? refuse(`${target.name} stands in no subnet, so its VPC is not known.`);
  const id = makeGroup(draft, home, name ?? `${target.name}-sg`);
  giveGroup(draft, target.id, id);
  return { said: `Give ${target.name} the new ${draft.nameOf(id)}, which lets nothing in until it has rules`, select: [id] };
};
