import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import type { ResourceId } from '../model/ids.ts';
import type { NetworkInterface, SecurityGroup } from '../model/resources/index.ts';
import type { Entry, HeldAddress, InterfaceEntry, InterfaceHolder, SubnetEntry } from './entries.ts';
import type { LookupTables } from './tables.ts';

function addressesOf(value: NetworkInterface): HeldAddress[] {
  const held: HeldAddress[] = [];
  for (const [row, given] of Object.entries(value.addresses)) {
    const address = parseIpv4(given.address);
    if (address === undefined) continue;
    const publicAddress = given.public && parseIpv4(given.public.address);
    const translated = given.public === undefined || publicAddress === undefined ? undefined : { address: publicAddress, type: given.public.type };
    held.push({ address, primary: given.primary, row, public: translated });
  }
  for (const [row, given] of Object.entries(value.ipv6Addresses)) {
    const address = parseIpv6(given.address);
    if (address !== undefined) held.push({ address, primary: false, row, public: undefined });
  }
  return held.sort((a, b) => Number(b.primary) - Number(a.primary));
}

function holderOf(tables: LookupTables, value: NetworkInterface): InterfaceHolder {
  const id = value.attachment?.resource;
  if (id !== undefined) {
    const instance = tables.instances.get(id);
    if (instance) return { kind: 'instance', id, instance: instance.value };
    const db = tables.dbInstances.get(id);
    if (db) return { kind: 'db-instance', id, db: db.value };
  }
  return value.owner === undefined ? { kind: 'none' } : { kind: 'service', owner: value.owner };
}

/** AWS puts an interface that names no group into the VPC's default group; a service's own interface may have none. */
function groupIdsOf(value: NetworkInterface, subnet: SubnetEntry): readonly ResourceId[] {
  const fallback = subnet.vpc.value.defaultSecurityGroup;
  return value.securityGroups.length > 0 || value.owner !== undefined || fallback === undefined ? value.securityGroups : [fallback];
}

export function groupsOf(tables: LookupTables, ids: readonly ResourceId[]): Pick<InterfaceEntry, 'groups' | 'unknownGroups'> {
  const groups: Entry<SecurityGroup>[] = [];
  const unknownGroups: ResourceId[] = [];
  for (const id of ids) {
    const value = tables.design.resources[id];
    if (value?.kind === 'security-group') groups.push({ id, value });
    else unknownGroups.push(id);
  }
  return { groups, unknownGroups };
}

function register(tables: LookupTables, entry: InterfaceEntry): void {
  const { subnet } = entry;
  for (const held of entry.addresses) {
    const owner = { kind: 'interface', interface: entry, held } as const;
    subnet.vpc.owners.set(held.address, owner);
    if (held.public) tables.publicAddresses.set(held.public.address, { vpc: subnet.vpc, owner, privateAddress: held.address });
  }
  for (const group of entry.groups) {
    const members = tables.groupMembers.get(group.id);
    if (members) members.push(entry);
    else tables.groupMembers.set(group.id, [entry]);
  }
}

/** An entry for an interface that stands in a known subnet. */
export function makeInterfaceEntry(
  tables: LookupTables,
  given: { readonly id: ResourceId; readonly value: NetworkInterface; readonly subnet: SubnetEntry },
): InterfaceEntry {
  return { ...given, addresses: addressesOf(given.value), ...groupsOf(tables, groupIdsOf(given.value, given.subnet)), holder: holderOf(tables, given.value) };
}

/** Puts every interface into its subnet, under its addresses, into its groups and to what it serves. */
export function addInterfaces(tables: LookupTables): void {
  for (const { id, value } of tables.byKind['network-interface']) {
    if (value.kind !== 'network-interface') continue;
    const subnet = tables.subnets.get(value.subnet);
    if (!subnet) continue;
    const entry = makeInterfaceEntry(tables, { id, value, subnet });
    tables.interfaces.set(id, entry);
    subnet.interfaces.push(entry);
    register(tables, entry);
    if (entry.holder.kind === 'instance') tables.instances.get(entry.holder.id)?.interfaces.push(entry);
    if (entry.holder.kind === 'db-instance') tables.dbInstances.get(entry.holder.id)?.interfaces.push(entry);
  }
}
