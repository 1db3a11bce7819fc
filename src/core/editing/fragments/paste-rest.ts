import type { ResourceId } from '../../model/ids.ts';
import type { ResourceKind } from '../../model/resources/index.ts';
import { regionFor } from '../adding/add-region.ts';
import { nextClientAddress } from '../adding/add-outside.ts';
import { containerOf } from '../container.ts';
import { nextOnPremisesBlock, nextPublicAddress } from '../free-addresses.ts';
import { egressOnlyInternetGatewayOf, internetGatewayOf, virtualPrivateGatewayOf } from '../members.ts';
import { gatewaysOfCopy } from '../edge-references.ts';
import { withArticle } from '../nouns.ts';
import { refuse } from '../refusal.ts';
import { filterRows } from '../rows.ts';
import { attachmentOf } from '../transit-gateways.ts';
import { rewireTransit } from '../transit-references.ts';
import { servesVpc } from '../vpc-of-target.ts';
import { vpcMeant } from './paste-network.ts';
import { isPasted, pastedOf, type Pasting } from './pasting.ts';

function homeVpc(pasting: Pasting, { vpc, name }: { readonly vpc: ResourceId; readonly name: string }): ResourceId {
  if (isPasted(pasting, vpc)) return vpc;
  return vpcMeant(pasting) ?? (pasting.draft.findOf(vpc, 'vpc') ? vpc : refuse(`${name} needs a VPC; select one to paste into.`));
}

/** Puts pasted tables, ACLs and groups in a VPC; routes and rules that name what belongs to another one are left out. */
export function pasteRules(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'network-acl')) draft.change(id, 'network-acl', { vpc: homeVpc(pasting, value) });
  for (const { id, value } of pastedOf(pasting, 'security-group')) {
    const vpc = homeVpc(pasting, value);
    draft.change(id, 'security-group', { vpc });
  }
  for (const { id, value } of pastedOf(pasting, 'security-group')) {
    const isHere: Parameters<typeof filterRows<(typeof value.inbound)[keyof typeof value.inbound]>>[1] = ({ peer }) => !('group' in peer) || peer.account !== undefined || draft.findOf(peer.group, 'security-group')?.vpc === value.vpc;
    draft.change(id, 'security-group', { inbound: filterRows(value.inbound, isHere), outbound: filterRows(value.outbound, isHere) });
  }
  pasteDbSubnetGroups(pasting);
}

/** A DB subnet group is where its subnets are. */
function pasteDbSubnetGroups(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'db-subnet-group')) {
    const [subnet] = value.subnets;
    const { vpc } = draft.findOf(subnet, 'subnet') ?? refuse(`${value.name} needs its subnets; copy it together with them.`);
    draft.change(id, 'db-subnet-group', { vpc, subnets: value.subnets.filter((other) => draft.findOf(other, 'subnet')?.vpc === vpc) });
  }
}

/** Puts pasted route tables in a VPC; last, because their targets have to stand there first. */
export function pasteRouteTables(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'route-table')) {
    const vpc = homeVpc(pasting, value);
    const routes = filterRows(value.routes, ({ target }) => target === 'local' || servesVpc(draft, target, vpc) || attachmentOf(draft.design, target, vpc) !== undefined);
    const propagatingGateways = value.propagatingGateways.filter((gateway) => draft.findOf(gateway, 'virtual-private-gateway')?.vpc === vpc);
    draft.change(id, 'route-table', { vpc, routes, propagatingGateways, gateways: gatewaysOfCopy(draft, id, vpc) });
  }
}

function attachedTo(pasting: Pasting, vpc: ResourceId | undefined, attached: (vpc: ResourceId) => ResourceId | undefined): ResourceId | undefined {
  if (vpc !== undefined && isPasted(pasting, vpc)) return vpc;
  const wanted = containerOf(pasting.container, 'vpc')?.id;
  return wanted !== undefined && attached(wanted) === undefined ? wanted : undefined;
}

