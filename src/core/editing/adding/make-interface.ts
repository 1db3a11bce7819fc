import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { NetworkInterface, PrivateAddress } from '../../model/resources/index.ts';
import type { Draft } from '../draft.ts';
import { nextFreeAddress, nextPublicAddress } from '../free-addresses.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { allowAllOut } from './add-vpc.ts';

export const PRIMARY_ROW = asRowId('address-1');

export interface NewInterface {
  readonly subnet: ResourceId;
  readonly name: string;
  readonly securityGroups: readonly ResourceId[];
  readonly attachment?: NonNullable<NetworkInterface['attachment']>;
  readonly owner?: string;
  readonly description?: string;
  /** The private address wanted; the next free one of the subnet without it. */
  readonly address?: string;
  readonly public?: NonNullable<PrivateAddress['public']>;
}

/** The next free address of a subnet; refuses when it has none. */
export function takeAddress(draft: Draft, subnet: ResourceId): string {
  const { name, cidr } = draft.need(subnet, 'subnet');
  if (cidr === undefined) return refuse(`${name} has no IPv4 block to take an address from.`);
  return nextFreeAddress(draft.design, subnet) ?? refuse(`${name} (${cidr}) has no free address left: AWS keeps five and the others are held.`);
}

/** Makes a network interface with one private address. */
export function makeInterface(draft: Draft, { subnet, name, securityGroups, address, ...given }: NewInterface): ResourceId {
  const { attachment, owner, description } = given;
  const primary: PrivateAddress = { address: address ?? takeAddress(draft, subnet), primary: true, ...(given.public && { public: given.public }) };
  return draft.add('eni', {
    kind: 'network-interface',
    name: uniqueName(draft.design, name),
    subnet,
    addresses: { [PRIMARY_ROW]: primary },
    ipv6Addresses: {},
    securityGroups: [...securityGroups],
    sourceDestinationCheck: true,
    ...(attachment && { attachment }),
    ...(owner !== undefined && { owner }),
    ...(description !== undefined && { description }),
  });
}

/** What a subnet that auto-assigns gives a new primary interface: a public address that a stop releases. */
export const autoAssigned = (draft: Draft): NonNullable<PrivateAddress['public']> => ({ address: nextPublicAddress(draft.design), type: 'auto-assigned' });

/** Makes a security group as AWS does: nothing comes in, everything may go out. */
export function makeGroup(draft: Draft, vpc: ResourceId, name: string): ResourceId {
  return draft.add('sg', { kind: 'security-group', name: uniqueName(draft.design, name), vpc, inbound: {}, outbound: allowAllOut() });
}

/** The group AWS gives what is launched without one: the VPC's default group; a new one named after it where none is known. */
export function groupFor(draft: Draft, vpc: ResourceId, name: string): ResourceId {
  const group = draft.need(vpc, 'vpc').defaultSecurityGroup;
  return draft.findOf(group, 'security-group') && group !== undefined ? group : makeGroup(draft, vpc, `${name}-sg`);
}
