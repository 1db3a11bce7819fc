import { formatCidr, overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { neverAssignable } from '../../aws/cidr-associations.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Reason {
  readonly range: string;
  readonly severity: Severity;
  readonly because: string;
}

interface Facts {
  readonly name: string;
  readonly block: Cidr;
  readonly reason: Reason;
}

/** The older guide (working-with-vpcs, 2022) warns of the ranges from 224.0.0.0 up: Windows does not boot there. */
const reasons: readonly Reason[] = [
  { range: neverAssignable, severity: 'error', because: 'which is link-local and which AWS gives to no VPC' },
  { range: '224.0.0.0/3', severity: 'warning', because: 'where multicast and reserved addresses begin and Windows instances fail to boot' },
  { range: '127.0.0.0/8', severity: 'warning', because: 'which every machine keeps for itself as loopback' },
  { range: '0.0.0.0/8', severity: 'warning', because: 'which no machine can have as an address' },
];

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.vpcs.values()) {
    const block = readCidr(value.cidr);
    const reason = block && reasons.find(({ range }) => isWithin(range, block));
    if (block && reason) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), block, reason }, severity: reason.severity };
  }
}

function isWithin(range: string, block: Cidr): boolean {
  const outer = readCidr(range);
  return outer !== undefined && overlaps(outer, block);
}

export const vpcBlockRange = defineRule<Facts>({
  id: 'vpc-block-range',
  area: 'addressing',
  severity: 'warning',
  why: 'Some ranges are no use to a VPC: AWS refuses link-local blocks, and machines cannot work with loopback, multicast or reserved addresses.',
  learnMore: documentation.vpcCidrBlocks,
  check,
  explain: ({ name, block, reason }) => `${name} (${formatCidr(block)}) lies in ${reason.range}, ${reason.because}; choose a private block such as 10.0.0.0/16.`,
});
