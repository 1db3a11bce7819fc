import { readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { TransitGatewayAttachment, TransitGatewayRoute } from '../model/resources/index.ts';
import { listResources, type Draft, type Entry } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { interfacesIn, subnetsOf } from './members.ts';
import { uniqueName } from './names.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

/** The attachment of a VPC to a transit gateway that is not deleted. */
export const attachmentOf = (design: Design, gateway: ResourceId, vpc: ResourceId): Entry<TransitGatewayAttachment> | undefined =>
  listResources(design, 'transit-gateway-attachment').find(({ value }) => value.transitGateway === gateway && value.vpc === vpc && value.state !== 'deleted');

const sizeOf = (cidr: string | undefined): number => (cidr === undefined ? 0 : (readCidr(cidr)?.prefixLength ?? 0));

/** One subnet of each zone: one without interfaces rather than one with, then the smallest (Transit Gateway guide, tgw-best-design-practices). */
export function subnetsForAttachment(design: Design, vpc: ResourceId): readonly ResourceId[] {
  const best = new Map<string, { readonly id: ResourceId; readonly used: number; readonly length: number }>();
  for (const { id, value } of subnetsOf(design, vpc)) {
    if (value.cidr === undefined) continue;
    const candidate = { id, used: interfacesIn(design, id).length, length: sizeOf(value.cidr) };
    const known = best.get(value.availabilityZone);
    const isBetter = !known || Math.sign(candidate.used) < Math.sign(known.used) || (Math.sign(candidate.used) === Math.sign(known.used) && candidate.length > known.length);
    if (isBetter) best.set(value.availabilityZone, candidate);
  }
  return [...best.values()].map(({ id }) => id);
}

/** Makes a transit gateway with the default table that AWS makes along with it. */
export function makeTransitGateway(draft: Draft, { region, name }: { readonly region: ResourceId; readonly name: string }): ResourceId {
  const id = draft.add('tgw', { kind: 'transit-gateway', name, region, state: 'available', asn: 64512, dnsSupport: true, securityGroupReferencing: false });
  const table = draft.add('tgw-rtb', { kind: 'transit-gateway-route-table', name: uniqueName(draft.design, `${name}-default`), transitGateway: id, routes: {}, propagations: [], state: 'available' });
  draft.change(id, 'transit-gateway', { defaultAssociationRouteTable: table, defaultPropagationRouteTable: table });
  return id;
}

/** Associates a new attachment with the default table and lets it propagate there, as AWS does. */
export function joinDefaultTables(draft: Draft, gateway: ResourceId, attachment: ResourceId): void {
  const { defaultAssociationRouteTable: association, defaultPropagationRouteTable: propagation } = draft.need(gateway, 'transit-gateway');
  if (association !== undefined && draft.findOf(association, 'transit-gateway-route-table')) draft.change(attachment, 'transit-gateway-attachment', { routeTable: association });
  const table = draft.findOf(propagation, 'transit-gateway-route-table');
  if (table && propagation !== undefined) draft.change(propagation, 'transit-gateway-route-table', { propagations: [...table.propagations, attachment] });
}

/** Attaches a VPC in the draft, in every zone it has a subnet in. */
export function attachVpc(draft: Draft, { gateway, vpc }: { readonly gateway: ResourceId; readonly vpc: ResourceId }): ResourceId {
  const { name, region } = draft.need(gateway, 'transit-gateway');
  const home = draft.need(vpc, 'vpc');
  if (home.region !== region) refuse(`${home.name} lies in another Region than ${name}; peer it with a transit gateway of that Region.`);
  if (attachmentOf(draft.design, gateway, vpc)) refuse(`${home.name} is attached to ${name} already.`);
  const subnets = subnetsForAttachment(draft.design, vpc);
  if (subnets.length === 0) refuse(`${home.name} has no subnet by which ${name} could reach it; add one first.`);
  const id = draft.add('tgw-attach', { kind: 'transit-gateway-attachment', name: uniqueName(draft.design, `${name}-${home.name}`), transitGateway: gateway, type: 'vpc', state: 'available', vpc, subnets: [...subnets] });
  joinDefaultTables(draft, gateway, id);
  return id;
}

/** Attaches a VPC to a transit gateway. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html */
export function attachToTransitGateway(design: Design, { gateway, vpc, random }: { readonly gateway: ResourceId; readonly vpc: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const id = attachVpc(draft, { gateway, vpc });
      return { said: `Attach ${draft.nameOf(vpc)} to ${draft.nameOf(gateway)}`, select: [id] };
    },
    random,
  );
}