/** Attaches pasted gateways to the VPC pasted into if it has none; else they are detached. */
export function pasteGateways(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'internet-gateway')) {
    draft.change(id, 'internet-gateway', { vpc: undefined });
    const vpc = attachedTo(pasting, value.vpc, (home) => internetGatewayOf(draft.design, home));
    draft.change(id, 'internet-gateway', { vpc, region: draft.findOf(vpc, 'vpc')?.region ?? value.region });
  }
  for (const { id, value } of pastedOf(pasting, 'egress-only-internet-gateway')) {
    draft.change(id, 'egress-only-internet-gateway', { vpc: undefined });
    const vpc = attachedTo(pasting, value.vpc, (home) => egressOnlyInternetGatewayOf(draft.design, home));
    draft.change(id, 'egress-only-internet-gateway', { vpc, region: draft.findOf(vpc, 'vpc')?.region ?? value.region });
  }
  for (const { id, value } of pastedOf(pasting, 'virtual-private-gateway')) {
    draft.change(id, 'virtual-private-gateway', { vpc: undefined });
    const vpc = attachedTo(pasting, value.vpc, (home) => virtualPrivateGatewayOf(draft.design, home));
    draft.change(id, 'virtual-private-gateway', { vpc, region: draft.findOf(vpc, 'vpc')?.region ?? value.region });
  }
}

const REGIONAL = ['internet-gateway', 'egress-only-internet-gateway', 'virtual-private-gateway', 'customer-gateway', 'elastic-ip', 'transit-gateway'] as const satisfies readonly ResourceKind[];

/** Gives what belongs to a Region the one it was copied from, the one pasted into, or the first of the design. */
export function pasteRegional(pasting: Pasting): void {
  const { draft, container } = pasting;
  for (const kind of REGIONAL) {
    for (const { id, value } of pastedOf(pasting, kind)) {
      const dropped = containerOf(container, 'region')?.id;
      const region = dropped ?? (draft.findOf(value.region, 'region') ? value.region : regionFor(draft, { container: { kind: 'canvas' } }));
      if (region !== undefined && !isPasted(pasting, value.region)) draft.change(id, kind, { region });
    }
  }
}

/** On-premises networks get a block of their own, clients an address. */
export function pasteOutside(pasting: Pasting): void {
  const { draft, container } = pasting;
  for (const { id, value } of pastedOf(pasting, 'on-premises-network')) {
    const [row] = Object.keys(value.cidrs) as (keyof typeof value.cidrs)[];
    draft.change(id, 'on-premises-network', { cidrs: {} });
    const cidr = nextOnPremisesBlock(draft.design);
    draft.change(id, 'on-premises-network', { cidrs: row === undefined || cidr === undefined ? {} : { [row]: { cidr } } });
  }
  for (const { id, value } of pastedOf(pasting, 'client')) {
    const network = containerOf(container, 'on-premises-network')?.id ?? (draft.findOf(value.network, 'on-premises-network') ? value.network : undefined);
    draft.change(id, 'client', { network, address: undefined });
    draft.change(id, 'client', { address: network === undefined ? nextPublicAddress(draft.design) : nextClientAddress(draft, network) });
  }
}

/**
 * An attachment is pasted with the VPC or VPN it attaches; a VPC that is attached already is not attached twice, and a
 * pasted route to what did not come along is a blackhole.
 */
export function pasteAttachments(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'transit-gateway-attachment')) {
    const twin = draft.list('transit-gateway-attachment').some((other) => other.id !== id && value.vpc !== undefined && other.value.vpc === value.vpc && other.value.transitGateway === value.transitGateway);
    const isLost = !draft.findOf(value.transitGateway, 'transit-gateway') || (value.type === 'vpc' && !draft.findOf(value.vpc, 'vpc')) || (value.type === 'vpn' && !draft.findOf(value.vpnConnection, 'vpn-connection'));
    if (twin || isLost) draft.remove(new Set([id]));
    else draft.change(id, 'transit-gateway-attachment', { subnets: value.subnets.filter((subnet) => draft.findOf(subnet, 'subnet')?.vpc === value.vpc) });
  }
  for (const { id, value } of pastedOf(pasting, 'transit-gateway-route-table')) draft.put(id, rewireTransit(value, (other) => (draft.find(other) ? other : undefined)));
}

/** Refuses a VPN connection whose ends are not in the design. */
export function requireEnds(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { value } of pastedOf(pasting, 'vpn-connection')) {
    if (!draft.findOf(value.customerGateway, 'customer-gateway')) refuse(`${value.name} needs ${withArticle('customer-gateway')}; copy it together with its ends.`);
  }
}
