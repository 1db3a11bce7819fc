import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';

interface Facts {
  readonly name: string;
}

/** What was terminated has given its interfaces back. */
const GONE: ReadonlySet<string> = new Set(['terminated', 'shutting-down']);

/** What interfaces say they are attached to, also those whose subnet is not known. */
const attached = oncePerLookup((lookup) => new Set<string>(lookup.byKind['network-interface'].flatMap(({ value }) => value.attachment?.resource ?? [])));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.instances.values()) {
    if (interfaces.length === 0 && !GONE.has(value.state) && !attached(lookup).has(id)) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id) } };
  }
}

export const instanceWithoutInterface = defineRule<Facts>({
  id: 'instance-without-interface',
  area: 'compute',
  severity: 'error',
  why: 'An instance stands in a subnet by its primary network interface and cannot be launched without one.',
  learnMore: documentation.networkInterfacesPerType,
  check,
  explain: ({ name }) => `${name} has no network interface, so it stands in no subnet; put it into one.`,
});
