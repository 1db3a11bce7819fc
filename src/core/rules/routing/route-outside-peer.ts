import { contains, formatCidr, overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { prefixListBlocks } from '../../lookup/prefix-lists.ts';
import type { PeeringEnd } from '../../lookup/vpc-peerings.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { routeUses } from '../facts/uses.ts';

interface Facts {
  readonly table: string;
  readonly destination: string;
  readonly peering: string;
  readonly far: string;
  readonly blocks: string;
  /** Nothing of the destination is the peer's, or only a part of it. */
  readonly isAll: boolean;
}

const farName = (lookup: Lookup, { id, account }: PeeringEnd): string => (id !== undefined ? nameOf(lookup, id) : account === undefined ? 'the other VPC' : `the VPC of account ${account}`);

/** How much of the destinations lies outside of the peer's blocks. */
function judge(destinations: readonly Cidr[], blocks: readonly Cidr[]): 'all' | 'part' | undefined {
  if (destinations.length === 0 || blocks.length === 0) return undefined;
  if (!destinations.some((cidr) => blocks.some((block) => overlaps(block, cidr)))) return 'all';
  return destinations.every((cidr) => blocks.some((block) => contains(block, cidr))) ? undefined : 'part';
}

const severities: Readonly<Record<'all' | 'part', Severity>> = { all: 'warning', part: 'advice' };

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { table, row, route, target } of routeUses(lookup)) {
    if (target.kind !== 'vpc-peering-connection') continue;
    const cidr = readCidr(route.destination);
    const share = judge(cidr ? [cidr] : (prefixListBlocks(lookup, route.destination) ?? []), target.far.blocks);
    if (share === undefined) continue;
    const facts: Facts = {
      table: nameOf(lookup, table.id),
      destination: cidr ? route.destination : nameOf(lookup, route.destination),
      peering: nameOf(lookup, target.id),
      far: farName(lookup, target.far),
      blocks: nameList(target.far.blocks.map(formatCidr)),
      isAll: share === 'all',
    };
    yield { evidence: [{ at: table.id, row }, { at: target.id }], namedBy: 1, facts, severity: severities[share] };
  }
}

export const routeOutsidePeer = defineRule<Facts>({
  id: 'route-outside-peer',
  area: 'routing',
  severity: 'warning',
  why: 'A peering carries only traffic between the addresses of its two VPCs; it leads neither to a third VPC nor through the peer’s internet gateway, NAT gateway, VPN or endpoint.',
  learnMore: documentation.peeringBasics,
  check,
  explain: ({ table, destination, peering, far, blocks, isAll }) =>
    `${table} sends ${destination} to ${peering}, but ${isAll ? 'none' : 'only a part'} of it lies in ${far} (${blocks}), and the ${isAll ? 'traffic' : 'rest'} is dropped; route the peer’s own blocks only.`,
});
