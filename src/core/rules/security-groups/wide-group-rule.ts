import { intersect, union, type IntervalSet } from '../../address/interval-set.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { SecurityGroup } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { internetAdmissions, type Admission } from '../facts/group-admissions.ts';
import { describeSources } from '../facts/internet-sources.ts';
import { nameOf } from '../facts/names.ts';
import { provenExposures } from '../facts/proven-exposures.ts';
import { administrationPorts, databasePorts, describePorts, isManyPorts, namePorts } from '../facts/sensitive-ports.ts';
import { narrowToVpc } from '../fixes/narrow-to-vpc.ts';

interface Facts {
  readonly admission: Admission;
  readonly group: string;
  readonly ports: IntervalSet<number>;
}

const keyOf = ({ group, row }: Admission): string => `${group.id}/${row}`;

const sensitivePorts = ({ ports }: Admission): IntervalSet<number> => intersect([ports], isManyPorts(ports) ? administrationPorts : union(administrationPorts, databasePorts));

function* faultsOf(lookup: Lookup, group: Entry<SecurityGroup>, proven: ReadonlySet<string>): Iterable<Fault<Facts>> {
  for (const admission of internetAdmissions(group)) {
    if (admission.width !== 'everywhere' || proven.has(keyOf(admission))) continue;
    const ports = sensitivePorts(admission);
    if (ports.length === 0) continue;
    yield { evidence: [{ at: group.id, row: admission.row, direction: 'inbound' }], facts: { admission, group: nameOf(lookup, group.id), ports } };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const proven = new Set(provenExposures(lookup).map(({ admission }) => keyOf(admission)));
  for (const group of lookup.byKind['security-group']) {
    const isDefault = lookup.vpcs.get(group.value.vpc)?.value.defaultSecurityGroup === group.id;
    const isUsed = lookup.groupMembers.has(group.id);
    // An unused group and a default group that was opened are told by rules of their own.
    if (isUsed && !isDefault) yield* faultsOf(lookup, group, proven);
  }
}

export const wideGroupRule = defineRule<Facts>({
  id: 'wide-group-rule',
  area: 'security-groups',
  severity: 'advice',
  why: 'A rule that lets everybody in on a sensitive port is harmless only while nothing else lets the traffic through: one route or one public address later it is an open door.',
  learnMore: documentation.securityGroupRules,
  check,
  explain: ({ admission, group, ports }) =>
    `${group} lets ${namePorts(ports)} (${describePorts(ports)}) in from ${describeSources(admission.sources)}; nothing arrives from there today, so narrow the rule before a route or an address changes that.`,
  fix: ({ admission }, lookup) => narrowToVpc(lookup, admission),
});
