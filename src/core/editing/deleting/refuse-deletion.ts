import type { ResourceId } from '../../model/ids.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusal.ts';

interface Judged {
  readonly id: ResourceId;
  readonly doomed: ReadonlySet<string>;
}

function refuseMainRouteTable(draft: Draft, { id, doomed }: Judged): void {
  const { name, vpc } = draft.need(id, 'route-table');
  if (doomed.has(vpc) || draft.findOf(vpc, 'vpc')?.mainRouteTable !== id) return;
  refuse(`${name} is the main route table of ${draft.nameOf(vpc)}, which AWS does not delete; make another table the main one first.`);
}

function refuseDefaultNetworkAcl(draft: Draft, { id, doomed }: Judged): void {
  const { name, vpc } = draft.need(id, 'network-acl');
  if (doomed.has(vpc) || draft.findOf(vpc, 'vpc')?.defaultNetworkAcl !== id) return;
  refuse(`${name} is the default network ACL of ${draft.nameOf(vpc)}, which AWS does not delete.`);
}

function refuseDefaultSecurityGroup(draft: Draft, { id, doomed }: Judged): void {
  const { name, vpc } = draft.need(id, 'security-group');
  if (doomed.has(vpc) || draft.findOf(vpc, 'vpc')?.defaultSecurityGroup !== id) return;
  refuse(`${name} is the default security group of ${draft.nameOf(vpc)}, which AWS does not delete.`);
}

function refuseServiceInterface(draft: Draft, { id, doomed }: Judged): void {
  const { name, attachment, subnet } = draft.need(id, 'network-interface');
  const holder = attachment?.resource;
  if (doomed.has(subnet) || holder === undefined || doomed.has(holder) || attachment?.role === undefined) return;
  refuse(`${name} belongs to DB instance ${draft.nameOf(holder)} and goes with it; turn Multi-AZ off or delete ${draft.nameOf(holder)}.`);
}

function refuseUsedSubnetGroup(draft: Draft, { id, doomed }: Judged): void {
  const user = draft.list('db-instance').find((entry) => entry.value.subnetGroup === id && !doomed.has(entry.id));
  if (user) refuse(`${draft.nameOf(id)} holds the subnets of DB instance ${user.value.name}; delete ${user.value.name} first.`);
}

const REFUSALS = {
  'route-table': refuseMainRouteTable,
  'network-acl': refuseDefaultNetworkAcl,
  'security-group': refuseDefaultSecurityGroup,
  'network-interface': refuseServiceInterface,
  'db-subnet-group': refuseUsedSubnetGroup,
} as const;

const isRefusable = (kind: string): kind is keyof typeof REFUSALS => Object.hasOwn(REFUSALS, kind);

/** Refuses what AWS does not delete alone: main tables, default ACLs and groups, the interfaces of services. */
export function refuseDeletion(draft: Draft, doomed: ReadonlySet<ResourceId>): void {
  for (const id of doomed) {
    const kind = draft.find(id)?.kind;
    if (kind !== undefined && isRefusable(kind)) REFUSALS[kind](draft, { id, doomed });
  }
}

/** Refuses to delete the primary interface of an instance: AWS deletes the two together. */
export function refusePrimaryInterfaces(draft: Draft, chosen: readonly ResourceId[]): void {
  for (const id of chosen) {
    const attachment = draft.findOf(id, 'network-interface')?.attachment;
    if (attachment?.deviceIndex !== 0 || attachment.role !== undefined || chosen.includes(attachment.resource)) continue;
    refuse(`${draft.nameOf(id)} is the primary interface of ${draft.nameOf(attachment.resource)} and goes with it; delete ${draft.nameOf(attachment.resource)} instead.`);
  }
}
