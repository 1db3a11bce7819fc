import { formatAddress } from '../address/cidr.ts';
import type { AddressNumber, Lookup } from '../lookup/entries.ts';
import { typeOfTarget } from '../lookup/route-target.ts';
import { asResourceId } from '../model/ids.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { Endpoint } from './endpoint.ts';

/** A gateway that routes of a snapshot lead to and that is in none of its files: what it joins is not known. Any other id is a mistake. */
export function resolveUnseenGateway(lookup: Lookup, text: string, gateway: string): Reply<Endpoint> {
  const isNamed = lookup.design.snapshot !== undefined && lookup.byKind['route-table'].some(({ value }) => Object.values(value.routes).some(({ target }) => target === gateway));
  if (isNamed) return succeed({ kind: 'unmodelled', id: asResourceId(gateway), type: typeOfTarget(gateway) });
  return fail(`"${text}" names the gateway "${gateway}", which is not in the design. Write onprem:GATEWAY:ADDRESS with a gateway's id.`);
}

/** An interface that has the address and stands in a subnet, or a VPC, that the snapshot lacks. */
export function unplacedInterface(lookup: Lookup, address: AddressNumber): Endpoint | undefined {
  const text = formatAddress(address);
  const found = lookup.byKind['network-interface'].find(({ id, value }) => !lookup.interfaces.has(id) && Object.values(value.addresses).some((held) => held.address === text));
  return found && { kind: 'gone', id: found.id };
}

/** An instance that no file describes, and that interfaces of the snapshot are attached to: its first interface. */
export function machineOfInterface(lookup: Lookup, text: string): Endpoint | undefined {
  if (!text.startsWith('i-')) return undefined;
  const own = [...lookup.interfaces.values()].filter(({ value }) => value.attachment?.resource === text);
  const [first] = own.sort((a, b) => (a.value.attachment?.deviceIndex ?? 0) - (b.value.attachment?.deviceIndex ?? 0));
  return first && { kind: 'interfaces', interfaces: [first], address: undefined, via: 'private' };
}
