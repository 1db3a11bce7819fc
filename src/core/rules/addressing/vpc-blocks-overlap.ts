import { formatCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { findFirstOverlaps, type Overlap } from '../facts/overlapping-blocks.ts';
import { commonHub } from '../facts/vpc-connections.ts';

interface Facts {
  readonly overlap: Overlap<VpcEntry>;
  readonly first: string;
  readonly second: string;
  /** What connects the two today. */
  readonly hub: string | undefined;
}

/** Default VPCs all have the same block, and nobody means to connect them. */
const areBothDefault = ({ first, second }: Overlap<VpcEntry>): boolean => first.owner.value.isDefault === true && second.owner.value.isDefault === true;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const blocks = [...lookup.vpcs.values()].flatMap((owner) => owner.blocks.map((block) => ({ owner, block })));
  for (const overlap of findFirstOverlaps(blocks)) {
    if (areBothDefault(overlap)) continue;
    const { first, second } = overlap;
    const hub = commonHub(lookup, first.owner, second.owner);
    // `transit-blocks-overlap` tells those of a transit gateway.
    if (hub !== undefined && lookup.resource(hub)?.kind === 'transit-gateway') continue;
    const facts: Facts = { overlap, first: nameOf(lookup, first.owner.id), second: nameOf(lookup, second.owner.id), hub: hub === undefined ? undefined : nameOf(lookup, hub) };
    yield { evidence: [{ at: second.owner.id }, { at: first.owner.id }], facts, severity: hub === undefined ? 'advice' : 'warning' };
  }
}

function explain({ overlap, first, second, hub }: Facts): string {
  const pair = `${second} (${formatCidr(overlap.second.block)}) overlaps ${first} (${formatCidr(overlap.first.block)})`;
  return hub === undefined
    ? `${pair}, so the two can never be peered; give one of them another block if they may ever talk to each other.`
    : `${pair}, and both are connected to ${hub}, which can reach only one of the two; give one of them another block.`;
}

export const vpcBlocksOverlap = defineRule<Facts>({
  id: 'vpc-blocks-overlap',
  area: 'addressing',
  severity: 'advice',
  why: 'VPCs whose blocks overlap cannot be peered, even where the overlap is unused, and a gateway in between can reach only one of them.',
  learnMore: documentation.peeringBasics,
  check,
  explain,
});
