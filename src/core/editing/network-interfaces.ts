import { parseIpv4 } from '../address/ipv4.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { NetworkInterface, PrivateAddress } from '../model/resources/index.ts';
import { takeAddress } from './adding/make-interface.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { keepAllocated } from './elastic-ip.ts';
import { isAssignable, usedAddresses } from './free-addresses.ts';
import { blockOf } from './members.ts';
import { attachInterface } from './moving/move-compute.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';

/** Attaches a loose interface to an instance in the same Availability Zone. */
export function attachNetworkInterface(design: Design, { networkInterface, instance }: { readonly networkInterface: ResourceId; readonly instance: ResourceId }): EditResult {
  return edit(design, (draft) => ({ said: attachInterface(draft, networkInterface, instance), select: [networkInterface] }));
}

/** Detaches an interface from its instance; the primary one cannot be detached, as in AWS. */
export function detachNetworkInterface(design: Design, { networkInterface }: { readonly networkInterface: ResourceId }): EditResult {
  return edit(design, (draft) => {
    const { name, attachment } = draft.need(networkInterface, 'network-interface');
    if (!attachment) return refuse(`${name} is attached to nothing.`);
    const holder = draft.nameOf(attachment.resource);
    if (attachment.role !== undefined) refuse(`${name} belongs to DB instance ${holder} and is not detached by hand.`);
    if (attachment.deviceIndex === 0) refuse(`${name} is the primary interface of ${holder}, which AWS does not detach.`);
    draft.change(networkInterface, 'network-interface', { attachment: undefined });
    return { said: `Detach ${name} from ${holder}`, select: [networkInterface] };
  });
}

/** An address somebody chose: inside the subnet's block, none of AWS's five, and free. */
function readAddress(draft: Draft, { subnet }: NetworkInterface, given: string): string {
  const { name, cidr, ...value } = draft.need(subnet, 'subnet');
  const text = given.trim();
  const address = parseIpv4(text);
  const block = blockOf({ name, ...(cidr !== undefined && { cidr }), ...value });
  if (address === undefined) return refuse(`${text} is not an IPv4 address.`);
  if (!block || cidr === undefined) return refuse(`${name} has no IPv4 block.`);
  if (address < block.first || !isAssignable(block, address)) {
    refuse(`${text} cannot be used in ${name} (${cidr}): it lies outside, or is one of the five addresses AWS keeps.`);
  }
  if (usedAddresses(draft.design, subnet).has(address)) refuse(`${text} is held by another interface in ${name}.`);
  return text;
}

export interface AddressRow {
  readonly networkInterface: ResourceId;
  readonly row: RowId;
}

function needAddress(draft: Draft, { networkInterface, row }: AddressRow): { readonly value: NetworkInterface; readonly held: PrivateAddress } {
  const value = draft.need(networkInterface, 'network-interface');
  return { value, held: value.addresses[row] ?? refuse(`${value.name} has no address ${row}.`) };
}

/** Gives an interface another private address in place of one it has; the public address stays with the row. */
export function setPrivateAddress(design: Design, request: AddressRow & { readonly address: string }): EditResult {
  return edit(design, (draft) => {
    const { value, held } = needAddress(draft, request);
    const address = readAddress(draft, value, request.address);
    draft.change(request.networkInterface, 'network-interface', { addresses: { ...value.addresses, [request.row]: { ...held, address } } });
    return { said: `Change ${held.address} of ${value.name} to ${address}`, select: [request.networkInterface] };
  });
}

/** Adds a secondary private address to an interface: the one given, else the next free one of its subnet. */
export function addPrivateAddress(design: Design, { networkInterface, address: given }: { readonly networkInterface: ResourceId; readonly address?: string | undefined }): EditResult {
  return edit(design, (draft) => {
    const value = draft.need(networkInterface, 'network-interface');
    const address = given === undefined ? takeAddress(draft, value.subnet) : readAddress(draft, value, given);
    const primary = Object.keys(value.addresses).length === 0;
    draft.change(networkInterface, 'network-interface', { addresses: { ...value.addresses, [nextRowId('address', value.addresses)]: { address, primary } } });
    return { said: `Add ${address} to ${value.name}`, select: [networkInterface] };
  });
}

/** Takes a secondary private address away; an Elastic IP address on it stays allocated. */
export function removePrivateAddress(design: Design, request: AddressRow & { readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const { value, held } = needAddress(draft, request);
      if (held.primary) refuse(`${held.address} is the primary address of ${value.name}, which stays as long as the interface does.`);
      draft.change(request.networkInterface, 'network-interface', { addresses: withoutRow(value.addresses, request.row) });
      if (held.public?.type === 'elastic') keepAllocated(draft, request.networkInterface, held.public);
      return { said: `Take ${held.address} away from ${value.name}`, select: [request.networkInterface] };
    },
    request.random,
  );
}
