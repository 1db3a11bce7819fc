import { formatCidr, overlaps, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { isEnded, peeringEnd, type PeeringEnd } from '../../lookup/vpc-peerings.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly requester: string;
  readonly accepter: string;
  readonly requested: Cidr;
  readonly accepted: Cidr;
}

const nameOfEnd = (lookup: Lookup, { id, account }: PeeringEnd): string => (id !== undefined ? nameOf(lookup, id) : account === undefined ? 'the other VPC' : `the VPC of account ${account}`);

function sharedBlocks(a: PeeringEnd, b: PeeringEnd): readonly [Cidr, Cidr] | undefined {
  for (const block of a.blocks) {
    const other = b.blocks.find((candidate) => overlaps(block, candidate));
    if (other) return [block, other];
  }
  return undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.byKind['vpc-peering-connection']) {
    if (isEnded(value)) continue;
    const [requester, accepter] = [peeringEnd(lookup, value.requester), peeringEnd(lookup, value.accepter)];
    const shared = sharedBlocks(requester, accepter);
    if (!shared) continue;
    const facts: Facts = { name: nameOf(lookup, id), requester: nameOfEnd(lookup, requester), accepter: nameOfEnd(lookup, accepter), requested: shared[0], accepted: shared[1] };
    const vpcs = [requester, accepter].flatMap(({ vpc }) => (vpc ? [{ at: vpc.id }] : []));
    yield { evidence: [{ at: id }, ...vpcs], namedBy: 1, facts };
  }
}

export const peeredBlocksOverlap = defineRule<Facts>({
  id: 'peered-blocks-overlap',
  area: 'addressing',
  severity: 'error',
  why: 'AWS peers two VPCs only if no IPv4 or IPv6 block of the one shares an address with a block of the other, whether or not anything uses it.',
  learnMore: documentation.peeringBasics,
  check,
  explain: ({ name, requester, accepter, requested, accepted }) =>
    `${name} joins ${requester} (${formatCidr(requested)}) and ${accepter} (${formatCidr(accepted)}), which overlap, and AWS refuses such a peering; give one of them another block, or join them by a private NAT gateway and a transit gateway.`,
});
