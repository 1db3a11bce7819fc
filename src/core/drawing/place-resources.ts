import type { Design } from '../model/design.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import type { DbInstance, NetworkInterface, Resource, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import type { NodeKind } from './containers.ts';
import { standbyKey, zoneKey } from './node-keys.ts';
import { homeOfService } from './place-service.ts';

/** A node before it is sorted into the tree. */
export interface NodePlace {
  readonly key: string;
  readonly kind: NodeKind;
  readonly resource: ResourceId | undefined;
  readonly parent: string | undefined;
  readonly astride: boolean;
}

export interface Places {
  readonly nodes: readonly NodePlace[];
  readonly carriers: ReadonlyMap<string, string>;
  readonly attachments: readonly { readonly interface: string; readonly to: string }[];
  readonly vpnConnections: readonly ResourceId[];
  readonly databaseSubnets: ReadonlySet<string>;
}

type Entry<Kind extends ResourceKind> = readonly [ResourceId, ResourceOfKind<Kind>];

/** Everything the rules of placing look up, collected in one pass. */
interface Index {
  readonly design: Design;
  readonly entries: readonly (readonly [ResourceId, Resource])[];
  readonly interfacesOf: ReadonlyMap<string, readonly Entry<'network-interface'>[]>;
  readonly gatewayOfInterface: ReadonlyMap<string, ResourceId>;
  readonly onlyRegionOfAccount: ReadonlyMap<string, ResourceId | undefined>;
  readonly vpnConnections: readonly ResourceId[];
  readonly databaseSubnets: ReadonlySet<string>;
}

interface Draft extends Index {
  readonly nodes: Map<string, NodePlace>;
  readonly carriers: Map<string, string>;
  readonly attachments: { readonly interface: string; readonly to: string }[];
}

const ANY_ACCOUNT = '';

function find<Kind extends ResourceKind>(design: Design, id: string | undefined, kind: Kind): ResourceOfKind<Kind> | undefined {
  if (id === undefined || !Object.hasOwn(design.resources, id)) return undefined;
  const resource = design.resources[asResourceId(id)];
  return resource?.kind === kind ? (resource as ResourceOfKind<Kind>) : undefined;
}

/** The first of the ids that is of this kind in the design. */
function firstOfKind(design: Design, kind: ResourceKind, ids: readonly (ResourceId | undefined)[]): ResourceId | undefined {
  return ids.find((id) => find(design, id, kind) !== undefined);
}

interface IndexDraft {
  readonly interfacesOf: Map<string, Entry<'network-interface'>[]>;
  readonly gatewayOfInterface: Map<string, ResourceId>;
  readonly onlyRegionOfAccount: Map<string, ResourceId | undefined>;
  readonly vpnConnections: ResourceId[];
  readonly databaseSubnets: Set<string>;
}

function indexResource(draft: IndexDraft, id: ResourceId, resource: Resource): void {
  switch (resource.kind) {
    case 'network-interface': {
      if (!resource.attachment) return;
      const attached = draft.interfacesOf.get(resource.attachment.resource);
      if (attached) attached.push([id, resource]);
      else draft.interfacesOf.set(resource.attachment.resource, [[id, resource]]);
      return;
    }
    case 'nat-gateway':
      for (const row of Object.values(resource.addresses)) if (row.interface) draft.gatewayOfInterface.set(row.interface, id);
      return;
    case 'region': {
      const account = resource.account ?? ANY_ACCOUNT;
      draft.onlyRegionOfAccount.set(account, draft.onlyRegionOfAccount.has(account) ? undefined : id);
      return;
    }
    case 'vpn-connection':
      draft.vpnConnections.push(id);
      return;
    case 'db-subnet-group':
      for (const subnet of resource.subnets) draft.databaseSubnets.add(subnet);
      return;
    default:
  }
}

