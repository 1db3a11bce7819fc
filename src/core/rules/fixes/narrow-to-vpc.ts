import { formatPorts } from '../../address/ports.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import type { Admission } from '../facts/group-admissions.ts';
import { publicPartOf } from '../facts/internet-sources.ts';
import { nameOf } from '../facts/names.ts';
import { isManyPorts } from '../facts/sensitive-ports.ts';
import { replaceValue } from './patch-of.ts';

/**
 * Lets only the group's own VPC in instead of the internet. Not offered for a rule that opens ports by the thousand: others
 * than the sensitive ones may be meant there.
 */
export function narrowToVpc(lookup: Lookup, { group, row, ports }: Admission): readonly Fix[] {
  const vpc = lookup.vpcs.get(group.value.vpc);
  const rule = group.value.inbound[asRowId(row)];
  const [block] = vpc?.blocks ?? [];
  if (!vpc || !rule || !block || isManyPorts(ports) || publicPartOf(block).length > 0) return [];
  return [
    {
      title: `Let TCP ${formatPorts(ports)} in ${nameOf(lookup, group.id)} in from ${vpc.value.cidr} only`,
      effect: `Closes the rule to everybody outside of ${nameOf(lookup, vpc.id)}; nothing opens.`,
      patch: replaceValue([group.id, 'inbound', row, 'peer'], rule.peer, { cidr: vpc.value.cidr }),
    },
  ];
}
