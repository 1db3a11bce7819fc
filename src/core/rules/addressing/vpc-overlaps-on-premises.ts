import { formatCidr, overlaps, readCidr, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { onPremisesNetworksOf } from '../facts/vpc-connections.ts';

interface Facts {
  readonly vpc: string;
  readonly network: string;
  readonly inVpc: Cidr;
  readonly onPremises: Cidr;
  readonly isConnected: boolean;
}

interface OnPremisesBlock {
  readonly id: ResourceId;
  readonly row: string;
  readonly block: Cidr;
}

function listBlocks(lookup: Lookup): readonly OnPremisesBlock[] {
  return lookup.byKind['on-premises-network'].flatMap(({ id, value }) =>
    Object.entries(value.cidrs).flatMap(([row, { cidr }]): readonly OnPremisesBlock[] => {
      const block = readCidr(cidr);
      return block === undefined ? [] : [{ id, row, block }];
    }),
  );
}

function* faultsOf(lookup: Lookup, vpc: VpcEntry, blocks: readonly OnPremisesBlock[]): Iterable<Fault<Facts>> {
  const connected = onPremisesNetworksOf(lookup, vpc);
  for (const { id, row, block } of blocks) {
    const inVpc = vpc.blocks.find((candidate) => overlaps(candidate, block));
    if (inVpc === undefined) continue;
    const isConnected = connected.has(id);
    const facts: Facts = { vpc: nameOf(lookup, vpc.id), network: nameOf(lookup, id), inVpc, onPremises: block, isConnected };
    yield { evidence: [{ at: vpc.id }, { at: id, row }], facts, severity: isConnected ? 'warning' : 'advice' };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const blocks = listBlocks(lookup);
  if (blocks.length === 0) return;
  for (const vpc of lookup.vpcs.values()) yield* faultsOf(lookup, vpc, blocks);
}

function explain({ vpc, network, inVpc, onPremises, isConnected }: Facts): string {
  const pair = `${vpc} (${formatCidr(inVpc)}) overlaps ${network} (${formatCidr(onPremises)})`;
  return isConnected
    ? `${pair}, which it is connected to, and the local route keeps those addresses inside the VPC; give one of the two another block.`
    : `${pair}; give one of the two another block if they may ever be connected.`;
}

export const vpcOverlapsOnPremises = defineRule<Facts>({
  id: 'vpc-overlaps-on-premises',
  area: 'addressing',
  severity: 'advice',
  why: 'Addresses that a VPC and an on-premises network both use cannot be reached across a VPN or Direct Connect: inside the VPC the local route wins, propagated routes lose.',
  learnMore: documentation.vpnRoutePriority,
  check,
  explain,
});
