import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { tableOfNatGateway } from '../edge-references.ts';

type Holds = (resource: Resource, id: ResourceId) => boolean;

/** What lies in a Region: everything that says so, except what AWS keeps in a VPC of it. */
const inRegion: Holds = (resource, region) => 'region' in resource && resource.region === region;

const isPeeringOf: Holds = (resource, vpc) => resource.kind === 'vpc-peering-connection' && (resource.requester.vpc === vpc || resource.accepter.vpc === vpc);

/** A detached virtual private gateway outlives its VPC; an internet gateway is deleted with it, as the console does. */
const inVpc: Holds = (resource, vpc) =>
  isPeeringOf(resource, vpc) || (resource.kind !== 'virtual-private-gateway' && 'vpc' in resource && resource.vpc === vpc);

const inSubnet: Holds = (resource, subnet) => (resource.kind === 'network-interface' || resource.kind === 'nat-gateway') && resource.subnet === subnet;

/** The primary interface goes with its instance; further ones stay behind, detached (EC2, using-eni). */
const withInstance: Holds = (resource, instance) =>
  resource.kind === 'network-interface' && resource.attachment?.resource === instance && resource.attachment.deviceIndex === 0;

const withDbInstance: Holds = (resource, db) => resource.kind === 'network-interface' && resource.attachment?.resource === db;

/** What cannot be without its transit gateway; a peering goes with either end. */
const withTransitGateway: Holds = (resource, gateway) =>
  ((resource.kind === 'transit-gateway-route-table' || resource.kind === 'transit-gateway-attachment') && resource.transitGateway === gateway) ||
  (resource.kind === 'transit-gateway-attachment' && resource.peer?.transitGateway === gateway) ||
  withGateway(resource, gateway);
const attachmentOfConnection: Holds = (resource, connection) => resource.kind === 'transit-gateway-attachment' && resource.vpnConnection === connection;
const attachmentOfDirectConnect: Holds = (resource, gateway) => resource.kind === 'transit-gateway-attachment' && resource.directConnectGateway === gateway;
const withGateway: Holds = (resource, gateway) => resource.kind === 'vpn-connection' && resource.gateway === gateway;
const withCustomerGateway: Holds = (resource, gateway) => resource.kind === 'vpn-connection' && resource.customerGateway === gateway;
const inOffice: Holds = (resource, office) => resource.kind === 'client' && resource.network === office;

const HOLDS: Readonly<Partial<Record<Resource['kind'], Holds>>> = {
  region: inRegion,
  vpc: inVpc,
  subnet: inSubnet,
  instance: withInstance,
  'db-instance': withDbInstance,
  'load-balancer': withDbInstance,
  'vpc-endpoint': withDbInstance,
  'virtual-private-gateway': withGateway,
  'customer-gateway': withCustomerGateway,
  'transit-gateway': withTransitGateway,
  'vpn-connection': attachmentOfConnection,
  'direct-connect-gateway': attachmentOfDirectConnect,
  'on-premises-network': inOffice,
};

type Entries = readonly (readonly [ResourceId, Resource])[];

/** A load balancer and an endpoint have an interface in each of their subnets, and live on in the others. */
function standsInOtherSubnets(entries: Entries, id: ResourceId): boolean {
  const kind = entries.find(([other]) => other === id)?.[1].kind;
  return kind === 'load-balancer' || kind === 'vpc-endpoint';
}

/** An instance goes with its primary interface, so that deleting a subnet takes what runs in it. */
function holdersOf(entries: Entries, doomed: ReadonlySet<string>): readonly ResourceId[] {
  return entries.flatMap(([id, resource]) => {
    if (resource.kind !== 'network-interface' || !doomed.has(id)) return [];
    const { attachment } = resource;
    if (attachment?.deviceIndex !== 0 || attachment.role !== undefined || doomed.has(attachment.resource)) return [];
    return standsInOtherSubnets(entries, attachment.resource) ? [] : [attachment.resource];
  });
}

const interfacesLeft = (entries: Entries, db: ResourceId, doomed: ReadonlySet<string>): readonly ResourceId[] =>
  entries.filter(([id, value]) => !doomed.has(id) && withDbInstance(value, db)).map(([id]) => id);

/** The subnets without any of which a resource cannot be. */
function subnetsItNeeds(resource: Resource): readonly ResourceId[] | undefined {
  if (resource.kind === 'db-subnet-group' || resource.kind === 'load-balancer') return resource.subnets;
  return resource.kind === 'vpc-endpoint' && resource.type !== 'gateway' ? resource.subnets : undefined;
}

/** A DB instance is lost when none of its interfaces is left, a DB subnet group when none of its subnets is. */
function lostDatabases(entries: Entries, doomed: ReadonlySet<string>): readonly ResourceId[] {
  return entries.flatMap(([id, resource]) => {
    if (doomed.has(id)) return [];
    const subnets = subnetsItNeeds(resource);
    if (subnets) return subnets.length > 0 && subnets.every((subnet) => doomed.has(subnet)) ? [id] : [];
    if (resource.kind !== 'db-instance') return [];
    const had = entries.some(([, value]) => withDbInstance(value, id));
    const isLost = had ? interfacesLeft(entries, id, doomed).length === 0 : resource.subnetGroup !== undefined && doomed.has(resource.subnetGroup);
    return isLost ? [id] : [];
  });
}

const held = (entries: Entries, [owner, resource]: readonly [ResourceId, Resource]): readonly ResourceId[] => {
  if (resource.kind === 'nat-gateway') return tableOfNatGateway(entries, resource);
  const holds = HOLDS[resource.kind];
  return holds ? entries.filter(([, candidate]) => holds(candidate, owner)).map(([id]) => id) : [];
};

/** Everything that goes when the given resources go: what they contain and what cannot be without them. */
export function cascade(design: Design, ids: readonly ResourceId[]): ReadonlySet<ResourceId> {
  const entries = Object.entries(design.resources) as unknown as Entries;
  const doomed = new Set<ResourceId>();
  let waiting: readonly ResourceId[] = ids;
  while (waiting.length > 0) {
    for (const id of waiting) doomed.add(id);
    const contained = waiting.flatMap((id) => {
      const resource = design.resources[id];
      return resource ? held(entries, [id, resource]) : [];
    });
    waiting = [...new Set([...contained, ...holdersOf(entries, doomed), ...lostDatabases(entries, doomed)])].filter((id) => !doomed.has(id));
  }
  return doomed;
}
