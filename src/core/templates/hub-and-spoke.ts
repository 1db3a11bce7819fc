import { makeCustomerGateway } from '../editing/adding/add-gateway.ts';
import { makeInstance } from '../editing/adding/add-instance.ts';
import { makeVpnConnection } from '../editing/adding/add-vpn-connection.ts';
import { makeVpc } from '../editing/adding/add-vpc.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Draft } from '../editing/draft.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import { putRoute } from '../editing/routes.ts';
import { attachVpc, makeTransitGateway } from '../editing/transit-gateways.ts';
import type { Design } from '../model/design.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { TransitGatewayRoute } from '../model/resources/index.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeNatGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom } from './network-parts.ts';

const ZONE = 'us-east-1a';
const OFFICE = '192.168.0.0/16';
const INSIDE = '10.0.0.0/8';

interface Spoke {
  readonly instance: ResourceId;
  readonly attachment: ResourceId;
}

/** A VPC with one instance, a small subnet for its attachment, and one way out: the transit gateway. */
function placeSpoke(draft: Draft, given: { readonly name: string; readonly number: number; readonly region: ResourceId; readonly gateway: ResourceId }): Spoke {
  const { name, number, region, gateway } = given;
  const vpc = makeVpc(draft, { name, region, cidr: `10.${number}.0.0/16`, zones: [ZONE] });
  const routeTable = placeRouteTable(draft, vpc, { name: `rtb-${name}`, routes: {} });
  const linkTable = placeRouteTable(draft, vpc, { name: `rtb-${name}-tgw`, routes: {} });
  const subnets = placeSubnets(draft, [
    { vpc, zone: ZONE, name: `${name}-a`, cidr: `10.${number}.0.0/24`, routeTable },
    { vpc, zone: ZONE, name: `${name}-tgw`, cidr: `10.${number}.255.0/28`, routeTable: linkTable },
  ]);
  const attachment = attachVpc(draft, { gateway, vpc });
  draft.change(attachment, 'transit-gateway-attachment', { name: `${name}-attachment` });
  putRoute(draft, { routeTable, destination: EVERYWHERE, target: gateway });
  const group = placeGroup(draft, vpc, { name: `${name}-sg`, inbound: [tcpFrom(OFFICE, 443), tcpFrom(INSIDE, 443)] });
  const instance = makeInstance(draft, { subnet: subnets[`${name}-a`] ?? vpc, name: `${name}-1`, securityGroups: [group], services: { [asRowId('service-1')]: service({ port: 443, name: 'nginx' }) } });
  return { instance, attachment };
}

/** The one VPC with a way to the internet: a NAT gateway that the others share. */
function placeEgress(draft: Draft, given: { readonly vpc: ResourceId; readonly gateway: ResourceId }): ResourceId {
  const { vpc, gateway } = given;
  const internetGateway = placeInternetGateway(draft, vpc, 'igw-egress');
  const publicTable = placeRouteTable(draft, vpc, { name: 'rtb-egress-public', routes: { [EVERYWHERE]: internetGateway } });
  const linkTable = placeRouteTable(draft, vpc, { name: 'rtb-egress-tgw', routes: {} });
  const { 'egress-public': publicSubnet } = placeSubnets(draft, [
    { vpc, zone: ZONE, name: 'egress-public', cidr: '10.0.0.0/24', routeTable: publicTable },
    { vpc, zone: ZONE, name: 'egress-tgw', cidr: '10.0.255.0/28', routeTable: linkTable },
  ]);
  const nat = placeNatGateway(draft, publicSubnet, { name: 'nat-egress' });
  putRoute(draft, { routeTable: linkTable, destination: EVERYWHERE, target: nat });
  const attachment = attachVpc(draft, { gateway, vpc });
  draft.change(attachment, 'transit-gateway-attachment', { name: 'egress-attachment' });
  putRoute(draft, { routeTable: publicTable, destination: INSIDE, target: gateway });
  return attachment;
}

const routesOf = (routes: readonly TransitGatewayRoute[]): Record<ReturnType<typeof asRowId>, TransitGatewayRoute> => Object.fromEntries(routes.map((route, index) => [asRowId(`route-${index + 1}`), route]));

/**
 * Spokes that share one way to the internet and an office, and do not reach each other: their table sends everything to
 * the egress VPC and drops what is meant for another spoke.
 */
export function openHubAndSpoke(): Design {
  return buildDesign('Hub and spoke', repeatableNumbers(), (draft) => {
    const egress = placeVpc(draft, { name: 'egress', cidr: '10.0.0.0/16', zones: [ZONE] });
    const { region } = draft.need(egress, 'vpc');
    const gateway = makeTransitGateway(draft, { region, name: 'tgw-hub' });
    const { defaultAssociationRouteTable: core } = draft.need(gateway, 'transit-gateway');
    const way = placeEgress(draft, { vpc: egress, gateway });
    const [shop, data] = (['shop', 'data'] as const).map((name, index) => placeSpoke(draft, { name, number: index + 1, region, gateway }));
    const office = draft.add('onprem', { kind: 'on-premises-network', name: 'office', cidrs: { [asRowId('cidr-1')]: { cidr: OFFICE } } });
    const customerGateway = makeCustomerGateway(draft, { region, onPremises: office, name: 'cgw-office' });
    makeVpnConnection(draft, { gateway, customerGateway, name: 'vpn-office' });
    const vpn = draft.list('transit-gateway-attachment').find(({ value }) => value.type === 'vpn')?.id;
    if (!shop || !data || core === undefined || vpn === undefined) return;
    draft.change(core, 'transit-gateway-route-table', { name: 'tgw-core', propagations: [shop.attachment, data.attachment] });
    const spokes = draft.add('tgw-rtb', {
      kind: 'transit-gateway-route-table',
      name: 'tgw-spokes',
      transitGateway: gateway,
      routes: routesOf([{ destination: EVERYWHERE, origin: 'static', attachment: way }, { destination: INSIDE, origin: 'static', state: 'blackhole' }]),
      propagations: [vpn],
      state: 'available',
    });
    for (const { attachment } of [shop, data]) draft.change(attachment, 'transit-gateway-attachment', { routeTable: spokes });
    expectAll(draft, [
      { title: 'The shop fetches from the internet', question: { from: shop.instance, to: 'internet', protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'The office opens the shop', question: { from: office, to: shop.instance, protocol: 'tcp', port: 443, scheme: 'https' }, verdict: 'reachable' },
      { title: 'The spokes do not reach each other', question: { from: shop.instance, to: data.instance, protocol: 'tcp', port: 443 }, verdict: 'blocked' },
      { title: 'The internet does not reach a spoke', question: { from: 'internet', to: data.instance, protocol: 'tcp', port: 443 }, verdict: 'blocked' },
    ]);
  });
}
