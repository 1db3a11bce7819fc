import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { SecurityGroup } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { internetAdmissions } from '../facts/group-admissions.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { provenExposures } from '../facts/proven-exposures.ts';
import { removeValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly group: Entry<SecurityGroup>;
  readonly name: string;
  readonly vpc: string;
  readonly machines: string;
  readonly rows: readonly string[];
}

/** Rows that let the whole internet in on TCP. */
function wideRows(group: Entry<SecurityGroup>): readonly string[] {
  return internetAdmissions(group).filter(({ width }) => width === 'everywhere').map(({ row }) => row);
}

/** Groups whose rules expose something already hear of that; saying it twice helps nobody. */
const exposingGroups = (lookup: Lookup): ReadonlySet<ResourceId> => new Set(provenExposures(lookup).map(({ admission }) => admission.group.id));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const exposing = exposingGroups(lookup);
  for (const vpc of lookup.vpcs.values()) {
    const id = vpc.value.defaultSecurityGroup;
    const value = id === undefined ? undefined : lookup.resource(id);
    const members = id === undefined ? undefined : lookup.groupMembers.get(id);
    if (id === undefined || value?.kind !== 'security-group' || !members || exposing.has(id)) continue;
    const rows = wideRows({ id, value });
    const [first] = rows;
    if (first === undefined) continue;
    const machines = nameList(members.map((entry) => nameOfHolder(lookup, entry)));
    yield { evidence: [{ at: id, row: first, direction: 'inbound' }, { at: vpc.id }], namedBy: 1, facts: { group: { id, value }, name: nameOf(lookup, id), vpc: nameOf(lookup, vpc.id), machines, rows } };
  }
}

function fix({ group, name, rows }: Facts): readonly Fix[] {
  const patches = rows.flatMap((row) => {
    const rule = group.value.inbound[asRowId(row)];
    return rule ? [removeValue([group.id, 'inbound', row], rule)] : [];
  });
  return [{ title: `Remove what ${name} lets in from the internet`, effect: 'Closes the rules to the internet; give machines that need them a group of their own.', patch: together(...patches) }];
}

export const defaultGroupOpened = defineRule<Facts>({
  id: 'default-group-opened',
  area: 'security-groups',
  severity: 'warning',
  why: 'Whatever is created without naming a group lands in the default one, so a rule added there opens machines that nobody has created yet.',
  learnMore: documentation.defaultSecurityGroup,
  check,
  explain: ({ name, vpc, machines }) => `The default group ${name} of ${vpc} lets the internet in, and ${machines} and whatever is created without a group are in it; put such rules into a group of their own.`,
  fix,
});
