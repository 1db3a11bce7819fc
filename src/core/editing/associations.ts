import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';

type Associated = 'route-table' | 'network-acl';

const FIELDS = { 'route-table': 'routeTable', 'network-acl': 'networkAcl' } as const;
const IMPLICIT = { 'route-table': 'main route table', 'network-acl': 'default network ACL' } as const;

/** Puts a table or ACL of the same VPC on a subnet, or puts the subnet back on the main table or default ACL. */
export function associateWith(draft: Draft, kind: Associated, { subnet, with: wanted }: { readonly subnet: ResourceId; readonly with: ResourceId | undefined }): void {
  const { name, vpc, ...value } = draft.need(subnet, 'subnet');
  if (wanted !== undefined && draft.need(wanted, kind).vpc !== vpc) {
    refuse(`${draft.nameOf(wanted)} belongs to ${draft.nameOf(draft.need(wanted, kind).vpc)} and ${name} to ${draft.nameOf(vpc)}; a subnet uses what belongs to its own VPC.`);
  }
  if (value[FIELDS[kind]] === wanted) refuse(wanted === undefined ? `${name} uses the ${IMPLICIT[kind]} already.` : `${name} uses ${draft.nameOf(wanted)} already.`);
  draft.change(subnet, 'subnet', { [FIELDS[kind]]: wanted });
}

function associate(design: Design, kind: Associated, given: { readonly subnet: ResourceId; readonly with: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    associateWith(draft, kind, given);
    const subnet = draft.nameOf(given.subnet);
    const said = given.with === undefined ? `Put ${subnet} back on the ${IMPLICIT[kind]}` : `Put ${draft.nameOf(given.with)} on ${subnet}`;
    return { said, select: [given.subnet] };
  });
}

/**
 * Associates a route table with a subnet; without one the subnet goes back to the VPC's main table.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function associateRouteTable(design: Design, given: { readonly subnet: ResourceId; readonly routeTable: ResourceId | undefined }): EditResult {
  return associate(design, 'route-table', { subnet: given.subnet, with: given.routeTable });
}

/**
 * Associates a network ACL with a subnet; without one the subnet goes back to the VPC's default ACL.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function associateNetworkAcl(design: Design, given: { readonly subnet: ResourceId; readonly networkAcl: ResourceId | undefined }): EditResult {
  return associate(design, 'network-acl', { subnet: given.subnet, with: given.networkAcl });
}

/** Makes a custom table the main one of its VPC; the old main table becomes a custom one, as in AWS. */
export function makeMainRouteTable(design: Design, { routeTable }: { readonly routeTable: ResourceId }): EditResult {
  return edit(design, (draft) => {
    const { name, vpc } = draft.need(routeTable, 'route-table');
    const { mainRouteTable } = draft.need(vpc, 'vpc');
    if (mainRouteTable === routeTable) refuse(`${name} is the main route table of ${draft.nameOf(vpc)} already.`);
    draft.change(vpc, 'vpc', { mainRouteTable: routeTable });
    return { said: `Make ${name} the main route table of ${draft.nameOf(vpc)}`, select: [routeTable] };
  });
}
