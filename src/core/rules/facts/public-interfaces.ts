import type { InterfaceEntry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { oncePerLookup } from './once-per-lookup.ts';

function collect(lookup: Lookup): ReadonlyMap<ResourceId, readonly InterfaceEntry[]> {
  const interfaces = new Map<ResourceId, InterfaceEntry[]>();
  for (const entry of lookup.interfaces.values()) {
    if (!entry.addresses.some(({ public: translated }) => translated !== undefined)) continue;
    const known = interfaces.get(entry.subnet.id);
    if (known) known.push(entry);
    else interfaces.set(entry.subnet.id, [entry]);
  }
  return interfaces;
}

/** The interfaces of each subnet that hold a public IPv4 address. */
const publicInterfaces = oncePerLookup(collect);

export const publicInterfacesIn = (lookup: Lookup, subnet: SubnetEntry): readonly InterfaceEntry[] => publicInterfaces(lookup).get(subnet.id) ?? [];
