import { subnetsOfAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { blockAt, evidenceAt, NOWHERE, passOn, towardsAim, type TraceContext } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';
import { routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/**
 * Whether the design holds all subnets of an attachment. One that names none is of a snapshot that lacks them: every VPC
 * attachment has at least one (EC2 API, CreateTransitGatewayVpcAttachment).
 */
function areSubnetsKnown({ lookup }: TraceContext, { value }: AttachmentEntry): boolean {
  if (value.subnets.length === 0) return lookup.design.snapshot === undefined;
  return value.subnets.every((id) => lookup.subnets.has(id));
}

/** An attachment reaches only the zones it has a subnet in (Transit Gateway guide, tgw-vpc-attachments). */
function stopInZone({ context, flight, subnet, route, target }: TargetInput<'transit-gateway'>): Flight {
  const table = subnet.routeTable?.id ?? subnet.id;
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(subnet, route) });
  const isKnown = areSubnetsKnown(context, target.attachment);
  return blockAt(context, routed, {
    block: {
      component: 'transit-gateway',
      resource: target.id,
      code: 'TGW_ROUTE_AZ_RESTRICTION',
      certainty: isKnown ? undefined : 'unknown',
      evidence: [evidenceAt(target.attachment.id), evidenceAt(subnet.id), evidenceAt(table, route.row)],
      subject: { subnet: subnet.id, vpc: subnet.vpc.id, target: target.attachment.id },
    },
    next: towardsAim(flight, subnet),
  });
}

/**
 * The route sends traffic to a transit gateway: into the attachment's subnet of the same zone, whose network ACL judges it
 * on the way in, be it the sender's own subnet or another one (Transit Gateway guide, tgw-nacls).
 */
export function forwardToTransitGateway(input: TargetInput<'transit-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const zone = subnet.value.availabilityZone;
  const entrance = subnetsOfAttachment(context.lookup, target.attachment).find(({ value }) => value.availabilityZone === zone);
  if (!entrance) return [stopInZone(input)];
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(subnet, route) });
  const next: Place = { at: 'transit-gateway-in', gateway: target.id, attachment: target.attachment.id, zone };
  return passNetworkAcl(context, routed, { subnet: entrance, direction: 'inbound', next });
}
