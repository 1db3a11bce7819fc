import { documentation } from '../../aws/documentation-links.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { forwardingInterfaces } from '../facts/forwarding-interfaces.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';

interface Facts {
  readonly destination: string;
  readonly instance: string;
  readonly table: string;
}

/** With the check on it drops what is not its own, whatever runs on it. */
const isUnsaid = ({ holder, value }: InterfaceEntry): boolean => holder.kind === 'instance' && holder.instance.forwards === undefined && !value.sourceDestinationCheck;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const [id, { table, row, route }] of forwardingInterfaces(lookup)) {
    const entry = lookup.interfaces.get(id);
    if (!entry || !isUnsaid(entry)) continue;
    yield { evidence: [{ at: id }, { at: table.id, row }], namedBy: 1, facts: { destination: route.destination, instance: nameOfHolder(lookup, entry), table: nameOf(lookup, table.id) } };
  }
}

export const applianceNotDescribed = defineRule<Facts>({
  id: 'appliance-not-described',
  area: 'compute',
  severity: 'advice',
  why: 'What a machine does with traffic that is not meant for it is set inside of it: until the design says whether it translates or passes it on, every answer through it is undetermined.',
  learnMore: documentation.natInstances,
  check,
  explain: ({ destination, instance, table }) => `${table} sends ${destination} to ${instance}, and nobody said what it does with it; say whether ${instance} is a NAT instance or a router.`,
});
