import { parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { NetworkInterface, PrivateAddress, SecurityGroup } from '../model/resources/index.ts';
import type { Entry, HeldAddress, InterfaceEntry, InterfaceHolder, SubnetEntry } from './entries.ts';
import type { LookupTables } from './tables.ts';

const comparePrimary = (a: HeldAddress, b: HeldAddress): number => Number(b.primary) - Number(a.primary);

function translationOf({ public: given }: PrivateAddress): HeldAddress['public'] {
  const address = given === undefined ? undefined : parseIpv4(given.address);
  return given === undefined || address === undefined ? undefined : { address, type: given.type };
}

function addressesOf(value: NetworkInterface): readonly HeldAddress[] {
  const held: HeldAddress[] = [];
  // Rows are read by key, without a list of pairs: an interface has one address, and a design thousands of interfaces.
  for (const row in value.addresses) {
    const given = value.addresses[asRowId(row)];
    const address = given && parseIpv4(given.address);
    if (given && address !== undefined) held.push({ address, primary: given.primary, row, public: translationOf(given) });
  }
  for (const row in value.ipv6Addresses) {
    const address = parseIpv6(value.ipv6Addresses[asRowId(row)]?.address ?? '');
    if (address !== undefined) held.push({ address, primary: false, row, public: undefined });
  }
  return held.length > 1 ? held.sort(comparePrimary) : held;
}

function serviceHolder(tables: LookupTables, id: ResourceId): InterfaceHolder | undefined {
  const balancer = tables.loadBalancers.get(id);
  if (balancer) return { kind: 'load-balancer', id, loadBalancer: balancer.value };
  const endpoint = tables.vpcEndpoints.get(id);
  return endpoint && { kind: 'vpc-endpoint', id, endpoint: endpoint.value };
}

/** The id of what the interface belongs to: the machine or the service, else the interface itself. */
export const machineOf = ({ id, holder }: InterfaceEntry): ResourceId => ('id' in holder ? holder.id : id);

function holderOf(tables: LookupTables, value: NetworkInterface): InterfaceHolder {
  const id = value.attachment?.resource;
  if (id !== undefined) {
    const instance = tables.instances.get(id);
    if (instance) return { kind: 'instance', id, instance: instance.value };
    const db = tables.dbInstances.get(id);
    if (db) return { kind: 'db-instance', id, db: db.value };
    const service = serviceHolder(tables, id);
    if (service) return service;
  }
  return value.owner === undefined ? { kind: 'none' } : { kind: 'service', owner: value.owner };
}

/** AWS puts an interface that names no group into the VPC's default group; a service's own interface may have none. */
function groupIdsOf(value: NetworkInterface, subnet: SubnetEntry): readonly ResourceId[] {
  const fallback = subnet.vpc.value.defaultSecurityGroup;
  return value.securityGroups.length > 0 || value.owner !== undefined || fallback === undefined ? value.securityGroups : [fallback];
}

type Groups = Pick<InterfaceEntry, 'groups' | 'unknownGroups'>;

/** Machines of a kind are in the same groups: what is found for a list of ids is found once. */
const knownGroups = new WeakMap<LookupTables, Map<string, Groups>>();

function findGroups(tables: LookupTables, ids: readonly ResourceId[]): Groups {
  const groups: Entry<SecurityGroup>[] = [];
  const unknownGroups: ResourceId[] = [];
  for (const id of ids) {
    const value = tables.design.resources[id];
    if (value?.kind === 'security-group') groups.push({ id, value });
    else unknownGroups.push(id);
  }
  return { groups, unknownGroups };
}

function knownIn(tables: LookupTables): Map<string, Groups> {
  const known = knownGroups.get(tables) ?? new Map<string, Groups>();
  knownGroups.set(tables, known);
  return known;
}

/** The groups with these ids, and the ids that are no group's. */
export function groupsOf(tables: LookupTables, ids: readonly ResourceId[]): Groups {
  const [only] = ids;
  const key = ids.length === 1 && only !== undefined ? only : JSON.stringify(ids);
  const known = knownIn(tables);
  const before = known.get(key);
  if (before) return before;
  const groups = findGroups(tables, ids);
  known.set(key, groups);
  return groups;
}

/** Puts an interface under its addresses and into its groups. */
export function registerInterface(tables: LookupTables, entry: InterfaceEntry): void {
  const { subnet } = entry;
  for (const held of entry.addresses) {
    const owner = { kind: 'interface', interface: entry, held } as const;
    subnet.vpc.owners.set(held.address, owner);
    if (held.public) tables.publicAddresses.set(held.public.address, { vpc: subnet.vpc, owner, privateAddress: held.address });
  }
  for (const id of [...entry.groups.map((group) => group.id), ...entry.unknownGroups]) {
    const members = tables.groupMembers.get(id);
    if (members) members.push(entry);
    else tables.groupMembers.set(id, [entry]);
  }
}

/** An entry for an interface that stands in a known subnet. */
export function makeInterfaceEntry(
  tables: LookupTables,
  given: { readonly id: ResourceId; readonly value: NetworkInterface; readonly subnet: SubnetEntry },
): InterfaceEntry {
  const { id, value, subnet } = given;
  const { groups, unknownGroups } = groupsOf(tables, groupIdsOf(value, subnet));
  // Written out: spreading three objects costs more than all else that is done for an interface.
  return { id, value, subnet, addresses: addressesOf(value), groups, unknownGroups, holder: holderOf(tables, value) };
}

/** The list of those that a holder has. */
function interfacesHeld(tables: LookupTables, holder: InterfaceHolder): InterfaceEntry[] | undefined {
  switch (holder.kind) {
    case 'instance':
      return tables.instances.get(holder.id)?.interfaces;
    case 'db-instance':
      return tables.dbInstances.get(holder.id)?.interfaces;
    case 'load-balancer':
      return tables.loadBalancers.get(holder.id)?.interfaces;
    case 'vpc-endpoint':
      return tables.vpcEndpoints.get(holder.id)?.interfaces;
    default:
      return undefined;
  }
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
    registerInterface(tables, entry);
    interfacesHeld(tables, entry.holder)?.push(entry);
  }
}

/** The code of the Region that an interface stands in, where the design says so. */
export const regionCodeOf = (entry: InterfaceEntry | undefined): string | undefined => entry?.subnet.vpc.region?.value.code;
