import type { ResourceId } from '../../model/ids.ts';
import type { Subnet } from '../../model/resources/index.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft, Entry } from '../draft.ts';
import { interfacesIn, isPublicSubnet, subnetsOf } from '../members.ts';
import { joinNames } from '../nouns.ts';
import { numberedName, stemOf, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';
import { groupFor, makeInterface } from './make-interface.ts';

/** A DB subnet group covers at least two Availability Zones (RDS API, CreateDBSubnetGroup). */
const ZONES_OF_GROUP = 2;
const MYSQL_PORT = 3306;

interface Place {
  readonly vpc: ResourceId;
  readonly subnet?: Entry<Subnet>;
  readonly zone?: string;
}

function placeOf(container: Container): Place {
  if (container.kind === 'zone') return { vpc: container.vpc, zone: container.zone };
  const subnet = containerOf(container, 'subnet');
  if (subnet) return { vpc: subnet.value.vpc, subnet, zone: subnet.value.availabilityZone };
  return { vpc: (containerOf(container, 'vpc') ?? refusePlace('db-instance', container)).id };
}

/** One private subnet of each zone: the one dropped on, then those whose names are alike, then the emptiest. */
function privateSubnets(draft: Draft, { vpc, subnet }: Place): readonly Entry<Subnet>[] {
  const stem = subnet && stemOf(subnet.value.name.replace(/-[a-z]$/, ''));
  const rank = ({ id, value }: Entry<Subnet>): number => {
    if (id === subnet?.id) return -2;
    if (stem !== undefined && value.name.startsWith(stem)) return -1;
    return interfacesIn(draft.design, id).length;
  };
  const candidates = subnetsOf(draft.design, vpc).filter(({ value }) => value.cidr !== undefined && !isPublicSubnet(draft.design, value));
  const perZone = new Map<string, Entry<Subnet>>();
  for (const candidate of [...candidates].sort((a, b) => rank(a) - rank(b))) {
    if (!perZone.has(candidate.value.availabilityZone)) perZone.set(candidate.value.availabilityZone, candidate);
  }
  return [...perZone.values()].slice(0, ZONES_OF_GROUP);
}

const zonesOfGroup = (draft: Draft, subnets: readonly ResourceId[]): readonly string[] => [
  ...new Set(subnets.map((id) => draft.findOf(id, 'subnet')?.availabilityZone).filter((zone) => zone !== undefined)),
];

function existingGroup(draft: Draft, { vpc, subnet }: Place): ResourceId | undefined {
  const covering = draft.list('db-subnet-group').filter(({ value }) => value.vpc === vpc && zonesOfGroup(draft, value.subnets).length >= ZONES_OF_GROUP);
  if (!subnet || isPublicSubnet(draft.design, subnet.value)) return covering[0]?.id;
  return covering.find(({ value }) => value.subnets.includes(subnet.id))?.id;
}

function newGroup(draft: Draft, place: Place, name: string): ResourceId {
  const subnets = privateSubnets(draft, place);
  const vpc = draft.nameOf(place.vpc);
  if (subnets.length < ZONES_OF_GROUP) {
    const found = subnets.length === 0 ? 'none' : `only ${joinNames(subnets.map(({ value }) => value.name))}`;
    return refuse(`A DB instance needs private subnets in two Availability Zones; ${vpc} has ${found}. Add private subnets in two zones first.`);
  }
  return draft.add('dbsubnetgroup', { kind: 'db-subnet-group', name: uniqueName(draft.design, `${name}-subnets`), vpc: place.vpc, subnets: subnets.map(({ id }) => id) });
}

export interface NewDbInterface {
  readonly db: ResourceId;
  readonly subnet: ResourceId;
  readonly role: 'primary' | 'standby';
  readonly address?: string;
}

/** Makes the interface RDS puts into a subnet for a DB instance or its standby, with the DB instance's groups. */
export function makeDbInterface(draft: Draft, { db, subnet, role, address }: NewDbInterface): ResourceId {
  const { name, securityGroups } = draft.need(db, 'db-instance');
  return makeInterface(draft, {
    subnet,
    name: `eni-${name}-${role}`,
    securityGroups,
    attachment: { resource: db, deviceIndex: role === 'primary' ? 0 : 1, role },
    owner: 'rds',
    ...(address !== undefined && { address }),
  });
}

export interface NewDbInstance {
  readonly name: string;
  readonly subnetGroup: ResourceId;
  readonly securityGroups: readonly ResourceId[];
  readonly zone?: string;
  readonly instanceClass?: string;
  /** The private address of the primary and of the standby; the next free ones without it. */
  readonly addresses?: readonly [primary: string, standby: string];
}

/** Makes a MySQL DB instance with Multi-AZ: the primary in the zone asked for, the standby in another zone of its group. */
export function makeDbInstance(draft: Draft, { name, subnetGroup, securityGroups, zone, instanceClass, addresses }: NewDbInstance): ResourceId {
  const subnets = draft.need(subnetGroup, 'db-subnet-group').subnets.map((id) => ({ id, value: draft.need(id, 'subnet') }));
  const primary = subnets.find(({ value }) => value.availabilityZone === zone) ?? subnets[0] ?? refuse(`${draft.nameOf(subnetGroup)} holds no subnets.`);
  const standby = subnets.find(({ value }) => value.availabilityZone !== primary.value.availabilityZone);
  const db = draft.add('db', {
    kind: 'db-instance',
    name,
    engine: 'mysql',
    instanceClass: instanceClass ?? 'db.t3.micro',
    port: MYSQL_PORT,
    subnetGroup,
    availabilityZone: primary.value.availabilityZone,
    multiAz: standby !== undefined,
    publiclyAccessible: false,
    securityGroups: [...securityGroups],
    state: 'available',
  });
  const at = (address: string | undefined): { readonly address?: string } => (address === undefined ? {} : { address });
  makeDbInterface(draft, { db, subnet: primary.id, role: 'primary', ...at(addresses?.[0]) });
  if (standby) makeDbInterface(draft, { db, subnet: standby.id, role: 'standby', ...at(addresses?.[1]) });
  return db;
}

/**
 * Adds a MySQL DB instance with a standby in a second zone. It uses the VPC's DB subnet group, or makes one of private
 * subnets in two zones; also when dropped on a public subnet, because a database has no business there.
 */
export const addDbInstance: Adder = (draft, { container, at, name }) => {
  const place = placeOf(container);
  const title = name ?? numberedName(draft.design, 'db');
  const subnetGroup = existingGroup(draft, place) ?? newGroup(draft, place, title);
  const id = makeDbInstance(draft, { name: title, subnetGroup, securityGroups: [groupFor(draft, place.vpc, title)], ...(place.zone !== undefined && { zone: place.zone }) });
  draft.place(id, at);
  const subnets = draft.need(subnetGroup, 'db-subnet-group').subnets.map((subnet) => draft.nameOf(subnet));
  return { said: `Put ${title} in private subnets ${joinNames(subnets)}`, select: [id] };
};
