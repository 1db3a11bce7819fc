import { containsAddress, readCidr } from '../address/cidr.ts';
import type { ResourceId } from '../model/ids.ts';
import type { RouteTable } from '../model/resources/index.ts';
import type { AddressNumber, Entry, InterfaceEntry, Lookup, SubnetEntry, VpcEntry } from './entries.ts';

interface Edges {
  /** Egress-only internet gateway by the VPC it is attached to. */
  readonly egressOnly: ReadonlyMap<ResourceId, ResourceId>;
  /** Route table by the gateway whose incoming traffic it routes. */
  readonly tables: ReadonlyMap<string, Entry<RouteTable>>;
}

const known = new WeakMap<Lookup, Edges>();

function collect(lookup: Lookup): Edges {
  const egressOnly = new Map<ResourceId, ResourceId>();
  for (const { id, value } of lookup.byKind['egress-only-internet-gateway']) {
    const isGone = value.state === 'detached' || value.state === 'detaching';
    if (value.vpc !== undefined && !isGone) egressOnly.set(value.vpc, id);
  }
  const tables = new Map<string, Entry<RouteTable>>();
  for (const table of lookup.byKind['route-table']) for (const gateway of table.value.gateways ?? []) tables.set(gateway, table);
  return { egressOnly, tables };
}

function edgesOf(lookup: Lookup): Edges {
  const before = known.get(lookup);
  if (before) return before;
  const edges = collect(lookup);
  known.set(lookup, edges);
  return edges;
}

/** The egress-only internet gateway that is attached to a VPC. */
export const egressOnlyGatewayOf = (lookup: Lookup, vpc: ResourceId): ResourceId | undefined => edgesOf(lookup).egressOnly.get(vpc);

/** The table that routes what comes into a VPC through a gateway (VPC User Guide, gateway-route-tables). */
export function edgeTableOf(lookup: Lookup, vpc: VpcEntry, gateway: string): Entry<RouteTable> | undefined {
  const table = edgesOf(lookup).tables.get(gateway);
  return table?.value.vpc === vpc.id ? table : undefined;
}

const holdsPrefix = ({ value }: InterfaceEntry, address: AddressNumber): boolean =>
  Object.values(value.prefixes ?? {}).some(({ cidr }) => {
    const block = readCidr(cidr);
    return block !== undefined && block.family === (typeof address === 'number' ? 4 : 6) && containsAddress(block, address);
  });

/** The interface of a subnet to which the block around an address is delegated (EC2 User Guide, ec2-prefix-eni). */
export const prefixHolderIn = (subnet: SubnetEntry, address: AddressNumber): InterfaceEntry | undefined =>
  subnet.interfaces.find((entry) => entry.value.prefixes !== undefined && holdsPrefix(entry, address));
