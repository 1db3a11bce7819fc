import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { forwardingInterfaces } from '../facts/forwarding-interfaces.ts';
import { nameOfHolder } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly entry: InterfaceEntry;
  readonly name: string;
}

/** Interfaces of services are set up by AWS. */
const isOfInstance = ({ holder, value }: InterfaceEntry): boolean => holder.kind === 'instance' && value.owner === undefined;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const entry of lookup.interfaces.values()) {
    if (entry.value.sourceDestinationCheck || !isOfInstance(entry) || forwardingInterfaces(lookup).has(entry.id)) continue;
    yield { evidence: [{ at: entry.id }], facts: { entry, name: nameOfHolder(lookup, entry) } };
  }
}

const fix = ({ entry, name }: Facts): readonly Fix[] => [{ title: `Turn on the source/destination check of ${name}`, effect: 'Changes nothing for its own traffic.', patch: replaceValue([entry.id, 'sourceDestinationCheck'], false, true) }];

export const sourceDestinationCheckOff = defineRule<Facts>({
  id: 'source-destination-check-off',
  area: 'compute',
  severity: 'advice',
  why: 'Without the check an instance may send and receive in the name of others; only one that forwards traffic needs that, and then routes point at it.',
  learnMore: documentation.natInstances,
  check,
  explain: ({ name }) => `${name} has the source/destination check off, but no route points at it; turn the check on, or add the route.`,
  fix,
});
