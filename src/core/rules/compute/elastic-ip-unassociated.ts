import { parseIpv4 } from '../../address/ipv4.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ElasticIp } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly elasticIp: Entry<ElasticIp>;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const elasticIp of lookup.byKind['elastic-ip']) {
    // One that something holds is written twice, which is a fault of its own.
    if (!isHeld(lookup, elasticIp.value.address)) yield { evidence: [{ at: elasticIp.id }], facts: { elasticIp } };
  }
}

function isHeld(lookup: Lookup, address: string): boolean {
  const number = parseIpv4(address);
  return number !== undefined && lookup.publicAddresses.has(number);
}

const fix = ({ elasticIp: { id, value } }: Facts): readonly Fix[] => [{ title: `Release ${value.address}`, effect: 'AWS may give the address to somebody else.', patch: removeValue([id], value) }];

export const elasticIpUnassociated = defineRule<Facts>({
  id: 'elastic-ip-unassociated',
  area: 'compute',
  severity: 'advice',
  why: 'An Elastic IP address that nothing holds is billed and counts against the quota of five in a Region.',
  learnMore: documentation.elasticIps,
  check,
  explain: ({ elasticIp: { value } }) => `The Elastic IP address ${value.address} is associated with nothing; associate it, or release it.`,
  fix,
});
