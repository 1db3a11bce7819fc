import type { ResourceId } from '../model/ids.ts';
import type { Lookup } from './entries.ts';
import { attachmentOfVpc, isTransitGatewayGone, isUsableAttachment } from './transit-gateways.ts';

/** The transit gateways that both VPCs are attached to. */
export const sharedTransitGateways = (lookup: Lookup, one: ResourceId, other: ResourceId): readonly ResourceId[] =>
  lookup.byKind['transit-gateway'].flatMap(({ id }) => {
    const ends = [attachmentOfVpc(lookup, one, id), attachmentOfVpc(lookup, other, id)];
    return !isTransitGatewayGone(lookup, id) && ends.every((end) => end !== undefined && isUsableAttachment(end)) ? [id] : [];
  });

/**
 * Whether groups of one VPC can be named in the rules of another one over a transit gateway: it is on at the transit
 * gateway, where it is off by default, and not off at either attachment, where it is on by default; the two share the
 * transit gateway and so its Region. Inbound rules alone (Transit Gateway guide, tgw-vpc-attachments, security group
 * referencing; https://aws.amazon.com/blogs/networking-and-content-delivery/introducing-security-group-referencing-for-aws-transit-gateway/).
 */
export function reachesOverTransit(lookup: Lookup, one: ResourceId, other: ResourceId): boolean {
  return sharedTransitGateways(lookup, one, other).some((id) => {
    const value = lookup.resource(id);
    if (value?.kind !== 'transit-gateway' || value.securityGroupReferencing !== true) return false;
    return [one, other].every((vpc) => attachmentOfVpc(lookup, vpc, id)?.value.securityGroupReferencing !== false);
  });
}