function indexDesign(design: Design): Index {
  const entries: (readonly [ResourceId, Resource])[] = [];
  const draft: IndexDraft = {
    interfacesOf: new Map(),
    gatewayOfInterface: new Map(),
    onlyRegionOfAccount: new Map(),
    vpnConnections: [],
    databaseSubnets: new Set(),
  };
  for (const text of Object.keys(design.resources)) {
    const id = asResourceId(text);
    const resource = design.resources[id];
    if (!resource) continue;
    entries.push([id, resource]);
    indexResource(draft, id, resource);
  }
  for (const attached of draft.interfacesOf.values()) if (attached.length > 1) attached.sort(compareDevices);
  return { design, entries, ...draft };
}

const deviceOf = (value: NetworkInterface): number => value.attachment?.deviceIndex ?? 0;
function compareDevices([idA, a]: Entry<'network-interface'>, [idB, b]: Entry<'network-interface'>): number {
  const difference = deviceOf(a) - deviceOf(b);
  if (difference !== 0) return difference;
  return idA < idB ? -1 : 1;
}

/** The VPC, else the only Region of the resource's account: an instance without an interface says no more. */
function fallBack(draft: Draft, resource: Resource, vpc?: ResourceId): string | undefined {
  return firstOfKind(draft.design, 'vpc', [vpc]) ?? draft.onlyRegionOfAccount.get(resource.account ?? ANY_ACCOUNT);
}

interface PutNode {
  readonly key: string;
  readonly kind: NodeKind;
  readonly resource?: ResourceId;
  readonly astride?: boolean;
}

function put(draft: Draft, { key, kind, resource, astride = false }: PutNode, parent: string | undefined): void {
  draft.nodes.set(key, { key, kind, resource, parent, astride });
}

function placeVpc(draft: Draft, id: ResourceId, vpc: ResourceOfKind<'vpc'>): void {
  put(draft, { key: id, kind: 'vpc', resource: id }, firstOfKind(draft.design, 'region', [vpc.region]));
  for (const zone of vpc.availabilityZones) put(draft, { key: zoneKey(id, zone), kind: 'zone' }, id);
}

function placeSubnet(draft: Draft, id: ResourceId, subnet: ResourceOfKind<'subnet'>): void {
  const vpc = find(draft.design, subnet.vpc, 'vpc');
  const zone = vpc && zoneKey(subnet.vpc, subnet.availabilityZone);
  if (zone) put(draft, { key: zone, kind: 'zone' }, subnet.vpc);
  put(draft, { key: id, kind: 'subnet', resource: id }, zone);
}

type BorderGateway = ResourceOfKind<'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway'>;
function placeBorderGateway(draft: Draft, id: ResourceId, gateway: BorderGateway): void {
  const vpc = firstOfKind(draft.design, 'vpc', [gateway.vpc]);
  const region = firstOfKind(draft.design, 'region', [gateway.region]);
  put(draft, { key: id, kind: gateway.kind, resource: id, astride: vpc !== undefined }, vpc ?? region);
}

function subnetOf(draft: Draft, interfaces: readonly Entry<'network-interface'>[]): ResourceId | undefined {
  return firstOfKind(
    draft.design,
    'subnet',
    interfaces.map(([, value]) => value.subnet),
  );
}

function placeInstance(draft: Draft, id: ResourceId, instance: ResourceOfKind<'instance'>): void {
  const interfaces = draft.interfacesOf.get(id) ?? [];
  const home = subnetOf(draft, interfaces.slice(0, 1));
  put(draft, { key: id, kind: 'instance', resource: id }, home ?? subnetOf(draft, interfaces) ?? fallBack(draft, instance));
  const [primary, ...others] = interfaces;
  if (primary) draft.carriers.set(primary[0], id);
  for (const [key, value] of others) {
    if (value.subnet === primary?.[1].subnet) draft.carriers.set(key, id);
    else draft.attachments.push({ interface: key, to: id });
  }
}

