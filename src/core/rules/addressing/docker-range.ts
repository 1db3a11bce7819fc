import { formatCidr, overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { dockerDefaultCidr } from '../../aws/defaults.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly block: Cidr;
}

const docker = readCidr(dockerDefaultCidr);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, blocks } of lookup.vpcs.values()) {
    const block = blocks.find((candidate) => docker !== undefined && overlaps(candidate, docker));
    if (block) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), block } };
  }
}

export const dockerRange = defineRule<Facts>({
  id: 'docker-range',
  area: 'addressing',
  severity: 'warning',
  why: `Docker, and AWS services built on it such as Cloud9 and SageMaker, use ${dockerDefaultCidr} inside a machine, which then cannot reach the same addresses in the VPC.`,
  learnMore: documentation.vpcCidrBlocks,
  check,
  explain: ({ name, block }) => `${name} (${formatCidr(block)}) overlaps ${dockerDefaultCidr}, Docker's own range; choose another block if containers run in it.`,
});