/** Peers two transit gateways; routes over the peering are static and added by hand. */
export function peerTransitGateways(design: Design, { from, to, random }: { readonly from: ResourceId; readonly to: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const [one, other] = [draft.need(from, 'transit-gateway'), draft.need(to, 'transit-gateway')];
      const isPeered = draft.list('transit-gateway-attachment').some(({ value }) => value.type === 'peering' && [value.transitGateway, value.peer?.transitGateway].includes(from) && [value.transitGateway, value.peer?.transitGateway].includes(to));
      if (isPeered) refuse(`${one.name} and ${other.name} are peered already.`);
      const peer = { transitGateway: to, ...(other.defaultAssociationRouteTable !== undefined && { routeTable: other.defaultAssociationRouteTable }) };
      const routeTable = one.defaultAssociationRouteTable;
      const id = draft.add('tgw-attach', { kind: 'transit-gateway-attachment', name: uniqueName(draft.design, `${one.name}-${other.name}`), transitGateway: from, type: 'peering', state: 'available', subnets: [], peer, ...(routeTable !== undefined && { routeTable }) });
      return { said: `Peer ${one.name} with ${other.name}`, select: [id] };
    },
    random,
  );
}

/** Puts a subnet into a VPC attachment, in the place of another one of its zone, or takes it out. */
export function setAttachmentSubnet(design: Design, { attachment: id, subnet, isOn }: { readonly attachment: ResourceId; readonly subnet: ResourceId; readonly isOn: boolean }): EditResult {
  return edit(design, (draft) => {
    const attachment = draft.need(id, 'transit-gateway-attachment');
    const { availabilityZone: zone, vpc, name } = draft.need(subnet, 'subnet');
    if (vpc !== attachment.vpc) refuse(`${name} lies in another VPC than ${attachment.name} attaches.`);
    const others = attachment.subnets.filter((other) => other !== subnet && (!isOn || draft.findOf(other, 'subnet')?.availabilityZone !== zone));
    if (!isOn && others.length === 0) refuse(`${attachment.name} needs a subnet; delete the attachment instead.`);
    draft.change(id, 'transit-gateway-attachment', { subnets: isOn ? [...others, subnet] : others });
    return { said: isOn ? `Attach ${name} in ${zone}` : `Take ${name} out of ${attachment.name}`, select: [id] };
  });
}

/** Associates an attachment with a table of its transit gateway, or with none. */
export function associateTransitTable(design: Design, { attachment: id, table }: { readonly attachment: ResourceId; readonly table: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    const attachment = draft.need(id, 'transit-gateway-attachment');
    const owner = table === undefined ? attachment.transitGateway : draft.need(table, 'transit-gateway-route-table').transitGateway;
    if (owner === attachment.transitGateway) draft.change(id, 'transit-gateway-attachment', { routeTable: table, routeTableKnown: undefined });
    else if (owner === attachment.peer?.transitGateway && table !== undefined) draft.change(id, 'transit-gateway-attachment', { peer: { ...attachment.peer, routeTable: table } });
    else refuse(`${draft.nameOf(table ?? '')} belongs to ${draft.nameOf(owner)}, which ${attachment.name} does not attach to.`);
    return { said: table === undefined ? `Associate ${attachment.name} with no route table` : `Associate ${attachment.name} with ${draft.nameOf(table)}`, select: [id] };
  });
}

