import { rangeOf, readCidr } from '../../address/cidr.ts';
import { intervalCovers, type Interval } from '../../address/interval.ts';
import { associateTransitTable, addTransitRoute, attachToTransitGateway, setAttachmentSubnet, setTransitPropagation, subnetsForAttachment } from '../../editing/transit-gateways.ts';
import { addAllowedPrefix } from '../../editing/direct-connect.ts';
import type { Fix } from '../../findings/fix.ts';
import { propagatedBy } from '../../forwarding/transit-propagation.ts';
import { attachmentsOf, findAttachment, isUsableAttachment, tablesOf, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { asResourceId, type ResourceId, type RowId } from '../../model/ids.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { repeatableRandom } from '../random.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { cidrOf } from './rule-traffic.ts';

const KEEPS_SHUT = 'Opens nothing by itself: routes, addresses and rules still decide.';

/** Attaches the VPC, or gives its attachment a subnet in the zone that has none. */
export function fixTransitGateway({ lookup, block }: FixInput): readonly Fix[] {
  const { vpc, subnet, target } = block.subject;
  const gateway = asResourceId(block.resource);
  if (vpc === undefined) return [];
  if (block.code === 'BAD_STATE_ATTACHMENT') {
    const random = repeatableRandom(Object.keys(lookup.design.resources).length);
    return fixFrom(attachToTransitGateway(lookup.design, { gateway, vpc, random }), { title: `Attach ${lookup.nameOf(vpc)} to ${lookup.nameOf(gateway)}`, effect: KEEPS_SHUT });
  }
  const zone = subnet === undefined ? undefined : lookup.subnets.get(subnet)?.value.availabilityZone;
  const added = subnetsForAttachment(lookup.design, vpc).find((id) => lookup.subnets.get(id)?.value.availabilityZone === zone);
  if (block.code !== 'TGW_ROUTE_AZ_RESTRICTION' || added === undefined || target === undefined) return [];
  const result = setAttachmentSubnet(lookup.design, { attachment: asResourceId(target), subnet: added, isOn: true });
  return fixFrom(result, { title: `Add ${lookup.nameOf(added)} to ${lookup.nameOf(target)}`, effect: `Lets the subnets of ${zone ?? 'that zone'} reach ${lookup.nameOf(gateway)}.` });
}

/** Associates the attachment with the one table there is. */
export function fixTransitAttachment({ lookup, block }: FixInput): readonly Fix[] {
  const attachment = findAttachment(lookup, asResourceId(block.resource));
  const [table, ...others] = attachment ? tablesOf(lookup, attachment.value.transitGateway) : [];
  if (block.code !== 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION' || !attachment || !table || others.length > 0) return [];
  const result = associateTransitTable(lookup.design, { attachment: attachment.id, table: table.id });
  return fixFrom(result, { title: `Associate ${lookup.nameOf(attachment.id)} with ${lookup.nameOf(table.id)}`, effect: `Sends what comes from it where the routes of ${lookup.nameOf(table.id)} lead.` });
}

function vpcOf(end: Endpoint): ResourceId | undefined {
  if (end.kind === 'interfaces') return end.interfaces[0]?.subnet.vpc.id;
  return end.kind === 'host' ? end.subnet.vpc.id : undefined;
}

/** The attachment that leads to the end the blocked traffic is going to. */
function attachmentTowards({ lookup, block, from, to }: FixInput, gateway: ResourceId): AttachmentEntry | undefined {
  const end = block.leg === 'request' ? to : from;
  const usable = attachmentsOf(lookup, gateway).filter(isUsableAttachment);
  const vpc = vpcOf(end);
  if (vpc !== undefined) return usable.find(({ value }) => value.vpc === vpc);
  if (end.kind !== 'on-premises') return undefined;
  // What lies beyond another gateway is not reached by this one's connections.
  return usable.find(({ value }) => (value.type === 'vpn' && end.gateway === gateway) || (value.type === 'direct-connect-gateway' && (end.gateway === gateway || end.gateway === value.directConnectGateway)));
}

function coversAll(text: string, destination: Interval): boolean {
  const cidr = readCidr(text);
  return cidr !== undefined && intervalCovers(rangeOf(cidr), destination);
}

/** Where a route of the table decides already, which one that is added may not outdo. */
const WINS_OVER_NEW_ROUTES: ReadonlySet<string> = new Set(['TGW_RTB_BAD_STATE_ROUTE', 'X_ADDRESS_HELD_ELSEWHERE']);

/** Lets the attachment propagate into the table; else, or where that does not cover the address, adds a static route. */
export function fixTransitTable(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const table = lookup.resource(block.resource);
  if (table?.kind !== 'transit-gateway-route-table' || block.certainty === 'unknown') return [];
  const id = asResourceId(block.resource);
  const attachment = attachmentTowards(input, table.transitGateway);
  if (!attachment || WINS_OVER_NEW_ROUTES.has(block.code)) return [];
  const effect = `Changes where the attachments associated with ${lookup.nameOf(id)} send it.`;
  const name = lookup.nameOf(attachment.id);
  const isCovered = propagatedBy(lookup, attachment.id).blocks.some((text) => coversAll(text, block.traffic.destination));
  const propagated = table.propagations.includes(attachment.id) || !isCovered ? [] : fixFrom(setTransitPropagation(lookup.design, { table: id, attachment: attachment.id, isOn: true }), { title: `Propagate ${name} into ${lookup.nameOf(id)}`, effect });
  const destination = cidrOf(block.traffic.destination);
  return [...propagated, ...fixFrom(addTransitRoute(lookup.design, { table: id, destination, attachment: attachment.id }), { title: `Add static route ${destination} → ${name} in ${lookup.nameOf(id)}`, effect })];
}

/** The block of the VPC behind an association; of a transit gateway the asked address. */
function blockBehind({ lookup, block }: FixInput, gateway: ResourceId): string {
  const target = lookup.resource(gateway);
  const vpc = target?.kind === 'virtual-private-gateway' && target.vpc !== undefined ? lookup.vpcs.get(target.vpc) : undefined;
  return vpc?.value.cidr ?? cidrOf(block.traffic.destination);
}

/** Announces the asked block to on-premises. */
export function fixDirectConnect(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const gateway = lookup.resource(block.resource);
  if (block.code !== 'X_DX_PREFIX_NOT_ALLOWED' || gateway?.kind !== 'direct-connect-gateway') return [];
  const rows = Object.entries(gateway.associations) as [RowId, (typeof gateway.associations)[RowId]][];
  const found = rows.find(([, association]) => association.gateway === block.subject.target) ?? rows[0];
  if (!found) return [];
  const [row, association] = found;
  const cidr = blockBehind(input, association.gateway);
  const result = addAllowedPrefix(lookup.design, { directConnectGateway: asResourceId(block.resource), row, cidr });
  return fixFrom(result, { title: `Add ${cidr} to the allowed prefixes of ${lookup.nameOf(block.resource)}`, effect: `Announces ${cidr} to on-premises.` });
}
