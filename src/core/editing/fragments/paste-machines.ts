import type { ResourceId, RowId } from '../../model/ids.ts';
import type { NatGateway, NetworkInterface, PrivateAddress } from '../../model/resources/index.ts';
import { groupFor, takeAddress } from '../adding/make-interface.ts';
import { newAllocation } from '../adding/make-elastic-ip.ts';
import { containerOf } from '../container.ts';
import { withChanges, type Draft } from '../draft.ts';
import { nextPublicAddress } from '../free-addresses.ts';
import { takeNewAddresses } from '../moving/move-interface.ts';
import { zonesOf } from '../members.ts';
import { refuse } from '../refusal.ts';
import { filterRows, mapRows, rowEntries } from '../rows.ts';
import { vpcMeant } from './paste-network.ts';
import { isPasted, pastedOf, type Pasting } from './pasting.ts';

/** A copy cannot hold an address that another machine holds: Elastic ones are allocated anew, auto-assigned ones given anew. */
function renewPublic(draft: Draft, id: ResourceId): void {
  for (const [row, { address, primary, public: held }] of rowEntries(draft.need(id, 'network-interface').addresses)) {
    if (!held) continue;
    const fresh: NonNullable<PrivateAddress['public']> = { address: nextPublicAddress(draft.design), type: held.type, ...(held.type === 'elastic' && { allocation: newAllocation(draft) }) };
    const { addresses } = draft.need(id, 'network-interface');
    draft.change(id, 'network-interface', { addresses: { ...addresses, [row]: { address, primary, public: fresh } } });
  }
}

/** The subnet a pasted machine stands in: the one pasted into, else the one it was copied from. */
function subnetMeant({ draft, container }: Pasting, { subnet, name }: { readonly subnet?: ResourceId | undefined; readonly name: string }): ResourceId {
  const dropped = containerOf(container, 'subnet');
  if (dropped) return dropped.id;
  return subnet !== undefined && draft.findOf(subnet, 'subnet') ? subnet : refuse(`${name} needs a subnet; select one to paste into.`);
}

/** The groups of the interface that its VPC has; the default group where none is left. */
function groupsIn(draft: Draft, value: NetworkInterface): ResourceId[] {
  const { vpc } = draft.need(value.subnet, 'subnet');
  const kept = value.securityGroups.filter((group) => draft.findOf(group, 'security-group')?.vpc === vpc);
  return kept.length > 0 || value.securityGroups.length === 0 ? kept : [groupFor(draft, vpc, value.name)];
}

function pasteInterface(pasting: Pasting, id: ResourceId): void {
  const { draft } = pasting;
  const value = draft.need(id, 'network-interface');
  const isMoved = !isPasted(pasting, value.subnet);
  if (isMoved) {
    // A database keeps the subnets of its group, wherever its copy is dropped.
    const name = draft.nameOf(value.attachment?.resource ?? id);
    const subnet = value.attachment?.role === undefined ? subnetMeant(pasting, { subnet: value.subnet, name }) : value.subnet;
    draft.change(id, 'network-interface', { subnet, ipv6Addresses: {} });
    takeNewAddresses(draft, id);
  }
  draft.change(id, 'network-interface', { securityGroups: groupsIn(draft, draft.need(id, 'network-interface')) });
  renewPublic(draft, id);
}

/** Gives pasted interfaces a subnet, addresses and groups; one whose instance was not copied is loose. */
export function pasteInterfaces(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'network-interface')) {
    if (value.attachment && !isPasted(pasting, value.attachment.resource)) draft.change(id, 'network-interface', { attachment: undefined, owner: undefined });
    pasteInterface(pasting, id);
  }
}

type NatAddress = NatGateway['addresses'][RowId];

/** The same row with addresses nobody holds; `movedTo` is the subnet when it is not the one it was copied with. */
function freshNatAddress(draft: Draft, { publicAddress, privateAddress, primary, availabilityZone }: NatAddress, movedTo: ResourceId | undefined): NatAddress {
  return withChanges<NatAddress>(
    {},
    {
      primary,
      availabilityZone: movedTo === undefined ? availabilityZone : undefined,
      privateAddress: movedTo === undefined ? privateAddress : takeAddress(draft, movedTo),
      publicAddress: publicAddress === undefined ? undefined : nextPublicAddress(draft.design),
      allocation: publicAddress === undefined ? undefined : newAllocation(draft),
    },
  );
}

/** A regional one stands in the VPC pasted into, serves the zones of it that it served, and has a table of its own or none. */
function placeRegional(pasting: Pasting, id: ResourceId, { vpc, name, routeTable, addresses }: NatGateway): void {
  const { draft } = pasting;
  const known = draft.findOf(vpc, 'vpc') ? vpc : undefined;
  const home = (isPasted(pasting, vpc) ? vpc : (vpcMeant(pasting) ?? known)) ?? refuse(`${name} needs a VPC; select one to paste into.`);
  const zones = zonesOf(draft.design, home);
  const served = filterRows(addresses, ({ availabilityZone }) => availabilityZone === undefined || zones.includes(availabilityZone));
  draft.change(id, 'nat-gateway', { vpc: home, addresses: served, routeTable: isPasted(pasting, routeTable) ? routeTable : undefined });
}

/** Gives pasted NAT gateways a subnet or VPC and addresses. */
export function pasteNatGateways(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'nat-gateway')) if (value.availability === 'regional') placeRegional(pasting, id, value);
  for (const { id, value } of pastedOf(pasting, 'nat-gateway')) {
    const movedTo = value.subnet === undefined || isPasted(pasting, value.subnet) ? undefined : subnetMeant(pasting, value);
    draft.change(id, 'nat-gateway', { subnet: movedTo ?? value.subnet, addresses: movedTo === undefined ? value.addresses : {} });
    for (const [row, held] of rowEntries(value.addresses)) {
      const fresh = freshNatAddress(draft, held, movedTo);
      draft.change(id, 'nat-gateway', { addresses: { ...draft.need(id, 'nat-gateway').addresses, [row]: fresh } });
    }
  }
}

/** A DB instance stays with its DB subnet group; without one in the design it has nowhere to stand. */
export function pasteDbInstances(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id, value } of pastedOf(pasting, 'db-instance')) {
    const { vpc } = draft.findOf(value.subnetGroup, 'db-subnet-group') ?? refuse(`${value.name} needs its DB subnet group; copy it together with its subnets.`);
    const kept = value.securityGroups.filter((other) => draft.findOf(other, 'security-group')?.vpc === vpc);
    draft.change(id, 'db-instance', { securityGroups: kept.length > 0 ? kept : [groupFor(draft, vpc, value.name)] });
  }
}

/** Allocated addresses and those of devices and clients are given anew. */
export function renewOutside(pasting: Pasting): void {
  const { draft } = pasting;
  for (const { id } of pastedOf(pasting, 'elastic-ip')) draft.change(id, 'elastic-ip', { address: nextPublicAddress(draft.design) });
  for (const { id, value } of pastedOf(pasting, 'customer-gateway')) {
    if (value.address !== undefined) draft.change(id, 'customer-gateway', { address: nextPublicAddress(draft.design) });
  }
  for (const { id, value } of pastedOf(pasting, 'vpn-connection')) {
    draft.change(id, 'vpn-connection', { tunnels: mapRows(value.tunnels, ({ status }) => ({ status })) });
  }
}