function subnetOfGroup(draft: Draft, db: DbInstance): string | undefined {
  const group = find(draft.design, db.subnetGroup, 'db-subnet-group');
  if (!group) return undefined;
  const inZone = group.subnets.filter((id) => find(draft.design, id, 'subnet')?.availabilityZone === db.availabilityZone);
  return [...inZone].sort()[0] ?? fallBack(draft, db, group.vpc);
}

function placeDbInstance(draft: Draft, id: ResourceId, db: DbInstance): void {
  const interfaces = draft.interfacesOf.get(id) ?? [];
  const isStandby = ([, value]: Entry<'network-interface'>): boolean => value.attachment?.role === 'standby';
  const primaries = interfaces.filter((entry) => !isStandby(entry));
  const standbys = interfaces.filter(isStandby);
  const parent = subnetOf(draft, primaries) ?? subnetOfGroup(draft, db) ?? fallBack(draft, db);
  put(draft, { key: id, kind: 'db-instance', resource: id }, parent);
  for (const [key] of primaries) draft.carriers.set(key, id);
  const home = subnetOf(draft, standbys);
  if (home !== undefined) put(draft, { key: standbyKey(id), kind: 'db-standby', resource: id }, home);
  for (const [key] of standbys) draft.carriers.set(key, home === undefined ? id : standbyKey(id));
}

function placeNatGateway(draft: Draft, id: ResourceId, gateway: ResourceOfKind<'nat-gateway'>): void {
  const interfaces = draft.interfacesOf.get(id) ?? [];
  const named = Object.values(gateway.addresses).map((row) => find(draft.design, row.interface, 'network-interface')?.subnet);
  const subnet = firstOfKind(draft.design, 'subnet', [gateway.subnet, ...named]) ?? subnetOf(draft, interfaces);
  put(draft, { key: id, kind: 'nat-gateway', resource: id }, subnet ?? fallBack(draft, gateway, gateway.vpc));
  for (const [key] of interfaces) draft.carriers.set(key, id);
}

/** An interface has a node of its own unless its holder stands for it; the holders have been placed before. */
function placeInterface(draft: Draft, id: ResourceId, value: NetworkInterface): void {
  const gateway = draft.gatewayOfInterface.get(id);
  if (gateway !== undefined) draft.carriers.set(id, gateway);
  if (draft.carriers.has(id)) return;
  put(draft, { key: id, kind: 'network-interface', resource: id }, firstOfKind(draft.design, 'subnet', [value.subnet]));
  const holder = value.attachment?.resource;
  if (find(draft.design, holder, 'unmodelled') && holder !== undefined) draft.attachments.push({ interface: id, to: holder });
}

function placeUnmodelled(draft: Draft, id: ResourceId, value: ResourceOfKind<'unmodelled'>): void {
  const subnets = value.subnets.filter((subnet) => find(draft.design, subnet, 'subnet'));
  const vpcs = new Set(subnets.map((subnet) => find(draft.design, subnet, 'subnet')?.vpc));
  const shared = vpcs.size === 1 ? [...vpcs][0] : undefined;
  const subnet = subnets.length === 1 ? subnets[0] : undefined;
  const vpc = firstOfKind(draft.design, 'vpc', [value.vpc, shared]);
  const region = firstOfKind(draft.design, 'region', [value.region]);
  put(draft, { key: id, kind: 'unmodelled', resource: id }, subnet ?? vpc ?? region);
}

function placeOutside(draft: Draft, id: ResourceId, resource: ResourceOfKind<'customer-gateway' | 'client'>): void {
  const network = resource.kind === 'client' ? resource.network : resource.onPremises;
  put(draft, { key: id, kind: resource.kind, resource: id }, firstOfKind(draft.design, 'on-premises-network', [network]));
}