/** Turns propagation from an attachment into a table on or off. A peering propagates nothing. */
export function setTransitPropagation(design: Design, { table: id, attachment, isOn }: { readonly table: ResourceId; readonly attachment: ResourceId; readonly isOn: boolean }): EditResult {
  return edit(design, (draft) => {
    const table = draft.need(id, 'transit-gateway-route-table');
    const { name, type } = draft.need(attachment, 'transit-gateway-attachment');
    if (isOn && type === 'peering') refuse(`${name} is a peering, which propagates nothing; add a static route.`);
    const others = table.propagations.filter((other) => other !== attachment);
    draft.change(id, 'transit-gateway-route-table', { propagations: isOn ? [...others, attachment] : others });
    return { said: isOn ? `Propagate ${name} into ${table.name}` : `Propagate ${name} into ${table.name} no more`, select: [id] };
  });
}

/** Adds a further table to a transit gateway. */
export function addTransitTable(design: Design, { gateway, random }: { readonly gateway: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const { name } = draft.need(gateway, 'transit-gateway');
      const id = draft.add('tgw-rtb', { kind: 'transit-gateway-route-table', name: uniqueName(draft.design, `${name}-table`), transitGateway: gateway, routes: {}, propagations: [], state: 'available' });
      return { said: `Add a route table to ${name}`, select: [id] };
    },
    random,
  );
}

export interface TransitRouteRequest {
  readonly table: ResourceId;
  readonly destination: string;
  /** Nothing for a blackhole. */
  readonly attachment?: ResourceId | undefined;
}

const makeRoute = (destination: string, attachment: ResourceId | undefined): TransitGatewayRoute => (attachment === undefined ? { destination, origin: 'static', state: 'blackhole' } : { destination, origin: 'static', attachment });

/** Adds a static route, or a blackhole, to a transit gateway's table. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html */
export function addTransitRoute(design: Design, { table: id, destination: given, attachment }: TransitRouteRequest): EditResult {
  return edit(design, (draft) => {
    const table = draft.need(id, 'transit-gateway-route-table');
    const destination = readBlock(given);
    const twin = rowEntries(table.routes).find(([, route]) => route.origin === 'static' && route.destination === destination);
    if (twin) refuse(`${table.name} has a static route to ${destination} already; change that one.`);
    draft.change(id, 'transit-gateway-route-table', { routes: { ...table.routes, [nextRowId('route', table.routes)]: makeRoute(destination, attachment) } });
    return { said: `Send ${destination} to ${attachment === undefined ? 'nowhere' : draft.nameOf(attachment)} in ${table.name}`, select: [id] };
  });
}

/** Points a static route of a transit gateway's table at another attachment, or makes it a blackhole. */
export function changeTransitRoute(design: Design, { table: id, row, attachment }: { readonly table: ResourceId; readonly row: RowId; readonly attachment: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    const table = draft.need(id, 'transit-gateway-route-table');
    const route = table.routes[row] ?? refuse(`${table.name} has no route ${row}.`);
    draft.change(id, 'transit-gateway-route-table', { routes: { ...table.routes, [row]: makeRoute(route.destination, attachment) } });
    return { said: `Send ${route.destination} to ${attachment === undefined ? 'nowhere' : draft.nameOf(attachment)} in ${table.name}`, select: [id] };
  });
}

/** Removes a route of a transit gateway's table. */
export function removeTransitRoute(design: Design, { table: id, row }: { readonly table: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const table = draft.need(id, 'transit-gateway-route-table');
    const route = table.routes[row] ?? refuse(`${table.name} has no route ${row}.`);
    draft.change(id, 'transit-gateway-route-table', { routes: withoutRow(table.routes, row) });
    return { said: `Remove the route to ${route.destination} from ${table.name}`, select: [id] };
  });
}
