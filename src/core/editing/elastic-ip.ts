import type { Design } from '../model/design.ts';
import { asResourceId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { NetworkInterface, PrivateAddress } from '../model/resources/index.ts';
import { newAllocation } from './adding/make-elastic-ip.ts';
import { autoAssigned } from './adding/make-interface.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { nextPublicAddress } from './free-addresses.ts';
import { interfacesOf, primaryAddressOf } from './members.ts';
import { uniqueName } from './names.ts';
import { refuse } from './refusal.ts';
import { rowEntries } from './rows.ts';

export interface Allocation {
  readonly id: string;
  readonly address: string;
}

/** A new Elastic IP address with a placeholder for the address AWS will choose. */
export const allocate = (draft: Draft): Allocation => ({ id: newAllocation(draft), address: nextPublicAddress(draft.design) });

/** The interface meant by an instance (its primary one) or an interface. */
export function interfaceMeant(draft: Draft, target: ResourceId): ResourceId {
  if (draft.findOf(target, 'network-interface')) return target;
  const [primary] = interfacesOf(draft.design, target);
  return primary?.id ?? refuse(`${draft.nameOf(target)} has no network interface that could hold an Elastic IP address.`);
}

/** Sets or takes away the public address of one private address. */
export function setPublicAddress(draft: Draft, id: ResourceId, { row, holds }: { readonly row: RowId; readonly holds: PrivateAddress['public'] | undefined }): void {
  const { addresses } = draft.need(id, 'network-interface');
  const current = addresses[row] ?? refuse(`${draft.nameOf(id)} has no private address ${row}.`);
  const { address, primary } = current;
  draft.change(id, 'network-interface', { addresses: { ...addresses, [row]: { address, primary, ...(holds && { public: holds }) } } });
}

/** Puts an Elastic IP address that nothing holds any more back among the allocated ones. */
export function keepAllocated(draft: Draft, near: ResourceId, held: NonNullable<PrivateAddress['public']>): void {
  const subnet = draft.findOf(draft.findOf(near, 'network-interface')?.subnet ?? draft.findOf(near, 'nat-gateway')?.subnet, 'subnet');
  const region = draft.findOf(subnet?.vpc, 'vpc')?.region ?? draft.list('region')[0]?.id;
  if (region === undefined) return;
  const id = asResourceId(held.allocation ?? newAllocation(draft));
  draft.put(id, { kind: 'elastic-ip', name: uniqueName(draft.design, `eip-${held.address}`), region, address: held.address });
}

function rowMeant(value: NetworkInterface, name: string): RowId {
  return primaryAddressOf(value)?.row ?? refuse(`${name} has no private address that an Elastic IP address could stand for.`);
}

/** Associates an allocated address with a private one; what the private one had is released or stays allocated. */
export function associate(draft: Draft, target: ResourceId, allocation: Allocation): ResourceId {
  const id = interfaceMeant(draft, target);
  const value = draft.need(id, 'network-interface');
  if (value.attachment?.role !== undefined) refuse(`${draft.nameOf(target)} is run by RDS, which gives no Elastic IP addresses to its interfaces.`);
  const row = rowMeant(value, draft.nameOf(target));
  const before = value.addresses[row]?.public;
  setPublicAddress(draft, id, { row, holds: { address: allocation.address, type: 'elastic', allocation: allocation.id } });
  if (before?.type === 'elastic') keepAllocated(draft, id, before);
  return id;
}

/**
 * Associates an Elastic IP address with the primary private address of an instance or interface. `elasticIp` is the
 * allocated one to use; without it a new one is allocated. An auto-assigned address is released, as in AWS.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html
 */
export function associateElasticIp(design: Design, given: { readonly target: ResourceId; readonly elasticIp?: ResourceId; readonly random: RandomSource }): EditResult {
  const { target, elasticIp } = given;
  return edit(
    design,
    (draft) => {
      const allocation = elasticIp === undefined ? allocate(draft) : { id: elasticIp, address: draft.need(elasticIp, 'elastic-ip').address };
      if (elasticIp !== undefined) draft.remove(new Set([elasticIp]));
      associate(draft, target, allocation);
      return { said: `Associate Elastic IP address ${allocation.address} with ${draft.nameOf(target)}`, select: [target] };
    },
    given.random,
  );
}

/** Whether AWS gives the instance's primary interface a public address by itself: one interface, in a subnet that auto-assigns. */
export function getsPublicAddress(draft: Draft, instance: ResourceId): boolean {
  const interfaces = interfacesOf(draft.design, instance);
  const [primary] = interfaces;
  return interfaces.length === 1 && primary !== undefined && draft.findOf(primary.value.subnet, 'subnet')?.autoAssignPublicIp === true;
}

/** Gives a running instance of one interface a new auto-assigned address if its subnet hands them out and it holds none. */
export function assignPublicAddress(draft: Draft, instance: ResourceId): string | undefined {
  const [primary] = interfacesOf(draft.design, instance);
  const held = primary && primaryAddressOf(primary.value);
  if (!primary || !held || held.address.public || !getsPublicAddress(draft, instance)) return undefined;
  const holds = autoAssigned(draft);
  setPublicAddress(draft, primary.id, { row: held.row, holds });
  return holds.address;
}

/**
 * Takes the Elastic IP address away from an instance or interface; it stays allocated in the Region. A running instance
 * of one interface then gets a new auto-assigned address where its subnet hands them out.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
export function disassociateElasticIp(design: Design, given: { readonly target: ResourceId; readonly random: RandomSource }): EditResult {
  const { target } = given;
  return edit(
    design,
    (draft) => {
      const candidates = draft.findOf(target, 'network-interface') ? [target] : interfacesOf(draft.design, target).map(({ id }) => id);
      const held = candidates.flatMap((id) => rowEntries(draft.need(id, 'network-interface').addresses).map(([row, value]) => ({ id, row, holds: value.public })));
      const found = held.find(({ holds }) => holds?.type === 'elastic') ?? refuse(`${draft.nameOf(target)} holds no Elastic IP address.`);
      if (!found.holds) return refuse(`${draft.nameOf(target)} holds no Elastic IP address.`);
      setPublicAddress(draft, found.id, { row: found.row, holds: undefined });
      keepAllocated(draft, found.id, found.holds);
      const instance = draft.need(found.id, 'network-interface').attachment?.resource;
      if (instance !== undefined && draft.findOf(instance, 'instance')?.state === 'running') assignPublicAddress(draft, instance);
      return { said: `Take Elastic IP address ${found.holds.address} away from ${draft.nameOf(target)}`, select: [target] };
    },
    given.random,
  );
}
