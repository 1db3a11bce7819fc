import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Subnet, Vpc } from '../../model/resources/index.ts';
import { addPart } from '../add-part.ts';
import { makeNatGateway } from '../adding/add-gateway.ts';
import { makeRouteTable } from '../adding/add-rules.ts';
import { makeSubnet, zoneLetter } from '../adding/add-subnet.ts';
import { nextZone } from '../adding/add-vpc.ts';
import { attachGateway } from '../attach-gateway.ts';
import { listResources, type Draft, type Entry } from '../draft.ts';
import { edit } from '../edit.ts';
import { nextSubnetBlock, usualSubnetPrefix } from '../free-addresses.ts';
import { interfacesIn, internetGatewayOf, isPublicSubnet, natGatewaysIn, routeTableOf, subnetsOf, virtualPrivateGatewayOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { changeRoute, putRoute, setPropagation } from '../routes.ts';
import { rowEntries } from '../rows.ts';
import { suggest, type Situation, type Suggester, type Suggestion } from './suggestion.ts';

const EVERYWHERE = '0.0.0.0/0';

const vpcsOf = (design: Design): readonly Entry<Vpc>[] => listResources(design, 'vpc');

/** An empty design begins with a VPC. */
export const suggestVpc: Suggester = ({ design, random }) =>
  vpcsOf(design).length > 0 ? [] : suggest({ id: 'add-vpc', title: 'The design is empty; add a VPC.' }, addPart(design, { part: 'vpc', random }));

/** A VPC is cut into subnets; the second one goes to a second zone. */
export const suggestSubnets: Suggester = ({ design, random }) =>
  vpcsOf(design).flatMap(({ id, value }) => {
    const subnets = subnetsOf(design, id);
    if (subnets.length > 1) return [];
    const title = subnets.length === 0 ? `${value.name} has no subnet; add one, because nothing can stand in a VPC itself.` : `${value.name} has one subnet; add another in a second Availability Zone, so that a zone may fail.`;
    return suggest({ id: `add-subnet ${id}`, title, at: id }, edit(design, (draft) => addBesideZone(draft, id), random));
  });

/** A subnet in the first zone of the VPC that has none yet. */
function addBesideZone(draft: Draft, vpc: ResourceId): { readonly said: string; readonly select: readonly ResourceId[] } {
  const value = draft.need(vpc, 'vpc');
  const used = new Set(subnetsOf(draft.design, vpc).map((subnet) => subnet.value.availabilityZone));
  const zone = value.availabilityZones.find((name) => !used.has(name)) ?? nextZone(draft, vpc) ?? refuse(`${value.name} has a subnet in every zone.`);
  const cidr = nextSubnetBlock(draft.design, vpc, usualSubnetPrefix(draft.design, vpc, value)) ?? refuse(`${value.name} has no free block.`);
  const name = uniqueName(draft.design, `subnet-${zoneLetter(zone)}`);
  const id = makeSubnet(draft, { vpc, zone, name, cidr });
  return { said: `Add subnet ${name} (${cidr}) to ${zone} of ${value.name}`, select: [id] };
}

/** A VPC without any gateway talks to itself only. */
export const suggestInternetGateway: Suggester = ({ design, random }) =>
  vpcsOf(design).flatMap(({ id, value }) => {
    const isAlone = internetGatewayOf(design, id) === undefined && virtualPrivateGatewayOf(design, id) === undefined;
    if (!isAlone || subnetsOf(design, id).length === 0) return [];
    const wording = { id: `attach-internet-gateway ${id}`, at: id, step: 'internet-gateway' } as const;
    const loose = listResources(design, 'internet-gateway').find((gateway) => gateway.value.vpc === undefined && gateway.value.region === value.region);
    if (loose) return suggest({ ...wording, title: `${loose.value.name} is attached to no VPC; attach it to ${value.name}.` }, attachGateway(design, { gateway: loose.id, vpc: id, random }));
    const title = `${value.name} has no internet gateway; attach one, so that the internet can reach it.`;
    return suggest({ ...wording, title }, addPart(design, { part: 'internet-gateway', container: id, random }));
  });

/** The subnet that is to become public: one that something stands in, else the first. */
function firstCandidate(design: Design, vpc: ResourceId): Entry<Subnet> | undefined {
  const subnets = subnetsOf(design, vpc);
  return subnets.find(({ id }) => interfacesIn(design, id).length > 0) ?? subnets[0];
}

function routeOut(draft: Draft, subnet: ResourceId, gateway: ResourceId): { readonly said: string; readonly select: readonly ResourceId[] } {
  const { name, vpc, routeTable } = draft.need(subnet, 'subnet');
  const table = routeTable ?? makeRouteTable(draft, vpc, uniqueName(draft.design, `rtb-${name}`));
  if (routeTable === undefined) draft.change(subnet, 'subnet', { routeTable: table });
  putRoute(draft, { routeTable: table, destination: EVERYWHERE, target: gateway });
  return { said: `Send ${EVERYWHERE} of ${name} to ${draft.nameOf(gateway)}`, select: [subnet] };
}

/** A gateway nobody's routes lead to is of no use; the subnet gets a table of its own, so that new subnets stay private. */
export const suggestDefaultRoute: Suggester = ({ design, random }) =>
  vpcsOf(design).flatMap(({ id }) => {
    const gateway = internetGatewayOf(design, id);
    if (gateway === undefined || subnetsOf(design, id).some(({ value }) => isPublicSubnet(design, value))) return [];
    const subnet = firstCandidate(design, id);
    if (!subnet) return [];
    const { routeTable } = subnet.value;
    const taken = rowEntries(routeTableOf(design, subnet.value)?.value.routes ?? {}).find(([, route]) => route.destination === EVERYWHERE);
    const name = design.resources[gateway]?.name ?? gateway;
    const title = `${subnet.value.name} has no route to ${name}; send ${EVERYWHERE} there, which makes it a public subnet.`;
    const wording = { id: `default-route ${subnet.id}`, title, at: subnet.id, step: 'route-table' } as const;
    if (taken && routeTable !== undefined) return suggest(wording, changeRoute(design, { routeTable, row: taken[0], target: gateway }));
    return suggest(wording, edit(design, (draft) => routeOut(draft, subnet.id, gateway), random));
  });

/** An office that is connected is reached only by tables its routes come into. */
export const suggestPropagation: Suggester = ({ design }) =>
  listResources(design, 'virtual-private-gateway').flatMap(({ id, value }) => {
    const isConnected = listResources(design, 'vpn-connection').some((connection) => connection.value.gateway === id);
    const tables = listResources(design, 'route-table').filter((table) => table.value.vpc === value.vpc);
    const reaches = tables.some((table) => table.value.propagatingGateways.includes(id) || Object.values(table.value.routes).some(({ target }) => target === id));
    const main = value.vpc === undefined ? undefined : mainTableOf(design, value.vpc);
    if (!isConnected || reaches || main === undefined) return [];
    const title = `No route table of ${design.resources[value.vpc ?? id]?.name ?? ''} leads to ${value.name}; propagate its routes into ${design.resources[main]?.name ?? main}.`;
    return suggest({ id: `propagate ${id}`, title, at: main, step: 'route-table' }, setPropagation(design, { routeTable: main, gateway: id, on: true }));
  });

function mainTableOf(design: Design, vpc: ResourceId): ResourceId | undefined {
  const value = design.resources[vpc];
  return value?.kind === 'vpc' ? value.mainRouteTable : undefined;
}

/** A virtual private gateway and a customer gateway that nothing joins. */
export const suggestVpnConnection: Suggester = ({ design, random }) =>
  listResources(design, 'virtual-private-gateway').flatMap(({ id, value }) => {
    const isFree = listResources(design, 'vpn-connection').every((connection) => connection.value.gateway !== id);
    const [customer] = listResources(design, 'customer-gateway');
    if (value.vpc === undefined || !isFree || !customer) return [];
    const title = `${value.name} and ${customer.value.name} are not joined; add a VPN connection between them.`;
    return suggest({ id: `join ${id}`, title, at: id }, addPart(design, { part: 'vpn-connection', container: id, random }));
  });

function routeThroughNat(draft: Draft, subnet: ResourceId, place: ResourceId): { readonly said: string; readonly select: readonly ResourceId[] } {
  const { vpc, availabilityZone, name } = draft.need(subnet, 'subnet');
  const existing = subnetsOf(draft.design, vpc).flatMap(({ id }) => natGatewaysIn(draft.design, id))[0];
  const nat = existing?.id ?? makeNatGateway(draft, place, uniqueName(draft.design, `nat-${zoneLetter(availabilityZone)}`));
  routeOut(draft, subnet, nat);
  return { said: `Send ${EVERYWHERE} of ${name} to ${draft.nameOf(nat)}`, select: [nat] };
}

/** A private subnet whose instances have no way out, in a VPC that has a public one. */
export const suggestNatGateway: Suggester = (situation) => vpcsOf(situation.design).flatMap((vpc) => natFor(situation, vpc.id));

function natFor({ design, random }: Situation, vpc: ResourceId): readonly Suggestion[] {
  const subnets = subnetsOf(design, vpc);
  const place = subnets.find(({ value }) => isPublicSubnet(design, value));
  const closed = subnets.find(({ id, value }) => {
    const hasInstance = interfacesIn(design, id).some((entry) => design.resources[entry.value.attachment?.resource ?? id]?.kind === 'instance');
    const routes = Object.values(routeTableOf(design, value)?.value.routes ?? {});
    return hasInstance && !routes.some(({ destination }) => destination === EVERYWHERE);
  });
  if (!place || !closed) return [];
  const title = `Instances in ${closed.value.name} cannot fetch updates; send ${EVERYWHERE} to a NAT gateway, which lets nothing in.`;
  return suggest({ id: `nat ${closed.id}`, title, at: closed.id, step: 'user-data' }, edit(design, (draft) => routeThroughNat(draft, closed.id, place.id), random));
}
