import { formatIpv4 } from '../../address/ipv4.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly address: number;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.instances.values()) {
    if (value.state !== 'stopped') continue;
    for (const entry of interfaces) {
      const held = entry.addresses.find(({ public: translated }) => translated?.type === 'elastic');
      if (held?.public) yield { evidence: [{ at: id }, { at: entry.id, row: held.row }], facts: { name: nameOf(lookup, id), address: held.public.address } };
    }
  }
}

export const stoppedWithElasticIp = defineRule<Facts>({
  id: 'stopped-with-elastic-ip',
  area: 'compute',
  severity: 'advice',
  why: 'An Elastic IP address stays with a stopped instance and is billed all the while.',
  learnMore: documentation.elasticIps,
  check,
  explain: ({ name, address }) => `${name} is stopped and holds the Elastic IP address ${formatIpv4(address)}; start it, or give the address to what runs.`,
});
