import { isGone } from '../model/life-cycle.ts';
import type { ResourceId } from '../model/ids.ts';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '../model/resources/index.ts';
import type { Entry, Lookup, SubnetEntry } from './entries.ts';

export type AttachmentEntry = Entry<TransitGatewayAttachment>;

const USABLE: readonly TransitGatewayAttachment['state'][] = ['available', 'modifying'];

/** Whether an attachment carries traffic (EC2 API, TransitGatewayAttachment, `state`). */
export const isUsableAttachment = ({ value }: AttachmentEntry): boolean => USABLE.includes(value.state);

const gatewaysOf = ({ value }: AttachmentEntry): readonly ResourceId[] =>
  value.type === 'peering' && value.peer?.transitGateway !== undefined ? [value.transitGateway, value.peer.transitGateway] : [value.transitGateway];

const known = new WeakMap<Lookup, ReadonlyMap<ResourceId, readonly AttachmentEntry[]>>();

function groupAttachments(lookup: Lookup): ReadonlyMap<ResourceId, readonly AttachmentEntry[]> {
  const groups = new Map<ResourceId, AttachmentEntry[]>();
  for (const attachment of lookup.byKind['transit-gateway-attachment']) {
    for (const gateway of gatewaysOf(attachment)) {
      const group = groups.get(gateway);
      if (group) group.push(attachment);
      else groups.set(gateway, [attachment]);
    }
  }
  return groups;
}

/** The attachments of a transit gateway, in any state; a peering is one of both its ends. */
export function attachmentsOf(lookup: Lookup, gateway: ResourceId): readonly AttachmentEntry[] {
  let groups = known.get(lookup);
  if (!groups) {
    groups = groupAttachments(lookup);
    known.set(lookup, groups);
  }
  return groups.get(gateway) ?? [];
}

/** The attachment of a VPC to a transit gateway: the usable one, else one in another state. */
export function attachmentOfVpc(lookup: Lookup, vpc: ResourceId, gateway: ResourceId): AttachmentEntry | undefined {
  const own = attachmentsOf(lookup, gateway).filter(({ value }) => value.type === 'vpc' && value.vpc === vpc);
  return own.find(isUsableAttachment) ?? own[0];
}

/** The attachment with this id. */
export function findAttachment(lookup: Lookup, id: ResourceId): AttachmentEntry | undefined {
  const value = lookup.resource(id);
  return value?.kind === 'transit-gateway-attachment' ? { id, value } : undefined;
}

/** The subnets of a VPC attachment that are in the design, at most one in each zone. */
export const subnetsOfAttachment = (lookup: Lookup, { value }: AttachmentEntry): readonly SubnetEntry[] =>
  value.subnets.map((id) => lookup.subnets.get(id)).filter((subnet) => subnet !== undefined);

/** The table that decides for what comes into a transit gateway through an attachment. */
export type Association =
  | { readonly kind: 'table'; readonly table: Entry<TransitGatewayRouteTable> }
  | { readonly kind: 'none' }
  /** The design does not say, or does not hold the table. */
  | { readonly kind: 'unknown'; readonly id: ResourceId | undefined };

function tableIdOf(lookup: Lookup, { value }: AttachmentEntry, gateway: ResourceId): { readonly id: ResourceId | undefined; readonly isKnown: boolean } {
  if (value.transitGateway === gateway) return { id: value.routeTable, isKnown: value.routeTableKnown !== false };
  return { id: value.peer?.routeTable, isKnown: lookup.design.snapshot === undefined };
}

/** Which table an attachment is associated with at one of its transit gateways. */
export function associationOf(lookup: Lookup, attachment: AttachmentEntry, gateway: ResourceId): Association {
  const { id, isKnown } = tableIdOf(lookup, attachment, gateway);
  if (id === undefined) return isKnown ? { kind: 'none' } : { kind: 'unknown', id };
  const value = lookup.resource(id);
  return value?.kind === 'transit-gateway-route-table' ? { kind: 'table', table: { id, value } } : { kind: 'unknown', id };
}

/** The tables of a transit gateway. */
export const tablesOf = (lookup: Lookup, gateway: ResourceId): readonly Entry<TransitGatewayRouteTable>[] =>
  lookup.byKind['transit-gateway-route-table'].filter(({ value }) => value.transitGateway === gateway);

/** The transit gateway at the other end of a peering; `undefined` where nobody knows it. */
export const farGateway = ({ value }: AttachmentEntry, from: ResourceId): ResourceId | undefined =>
  value.transitGateway === from ? value.peer?.transitGateway : value.transitGateway;

/** Whether a transit gateway is there at all. */
export function isTransitGatewayGone(lookup: Lookup, gateway: ResourceId): boolean {
  const value = lookup.resource(gateway);
  return value?.kind === 'transit-gateway' && isGone(value);
}
