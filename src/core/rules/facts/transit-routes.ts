import { contains, rangeOf, readCidr } from '../../address/cidr.ts';
import { compileTransitTable } from '../../forwarding/compile-transit-table.ts';
import { pickRoutes } from '../../forwarding/pick-route.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { associationOf, attachmentsOf, isUsableAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import type { ResourceId } from '../../model/ids.ts';
import { routesTo, subnetsOfTable, type RouteUse } from './uses.ts';

/** A VPC on a transit gateway by an attachment that carries traffic. */
export interface AttachedVpc {
  readonly gateway: ResourceId;
  readonly attachment: AttachmentEntry;
  readonly vpc: VpcEntry;
}

/** Every VPC of the design that is attached to a transit gateway of it. */
export const attachedVpcs = (lookup: Lookup): readonly AttachedVpc[] =>
  lookup.byKind['transit-gateway'].flatMap(({ id: gateway }) =>
    attachmentsOf(lookup, gateway).flatMap((attachment) => {
      const vpc = attachment.value.type === 'vpc' && attachment.value.vpc !== undefined && isUsableAttachment(attachment) ? lookup.vpcs.get(attachment.value.vpc) : undefined;
      return vpc ? [{ gateway, attachment, vpc }] : [];
    }),
  );

/** The routes of a VPC's tables to a transit gateway. */
export const routesInto = (lookup: Lookup, { gateway, vpc }: Pick<AttachedVpc, 'gateway' | 'vpc'>): readonly RouteUse[] =>
  (routesTo(lookup).get(gateway) ?? []).filter(({ table }) => table.value.vpc === vpc.id);

/** The subnets that send something to a transit gateway. */
export const sendersTo = (lookup: Lookup, attached: Pick<AttachedVpc, 'gateway' | 'vpc'>): readonly SubnetEntry[] => [
  ...new Set(routesInto(lookup, attached).flatMap(({ table }) => subnetsOfTable(lookup).get(table.id) ?? [])),
];

/** The route of a VPC that takes at least one whole block of another one to the transit gateway. */
export function routeTowards(lookup: Lookup, from: AttachedVpc, to: AttachedVpc): RouteUse | undefined {
  return routesInto(lookup, from).find(({ route }) => {
    const blocks = to.vpc.blocks.filter(({ family }) => family === 4);
    return blocks.some((block) => coversText(route.destination, block));
  });
}

function coversText(destination: string, block: VpcEntry['blocks'][number]): boolean {
  const cidr = readCidr(destination);
  return cidr !== undefined && (contains(cidr, block) || contains(block, cidr));
}

/** Whether the transit gateway leads from one of its VPCs to another one. */
export function leadsTo(lookup: Lookup, from: AttachedVpc, to: AttachedVpc): boolean {
  const association = associationOf(lookup, from.attachment, from.gateway);
  if (association.kind !== 'table' || association.table.value.routesKnown === false) return false;
  const compiled = compileTransitTable(lookup, association.table);
  return to.vpc.blocks.some((block) => pickRoutes(compiled.routes[block.family], rangeOf(block)).some(({ route }) => route?.attachment === to.attachment.id));
}
