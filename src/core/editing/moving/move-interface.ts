import type { ResourceId } from '../../model/ids.ts';
import type { PrivateAddress } from '../../model/resources/index.ts';
import { autoAssigned, groupFor, takeAddress } from '../adding/make-interface.ts';
import type { Draft } from '../draft.ts';
import { keepAllocated } from '../elastic-ip.ts';
import { refuse } from '../refusal.ts';
import { mapRows, rowEntries } from '../rows.ts';

/** Gives every private address of an interface a fresh one of its subnet; public addresses are dealt with by the caller. */
export function takeNewAddresses(draft: Draft, id: ResourceId): void {
  const { addresses, subnet } = draft.need(id, 'network-interface');
  // Emptied first: its old addresses count as held while it stands in the subnet.
  draft.change(id, 'network-interface', { addresses: {} });
  for (const [row, held] of Object.entries(addresses)) {
    const address = takeAddress(draft, subnet);
    const soFar = draft.need(id, 'network-interface').addresses;
    draft.change(id, 'network-interface', { addresses: { ...soFar, [row]: { ...held, address } } });
  }
}

function withoutAutoAssigned({ address, primary, public: held }: PrivateAddress): PrivateAddress {
  return { address, primary, ...(held?.type === 'elastic' && { public: held }) };
}

/** What becomes of public addresses in the new subnet: an Elastic one stays, an auto-assigned one is given anew or not at all. */
function settlePublicAddresses(draft: Draft, id: ResourceId): void {
  const value = draft.need(id, 'network-interface');
  const addresses = mapRows(value.addresses, withoutAutoAssigned);
  draft.change(id, 'network-interface', { addresses });
  const { autoAssignPublicIp } = draft.need(value.subnet, 'subnet');
  const isPrimary = value.attachment?.deviceIndex === 0 && draft.findOf(value.attachment.resource, 'instance')?.state === 'running';
  if (!isPrimary || !autoAssignPublicIp) return;
  const primary = rowEntries(addresses).find(([, address]) => address.primary && !address.public);
  if (!primary) return;
  const [row, address] = primary;
  draft.change(id, 'network-interface', { addresses: { ...addresses, [row]: { ...address, public: autoAssigned(draft) } } });
}

const regionOfSubnet = (draft: Draft, subnet: ResourceId): ResourceId | undefined => draft.findOf(draft.findOf(subnet, 'subnet')?.vpc, 'vpc')?.region;

/** Leaves Elastic IP addresses behind in their Region when an interface goes to another one. */
function leaveElasticAddresses(draft: Draft, id: ResourceId): void {
  const { addresses } = draft.need(id, 'network-interface');
  for (const held of Object.values(addresses)) {
    if (held.public?.type === 'elastic') keepAllocated(draft, id, held.public);
  }
  draft.change(id, 'network-interface', { addresses: mapRows(addresses, ({ address, primary }) => ({ address, primary })) });
}

/**
 * Puts an interface in another subnet with fresh addresses. In another VPC it gets that VPC's default group, because
 * groups belong to a VPC; in another Region its Elastic IP addresses stay behind.
 */
export function moveInterface(draft: Draft, id: ResourceId, subnet: ResourceId): void {
  const value = draft.need(id, 'network-interface');
  const target = draft.need(subnet, 'subnet');
  const from = draft.findOf(value.subnet, 'subnet');
  if (regionOfSubnet(draft, value.subnet) !== regionOfSubnet(draft, subnet)) leaveElasticAddresses(draft, id);
  const securityGroups = from?.vpc === target.vpc ? value.securityGroups : [groupFor(draft, target.vpc, value.name)];
  draft.change(id, 'network-interface', { subnet, securityGroups, ipv6Addresses: from?.vpc === target.vpc && from.ipv6Cidr === target.ipv6Cidr ? value.ipv6Addresses : {} });
  takeNewAddresses(draft, id);
  settlePublicAddresses(draft, id);
}

/** Refuses when an instance's interfaces would stand in two zones: AWS attaches interfaces of the instance's own zone. */
export function requireOneZone(draft: Draft, name: string, subnets: readonly ResourceId[]): void {
  const zones = new Set(subnets.map((subnet) => draft.findOf(subnet, 'subnet')).map((subnet) => `${subnet?.vpc ?? ''} ${subnet?.availabilityZone ?? ''}`));
  if (zones.size > 1) refuse(`${name} has interfaces in other subnets; all interfaces of an instance stand in one Availability Zone of one VPC. Detach the others first.`);
}
