import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { VpnConnection } from '../../model/resources/index.ts';
import type { Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import { virtualPrivateGatewayOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { joinDefaultTables } from '../transit-gateways.ts';
import { refusePlace, type Adder } from './adding.ts';

/** The two ends of a VPN connection; either may be undecided by the place it is dropped on. */
interface Ends {
  readonly gateways: readonly ResourceId[];
  readonly customerGateways: readonly ResourceId[];
}

const idsOf = (entries: readonly { readonly id: ResourceId }[]): readonly ResourceId[] => entries.map(({ id }) => id);

function gatewayOfVpc(draft: Draft, vpc: ResourceId): readonly ResourceId[] {
  const gateway = virtualPrivateGatewayOf(draft.design, vpc) ?? refuse(`${draft.nameOf(vpc)} has no virtual private gateway; attach one first.`);
  return [gateway];
}

function customerGatewaysOfOffice(draft: Draft, office: ResourceId): readonly ResourceId[] {
  const found = idsOf(draft.list('customer-gateway').filter(({ value }) => value.onPremises === office));
  return found.length > 0 ? found : refuse(`${draft.nameOf(office)} has no customer gateway; add one first.`);
}

function endsAt(draft: Draft, container: Container): Ends {
  const all: Ends = { gateways: idsOf([...draft.list('virtual-private-gateway'), ...draft.list('transit-gateway')]), customerGateways: idsOf(draft.list('customer-gateway')) };
  if (container.kind === 'canvas') return all;
  if (container.kind === 'zone') return refusePlace('vpn-connection', container);
  switch (container.resource.kind) {
    case 'region':
      return all;
    case 'vpc':
      return { ...all, gateways: gatewayOfVpc(draft, container.id) };
    case 'virtual-private-gateway':
    case 'transit-gateway':
      return { ...all, gateways: [container.id] };
    case 'customer-gateway':
      return { ...all, customerGateways: [container.id] };
    case 'on-premises-network':
      return { ...all, customerGateways: customerGatewaysOfOffice(draft, container.id) };
    default:
      return refusePlace('vpn-connection', container);
  }
}

function pickEnds(draft: Draft, { gateways, customerGateways }: Ends): readonly [gateway: ResourceId, customerGateway: ResourceId] {
  if (gateways.length === 0) return refuse('A VPN connection needs a virtual private gateway or a transit gateway; add one first.');
  if (customerGateways.length === 0) return refuse('A VPN connection needs a customer gateway; add one first.');
  const joined = draft.list('vpn-connection').map(({ value }) => `${value.gateway ?? ''} ${value.customerGateway}`);
  const pairs = gateways.flatMap((gateway) => customerGateways.map((customer) => [gateway, customer] as const));
  const free = pairs.find(([gateway, customer]) => !joined.includes(`${gateway} ${customer}`));
  return free ?? refuse(`${draft.nameOf(gateways[0] ?? '')} and ${draft.nameOf(customerGateways[0] ?? '')} are joined by a VPN connection already.`);
}

/** Makes a VPN connection with static routes to what lies behind the customer gateway, and its two tunnels up. */
export function makeVpnConnection(draft: Draft, { gateway, customerGateway, name }: { readonly gateway: ResourceId; readonly customerGateway: ResourceId; readonly name: string }): ResourceId {
  const { onPremises } = draft.need(customerGateway, 'customer-gateway');
  const blocks = Object.values(draft.findOf(onPremises, 'on-premises-network')?.cidrs ?? {});
  const staticRoutes: VpnConnection['staticRoutes'] = {};
  blocks.forEach(({ cidr }, index) => {
    staticRoutes[asRowId(`route-${index + 1}`)] = { cidr };
  });
  const id = draft.add('vpn', {
    kind: 'vpn-connection',
    name,
    customerGateway,
    gateway,
    routing: 'static',
    staticRoutes,
    tunnels: { [asRowId('tunnel-1')]: { status: 'up' }, [asRowId('tunnel-2')]: { status: 'up' } },
    state: 'available',
  });
  if (draft.findOf(gateway, 'transit-gateway')) attachVpn(draft, { gateway, vpnConnection: id, name });
  return id;
}

/** A VPN connection of a transit gateway is an attachment of it, too. */
function attachVpn(draft: Draft, { gateway, vpnConnection, name }: { readonly gateway: ResourceId; readonly vpnConnection: ResourceId; readonly name: string }): void {
  const title = uniqueName(draft.design, `${draft.nameOf(gateway)}-${name}`);
  joinDefaultTables(draft, gateway, draft.add('tgw-attach', { kind: 'transit-gateway-attachment', name: title, transitGateway: gateway, type: 'vpn', state: 'available', subnets: [], vpnConnection }));
}

/** Joins a virtual private gateway or a transit gateway with a customer gateway: those dropped on, else the first two not joined yet. */
export const addVpnConnection: Adder = (draft, { container, at, name }) => {
  const [gateway, customerGateway] = pickEnds(draft, endsAt(draft, container));
  const { onPremises } = draft.need(customerGateway, 'customer-gateway');
  const title = name ?? uniqueName(draft.design, `vpn-${draft.nameOf(onPremises ?? customerGateway)}`);
  const id = makeVpnConnection(draft, { gateway, customerGateway, name: title });
  draft.place(id, at);
  return { said: `Join ${draft.nameOf(gateway)} with ${draft.nameOf(customerGateway)} by ${title}`, select: [id] };
};
