import { readCidr, type Cidr } from '../address/cidr.ts';
import { isGone } from '../model/life-cycle.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind, Vpc } from '../model/resources/index.ts';
import { addDbInstances } from './db-instances.ts';
import { findDanglingIn } from './dangling-references.ts';
import type { Association, Entry, InstanceEntry, Lookup, SubnetEntry } from './entries.ts';
import { addInterfaces } from './interfaces.ts';
import { addNatGateways } from './nat-gateways.ts';
import { addServices, addServiceStandIns } from './services.ts';
import { createTables, type LookupTables } from './tables.ts';

const resourcesOfKind = <Kind extends ResourceKind>(tables: LookupTables, kind: Kind): readonly Entry<ResourceOfKind<Kind>>[] =>
  tables.byKind[kind] as unknown as readonly Entry<ResourceOfKind<Kind>>[];

/** The resource with this id when it is of this kind. */
export function resourceOfKind<Kind extends ResourceKind>(
  design: Design,
  id: string | undefined,
  kind: Kind,
): ResourceOfKind<Kind> | undefined {
  if (id === undefined || !Object.hasOwn(design.resources, id)) return undefined;
  const resource = design.resources[asResourceId(id)];
  return resource?.kind === kind ? (resource as ResourceOfKind<Kind>) : undefined;
}

const isCidr = (cidr: Cidr | undefined): cidr is Cidr => cidr !== undefined;

function blocksOf(vpc: Vpc): readonly Cidr[] {
  const texts = [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map((row) => row.cidr), ...Object.values(vpc.ipv6Cidrs).map((row) => row.cidr)];
  return texts.map(readCidr).filter(isCidr);
}

function addVpcs(tables: LookupTables): void {
  for (const { id, value } of resourcesOfKind(tables, 'vpc')) {
    const region = resourceOfKind(tables.design, value.region, 'region');
    tables.vpcs.set(id, {
      id,
      value,
      region: region && { id: value.region, value: region },
      blocks: blocksOf(value),
      subnets: [],
      internetGateways: [],
      virtualPrivateGateways: [],
      natGateways: [],
      owners: new Map(),
    });
  }
}

function associationOf<Kind extends 'route-table' | 'network-acl', Via extends string>(
  design: Design,
  choice: { readonly kind: Kind; readonly explicit: ResourceId | undefined; readonly implicit: ResourceId | undefined; readonly via: Via },
): Association<ResourceOfKind<Kind>, Via> | undefined {
  const explicit = resourceOfKind(design, choice.explicit, choice.kind);
  if (explicit && choice.explicit) return { id: choice.explicit, value: explicit, via: 'explicit' };
  const implicit = resourceOfKind(design, choice.implicit, choice.kind);
  return implicit && choice.implicit ? { id: choice.implicit, value: implicit, via: choice.via } : undefined;
}

function addSubnets(tables: LookupTables): void {
  const { design } = tables;
  for (const { id, value } of resourcesOfKind(tables, 'subnet')) {
    const vpc = tables.vpcs.get(value.vpc);
    if (!vpc) continue;
    const entry: SubnetEntry = {
      id,
      value,
      vpc,
      blocks: [value.cidr, value.ipv6Cidr].map((text) => (text === undefined ? undefined : readCidr(text))).filter(isCidr),
      routeTable: associationOf(design, { kind: 'route-table', explicit: value.routeTable, implicit: vpc.value.mainRouteTable, via: 'main' }),
      networkAcl: associationOf(design, { kind: 'network-acl', explicit: value.networkAcl, implicit: vpc.value.defaultNetworkAcl, via: 'default' }),
      interfaces: [],
    };
    tables.subnets.set(id, entry);
    vpc.subnets.push(entry);
  }
}

function addGateways(tables: LookupTables): void {
  for (const { id, value } of resourcesOfKind(tables, 'internet-gateway')) {
    if (value.vpc) tables.vpcs.get(value.vpc)?.internetGateways.push(id);
  }
  for (const { id, value } of resourcesOfKind(tables, 'virtual-private-gateway')) {
    if (value.vpc && !isGone(value)) tables.vpcs.get(value.vpc)?.virtualPrivateGateways.push(id);
  }
}

