import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { SecurityGroup } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly group: Entry<SecurityGroup>;
  readonly name: string;
}

type Groups = readonly Entry<SecurityGroup>[];

/** The groups that rules of other groups name. */
function* namedInRules(groups: Groups): Iterable<ResourceId> {
  for (const { id, value } of groups) {
    for (const rules of [value.inbound, value.outbound]) {
      for (const row in rules) {
        const peer = rules[asRowId(row)]?.peer;
        if (peer && 'group' in peer && peer.group !== id) yield peer.group;
      }
    }
  }
}

/** Every text in some data that looks like the id of a group: what is not modelled may be in it. */
function* groupIdsIn(data: unknown): Iterable<string> {
  if (typeof data === 'string' && data.startsWith('sg-')) yield data;
  else if (typeof data === 'object' && data !== null) for (const member of Object.values(data)) yield* groupIdsIn(member);
}

function* namedInUnmodelled(lookup: Lookup): Iterable<string> {
  for (const { value } of lookup.byKind.unmodelled) yield* groupIdsIn(value.data);
}

/** What the interfaces are in; those of a known subnet are in the lookup already. */
function addMembers({ byKind, groupMembers, interfaces }: Lookup, used: Set<string>): void {
  for (const id of groupMembers.keys()) used.add(id);
  if (interfaces.size === byKind['network-interface'].length) return;
  for (const { value } of byKind['network-interface']) for (const id of value.securityGroups) used.add(id);
}

/** Groups that interfaces and databases are in, that rules of other groups name, or that are a VPC's default one. */
function collect(lookup: Lookup): ReadonlySet<string> {
  const { byKind } = lookup;
  const used = new Set<string>();
  addMembers(lookup, used);
  for (const { value } of byKind['db-instance']) for (const id of value.securityGroups) used.add(id);
  for (const { value } of byKind.vpc) if (value.defaultSecurityGroup !== undefined) used.add(value.defaultSecurityGroup);
  for (const id of namedInRules(byKind['security-group'])) used.add(id);
  for (const id of namedInUnmodelled(lookup)) used.add(id);
  return used;
}

const usedGroups = oncePerLookup(collect);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('network-interfaces')) return;
  for (const group of lookup.byKind['security-group']) {
    // The default group of a VPC that is not known goes by the name AWS gives it.
    if (usedGroups(lookup).has(group.id) || group.value.name === 'default') continue;
    yield { evidence: [{ at: group.id }], facts: { group, name: nameOf(lookup, group.id) } };
  }
}

export const securityGroupUnused = defineRule<Facts>({
  id: 'security-group-unused',
  area: 'security-groups',
  severity: 'advice',
  why: 'A group that no interface is in and no rule names protects nothing, and waits to be given to something by mistake.',
  learnMore: documentation.securityGroups,
  check,
  explain: ({ name }) => `${name} is used by nothing: no interface is in it and no rule names it; delete it, or put in what it is meant for.`,
  fix: ({ group }, lookup) => deleteResource(lookup, group, 'Changes no traffic: nothing is in the group.'),
});
