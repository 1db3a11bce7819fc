import { parseIpv4 } from '../address/ipv4.ts';
import type { ResourceId } from '../model/ids.ts';
import type { NatGateway } from '../model/resources/index.ts';
import type { NatGatewayEntry } from './entries.ts';
import type { LookupTables } from './tables.ts';

const parseOptional = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseIpv4(text));

function registerAddresses(tables: LookupTables, entry: NatGatewayEntry): void {
  const { vpc } = entry;
  if (!vpc) return;
  for (const address of entry.addresses) {
    const owner = { kind: 'nat-gateway', natGateway: entry, privateAddress: address.private } as const;
    if (address.private !== undefined) vpc.owners.set(address.private, owner);
    if (address.public !== undefined) tables.publicAddresses.set(address.public, { vpc, owner, privateAddress: address.private });
  }
}

function makeEntry(tables: LookupTables, id: ResourceId, value: NatGateway): NatGatewayEntry {
  const subnet = value.subnet === undefined ? undefined : tables.subnets.get(value.subnet);
  const vpc = subnet?.vpc ?? (value.vpc === undefined ? undefined : tables.vpcs.get(value.vpc));
  const addresses = Object.entries(value.addresses).map(([row, address]) => ({
    row,
    private: parseOptional(address.privateAddress),
    public: parseOptional(address.publicAddress),
  }));
  return { id, value, subnet, vpc, addresses };
}

/** Puts every NAT gateway that still exists into its subnet's VPC and under its addresses. */
export function addNatGateways(tables: LookupTables): void {
  for (const { id, value } of tables.byKind['nat-gateway']) {
    if (value.kind !== 'nat-gateway') continue;
    const entry = makeEntry(tables, id, value);
    tables.natGateways.set(id, entry);
    for (const address of Object.values(value.addresses)) {
      if (address.interface) tables.natGatewayOfInterface.set(address.interface, entry);
    }
    if (value.state === 'deleted') continue;
    entry.vpc?.natGateways.push(entry);
    registerAddresses(tables, entry);
  }
}