function addVpnConnections(tables: LookupTables): void {
  for (const connection of resourcesOfKind(tables, 'vpn-connection')) {
    const { gateway } = connection.value;
    if (!gateway) continue;
    const connections = tables.vpnConnectionsOfGateway.get(gateway);
    if (connections) connections.push(connection);
    else tables.vpnConnectionsOfGateway.set(gateway, [connection]);
  }
}

function addPeerings(tables: LookupTables): void {
  for (const peering of resourcesOfKind(tables, 'vpc-peering-connection')) {
    for (const { vpc } of [peering.value.requester, peering.value.accepter]) {
      if (vpc === undefined) continue;
      const peerings = tables.peeringsOfVpc.get(vpc);
      if (peerings) peerings.push(peering);
      else tables.peeringsOfVpc.set(vpc, [peering]);
    }
  }
}

function addInstances(tables: LookupTables): void {
  for (const { id, value } of resourcesOfKind(tables, 'instance')) {
    const entry: InstanceEntry = { id, value, interfaces: [] };
    tables.instances.set(id, entry);
  }
}

function deviceIndexOf(entry: { readonly value: { readonly attachment?: { readonly deviceIndex: number } | undefined } }): number {
  return entry.value.attachment?.deviceIndex ?? 0;
}

function sortInterfaces(tables: LookupTables): void {
  for (const instance of tables.instances.values()) {
    if (instance.interfaces.length > 1) instance.interfaces.sort((a, b) => deviceIndexOf(a) - deviceIndexOf(b));
  }
}

/**
 * An internet gateway that only an active route names, and that the snapshot lacks: AWS reports a route as active only
 * while its target is attached, so the gateway is taken to be there.
 */
function addImpliedInternetGateways(tables: LookupTables): void {
  if (tables.design.snapshot === undefined) return;
  for (const { value: table } of resourcesOfKind(tables, 'route-table')) {
    const vpc = tables.vpcs.get(table.vpc);
    if (!vpc || vpc.internetGateways.length > 0) continue;
    const route = Object.values(table.routes).find((row) => row.target.startsWith('igw-') && row.state === 'active' && resourceAt(tables.design, row.target) === undefined);
    if (route) vpc.internetGateways.push(asResourceId(route.target));
  }
}

/** Looks once: what every object inherits under a name like `constructor` has no kind, and so is no resource. */
function resourceAt(design: Design, id: string): Resource | undefined {
  const found: Resource | undefined = design.resources[asResourceId(id)];
  const kind: ResourceKind | undefined = found?.kind;
  return kind === undefined ? undefined : found;
}

function build(design: Design): Lookup {
  const tables = createTables(design);
  addVpcs(tables);
  addSubnets(tables);
  addGateways(tables);
  addVpnConnections(tables);
  addPeerings(tables);
  addImpliedInternetGateways(tables);
  addInstances(tables);
  addDbInstances(tables);
  addServices(tables);
  addInterfaces(tables);
  addNatGateways(tables);
  addServiceStandIns(tables);
  sortInterfaces(tables);
  let danglingReferences: Lookup['danglingReferences'] | undefined;
  return {
    ...tables,
    byKind: tables.byKind as unknown as Lookup['byKind'],
    get danglingReferences() {
      danglingReferences ??= findDanglingIn(tables);
      return danglingReferences;
    },
    resource: (id: string): Resource | undefined => resourceAt(design, id),
    nameOf: (id: string): string => {
      const name = resourceAt(design, id)?.name;
      return name === undefined || name === '' ? id : name;
    },
    isMissing: (files: string): boolean => tables.missing.has(files),
  };
}

const lookups = new WeakMap<object, { readonly snapshot: Design['snapshot']; readonly lookup: Lookup }>();

/** All joins of a design, made once for the same resources: moving a node on the canvas costs nothing here. */
export function buildLookup(design: Design): Lookup {
  const known = lookups.get(design.resources);
  if (known && known.snapshot === design.snapshot) return known.lookup;
  const lookup = build(design);
  lookups.set(design.resources, { snapshot: design.snapshot, lookup });
  return lookup;
}

