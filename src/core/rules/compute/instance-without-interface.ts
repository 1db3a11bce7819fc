import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
}

/** What was terminated has given its interfaces back. */
const GONE: ReadonlySet<string> = new Set(['terminated', 'shutting-down']);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const attached = new Set<string>(lookup.byKind['network-interface'].flatMap(({ value }) => (value.attachment ? [value.attachment.resource] : [])));
  for (const { id, value } of lookup.instances.values()) {
    if (!GONE.has(value.state) && !attached.has(id)) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id) } };
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
