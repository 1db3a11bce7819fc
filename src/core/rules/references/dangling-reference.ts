import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { DanglingReference, Lookup } from '../../lookup/entries.ts';
import type { Resource } from '../../model/resources/index.ts';
import type { Patch } from '../../patch/patch.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { zonesOf } from '../facts/database-zones.ts';
import { nameOf, subjectOf } from '../facts/names.ts';
import { isRowReference } from '../facts/row-references.ts';
import { removeValue, replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly reference: DanglingReference;
  readonly resource: Resource;
  readonly name: string;
  readonly subject: string;
}

/** What each field means, as the end of "… names X as". */
const roles: Readonly<Record<string, string>> = {
  vpc: 'its VPC',
  region: 'its Region',
  subnet: 'its subnet',
  subnets: 'one of its subnets',
  routeTable: 'its route table',
  networkAcl: 'its network ACL',
  mainRouteTable: 'its main route table',
  defaultNetworkAcl: 'its default network ACL',
  defaultSecurityGroup: 'its default security group',
  attachment: 'what it is attached to',
  securityGroups: 'one of its security groups',
  subnetGroup: 'its DB subnet group',
  customerGateway: 'its customer gateway',
  gateway: 'its gateway',
  onPremises: 'the network behind it',
  network: 'the network it is in',
  propagatingGateways: 'a gateway that propagates routes into it',
};

/** Files of a snapshot whose absence explains why nothing is there. */
const filesOf: Readonly<Record<string, string>> = {
  routeTable: 'route-tables',
  mainRouteTable: 'route-tables',
  networkAcl: 'network-acls',
  defaultNetworkAcl: 'network-acls',
  securityGroups: 'security-groups',
  defaultSecurityGroup: 'security-groups',
  subnet: 'subnets',
  subnets: 'subnets',
  vpc: 'vpcs',
  attachment: 'instances',
};

/** Optional fields: without them the resource is whole, and every later stage already treats it so. */
const optional: ReadonlySet<string> = new Set(['routeTable', 'networkAcl', 'mainRouteTable', 'defaultNetworkAcl', 'onPremises', 'network']);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const reference of lookup.danglingReferences) {
    const resource = lookup.resource(reference.at);
    const files = filesOf[reference.field];
    const isExplained = files !== undefined && lookup.isMissing(files);
    if (resource === undefined || isExplained || isRowReference(lookup, reference)) continue;
    yield { evidence: [{ at: reference.at }, { at: reference.to }], facts: { reference, resource, name: nameOf(lookup, reference.at), subject: subjectOf(lookup, reference.at) } };
  }
}

/** Without its last group an interface falls into the default one, and a DB subnet group needs two zones. */
function isNeeded({ reference: { field, to }, resource }: Facts, list: readonly unknown[], lookup: Lookup): boolean {
  if (field === 'securityGroups') return list.length < 2;
  return resource.kind === 'db-subnet-group' && zonesOf(lookup, { ...resource, subnets: resource.subnets.filter((id) => id !== to) }).size < 2;
}

function removal(facts: Facts, lookup: Lookup): Patch | undefined {
  const { reference: { at, field, to }, resource } = facts;
  if (optional.has(field)) return removeValue([at, field], to);
  const list: unknown = resource[field as keyof Resource];
  if (!Array.isArray(list) || isNeeded(facts, list, lookup)) return undefined;
  return replaceValue([at, field], list, list.filter((id) => id !== to));
}

function fix(facts: Facts, lookup: Lookup): readonly Fix[] {
  const patch = removal(facts, lookup);
  return patch === undefined ? [] : [{ title: `Remove ${facts.reference.to} from ${facts.name}`, patch }];
}

export const danglingReference = defineRule<Facts>({
  id: 'dangling-reference',
  area: 'references',
  severity: 'error',
  why: 'A resource that names another one that does not exist cannot be created, and nothing that depends on the reference can be told.',
  learnMore: documentation.vpcOverview,
  check,
  explain: ({ reference: { field, to }, subject }) =>
    `${subject} names ${to} as ${roles[field] ?? field}, but the design has no ${to}; choose one that exists.`,
  fix,
});