/** Between its two VPCs: in the Region they share, else on the canvas. */
function placePeering(draft: Draft, id: ResourceId, value: ResourceOfKind<'vpc-peering-connection'>): void {
  const regions = [value.requester, value.accepter].flatMap(({ vpc }) => find(draft.design, vpc, 'vpc')?.region ?? []);
  const [region] = regions;
  const isShared = regions.every((other) => other === region);
  put(draft, { key: id, kind: 'vpc-peering-connection', resource: id }, isShared ? firstOfKind(draft.design, 'region', [region]) : undefined);
}

/** The interfaces of a load balancer or an endpoint have no boxes of their own: it stands for them. */
function placeService(draft: Draft, id: ResourceId, value: ResourceOfKind<'load-balancer' | 'vpc-endpoint'>): void {
  const home = homeOfService(value, (other, kind) => find(draft.design, other, kind) !== undefined);
  put(draft, { key: id, kind: value.kind, resource: id }, home ?? fallBack(draft, value));
  const listed = value.kind === 'vpc-endpoint' ? value.interfaces : [];
  for (const key of [...(draft.interfacesOf.get(id) ?? []).map(([key]) => key), ...listed]) draft.carriers.set(key, id);
}

type PlaceByKind = { readonly [Kind in NodeKind & ResourceKind]?: (draft: Draft, id: ResourceId, value: ResourceOfKind<Kind>) => void };
const placeHolder: PlaceByKind = {
  region: (draft, id) => put(draft, { key: id, kind: 'region', resource: id }, undefined),
  internet: (draft, id) => put(draft, { key: id, kind: 'internet', resource: id }, undefined),
  'on-premises-network': (draft, id) => put(draft, { key: id, kind: 'on-premises-network', resource: id }, undefined),
  vpc: placeVpc,
  subnet: placeSubnet,
  'internet-gateway': placeBorderGateway,
  'egress-only-internet-gateway': placeBorderGateway,
  'virtual-private-gateway': placeBorderGateway,
  'customer-gateway': placeOutside,
  'transit-gateway': (draft, id, gateway) => put(draft, { key: id, kind: 'transit-gateway', resource: id }, firstOfKind(draft.design, 'region', [gateway.region])),
  'direct-connect-gateway': (draft, id) => put(draft, { key: id, kind: 'direct-connect-gateway', resource: id }, undefined),
  client: placeOutside,
  instance: placeInstance,
  'db-instance': placeDbInstance,
  'nat-gateway': placeNatGateway,
  'vpc-peering-connection': placePeering,
  'load-balancer': placeService,
  'vpc-endpoint': placeService,
  unmodelled: placeUnmodelled,
};

/** What happens at the tables and attachments of a transit gateway is shown at its node. */
function carryByTransitGateway(draft: Draft, id: ResourceId, resource: Resource): void {
  const isPart = resource.kind === 'transit-gateway-route-table' || resource.kind === 'transit-gateway-attachment';
  if (isPart && draft.nodes.has(resource.transitGateway)) draft.carriers.set(id, resource.transitGateway);
}

/** One node for each resource that is drawn, with its container, in the order of the design. */
export function placeResources(design: Design): Places {
  const draft: Draft = { ...indexDesign(design), nodes: new Map(), carriers: new Map(), attachments: [] };
  for (const [id, resource] of draft.entries) {
    const place = placeHolder[resource.kind as keyof PlaceByKind] as ((draft: Draft, id: ResourceId, value: Resource) => void) | undefined;
    place?.(draft, id, resource);
  }
  for (const [id, resource] of draft.entries) carryByTransitGateway(draft, id, resource);
  for (const [id, resource] of draft.entries) if (resource.kind === 'network-interface') placeInterface(draft, id, resource);
  return {
    nodes: [...draft.nodes.values()],
    carriers: draft.carriers,
    attachments: draft.attachments,
    vpnConnections: draft.vpnConnections,
    databaseSubnets: draft.databaseSubnets,
  };
}
