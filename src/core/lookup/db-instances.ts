import type { ResourceId } from '../model/ids.ts';
import type { DbInstance, NetworkInterface } from '../model/resources/index.ts';
import type { InterfaceEntry, SubnetEntry } from './entries.ts';
import { groupsOf } from './interfaces.ts';
import type { LookupTables } from './tables.ts';

function candidateSubnetsOf(tables: LookupTables, db: DbInstance): readonly SubnetEntry[] {
  const group = db.subnetGroup === undefined ? undefined : tables.design.resources[db.subnetGroup];
  if (group?.kind !== 'db-subnet-group') return [];
  // A snapshot may list subnets of other VPCs in a group; a DB instance stands in the group's own VPC.
  const subnets = group.subnets.map((id) => tables.subnets.get(id)).filter((subnet) => subnet?.vpc.id === group.vpc).filter((subnet) => subnet !== undefined);
  const inZone = subnets.filter((subnet) => subnet.value.availabilityZone === db.availabilityZone);
  return inZone.length === 0 ? subnets : inZone;
}

function makeStandIn(tables: LookupTables, id: ResourceId, given: { readonly db: DbInstance; readonly subnet: SubnetEntry }): InterfaceEntry {
  const { db, subnet } = given;
  const value: NetworkInterface = {
    kind: 'network-interface',
    name: db.name,
    subnet: subnet.id,
    addresses: {},
    ipv6Addresses: {},
    securityGroups: db.securityGroups,
    sourceDestinationCheck: true,
  };
  return { id, value, subnet, addresses: [], holder: { kind: 'db-instance', id, db }, ...groupsOf(tables, db.securityGroups) };
}

/** Puts every DB instance under its id, with stand-ins for the places where its address can be. */
export function addDbInstances(tables: LookupTables): void {
  for (const { id, value: db } of tables.byKind['db-instance']) {
    if (db.kind !== 'db-instance') continue;
    const standIns = candidateSubnetsOf(tables, db).map((subnet) => makeStandIn(tables, id, { db, subnet }));
    tables.dbInstances.set(id, { id, value: db, interfaces: [], standIns });
  }
}

/** Whether an interface stands for a publicly accessible database whose addresses the snapshot does not have. */
export const isPublicStandIn = ({ holder, addresses }: InterfaceEntry): boolean => holder.kind === 'db-instance' && holder.db.publiclyAccessible && addresses.length === 0;
