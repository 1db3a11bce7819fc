import { nounOf } from '../../editing/nouns.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf, subjectOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { routeUsesOf } from '../facts/uses.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Reference {
  readonly at: ResourceId;
  readonly to: ResourceId;
  readonly vpc: ResourceId;
  /** An optional field of the resource, which can be taken away. */
  readonly field?: 'routeTable' | 'networkAcl';
}

interface Facts {
  readonly reference: Reference;
  readonly name: string;
  readonly subject: string;
  readonly noun: string;
  readonly target: string;
  readonly vpc: string;
  readonly otherVpc: string;
}

/** The VPC a table, an ACL, a group or a subnet belongs to. */
function vpcOf(lookup: Lookup, id: ResourceId): ResourceId | undefined {
  const resource = lookup.resource(id);
  switch (resource?.kind) {
    case 'route-table':
    case 'network-acl':
    case 'security-group':
    case 'subnet':
      return resource.vpc;
    default:
      return undefined;
  }
}

/** Calls back for each reference that has to stay inside one VPC; far more are right than wrong, so none is kept. */
type Visit = (reference: Reference) => void;

function visitSubnets(lookup: Lookup, visit: Visit): void {
  for (const { id: at, value, vpc } of lookup.subnets.values()) {
    if (value.routeTable !== undefined) visit({ at, to: value.routeTable, vpc: vpc.id, field: 'routeTable' });
    if (value.networkAcl !== undefined) visit({ at, to: value.networkAcl, vpc: vpc.id, field: 'networkAcl' });
  }
}

function visitInterfaces(lookup: Lookup, visit: Visit): void {
  let before: InterfaceEntry | undefined;
  for (const entry of lookup.interfaces.values()) {
    const { id: at, groups, subnet } = entry;
    // Machines that stand side by side are in the same groups: what was found right is right again.
    if (before?.groups === groups && before.subnet === subnet) continue;
    const others = groups.filter((group) => group.value.vpc !== subnet.value.vpc);
    for (const group of others) visit({ at, to: group.id, vpc: subnet.vpc.id });
    before = others.length === 0 ? entry : undefined;
  }
}

function visitAll(lookup: Lookup, visit: Visit): void {
  for (const { id: at, value } of lookup.vpcs.values()) {
    for (const to of [value.mainRouteTable, value.defaultNetworkAcl, value.defaultSecurityGroup]) if (to !== undefined) visit({ at, to, vpc: at });
  }
  visitSubnets(lookup, visit);
  // An account may share groups with further VPCs, and has one DB subnet group of a name in each Region: a snapshot may mix them.
  if (lookup.design.snapshot !== undefined) return;
  for (const { id: at, value } of lookup.byKind['db-subnet-group']) for (const to of value.subnets) visit({ at, to, vpc: value.vpc });
  visitInterfaces(lookup, visit);
}

function check(lookup: Lookup): readonly Fault<Facts>[] {
  const faults: Fault<Facts>[] = [];
  visitAll(lookup, (reference) => {
    const { at, to, vpc } = reference;
    const other = vpcOf(lookup, to);
    const kind = lookup.resource(to)?.kind;
    if (other === undefined || kind === undefined || other === vpc) return;
    const facts: Facts = { reference, name: nameOf(lookup, at), subject: subjectOf(lookup, at), noun: nounOf(kind), target: nameOf(lookup, to), vpc: nameOf(lookup, vpc), otherVpc: nameOf(lookup, other) };
    faults.push({ evidence: [{ at }, { at: to }], facts });
  });
  return faults;
}

/** A table with a dead route is not to be given to a subnet. */
const isBroken = (lookup: Lookup, table: ResourceId | undefined): boolean => table !== undefined && routeUsesOf(lookup, table).some((use) => use.target.kind === 'blackhole');

/** A NAT gateway leaves by its subnet's table: another one has to be chosen with care. */
const isLeftByNatGateway = ({ vpc, id }: SubnetEntry): boolean => vpc.natGateways.some(({ subnet }) => subnet?.id === id);

/** Without its own choice a subnet uses what its VPC has, which may open a way. */
function fix({ reference: { at, to, field }, name, target }: Facts, lookup: Lookup): readonly Fix[] {
  const subnet = lookup.subnets.get(at);
  if (field === undefined || !subnet || isLeftByNatGateway(subnet) || !opensNothing(lookup, [subnet]) || isBroken(lookup, subnet.vpc.value.mainRouteTable)) return [];
  return [{ title: `Remove ${target} from ${name}`, effect: `${name} then uses what its own VPC has for it.`, patch: removeValue([at, field], to) }];
}

export const referenceToAnotherVpc = defineRule<Facts>({
  id: 'reference-to-another-vpc',
  area: 'references',
  severity: 'error',
  why: 'Route tables, network ACLs, security groups and subnets belong to one VPC; AWS refuses to use them in another.',
  learnMore: documentation.vpcOverview,
  check,
  explain: ({ subject, vpc, noun, target, otherVpc }) =>
    subject.endsWith(` ${vpc}`) ? `${subject} uses ${noun} ${target}, which belongs to ${otherVpc}; choose one of its own.` : `${subject} in ${vpc} uses ${noun} ${target}, which belongs to ${otherVpc}; choose one of ${vpc}.`,
  fix,
});
