import type { SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import type { BlockPublicAccessExclusion } from '../model/resources/index.ts';
import type { BlockInput } from './advance.ts';

/** Traffic between a VPC and the internet, as VPC Block Public Access tells it apart. */
export interface PublicPassage {
  readonly vpc: VpcEntry;
  /** Where it leaves the VPC or comes in: that of the NAT gateway for what a NAT gateway sends. */
  readonly subnet: SubnetEntry | undefined;
  /** `egress-only`: through a NAT gateway or an egress-only internet gateway, which let connections be opened from inside only. */
  readonly by: 'egress-only' | 'outbound' | 'inbound';
}

const ENDED = new Set(['delete-complete', 'disable-complete', 'create-failed', 'create-in-progress']);

/** The exclusion of a subnet, else that of its VPC. */
function exclusionFor({ vpc, subnet }: PublicPassage): BlockPublicAccessExclusion | undefined {
  const rows = Object.values(vpc.region?.value.blockPublicAccessExclusions ?? {}).filter(({ state }) => state === undefined || !ENDED.has(state));
  const own = subnet && rows.find((row) => row.subnet === subnet.id);
  return own ?? rows.find((row) => row.vpc === vpc.id);
}

/** What the mode and an exclusion leave open; `gateways`: NAT and egress-only internet gateways alone. */
function openingOf(mode: 'block-bidirectional' | 'block-ingress', exclusion: BlockPublicAccessExclusion | undefined): 'nothing' | 'gateways' | 'outwards' | 'both-ways' {
  if (exclusion?.mode === 'allow-bidirectional') return 'both-ways';
  if (mode === 'block-ingress') return 'gateways';
  return exclusion?.mode === 'allow-egress' ? 'outwards' : 'nothing';
}

/**
 * Whether VPC Block Public Access stops traffic. In the ingress mode NAT gateways and egress-only internet gateways stay
 * open; an exclusion opens a VPC or a subnet both ways, or, in the bidirectional mode, outwards. Whether that opens more than
 * those gateways AWS does not say in so many words.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function publicAccessBlock(passage: PublicPassage): BlockInput | undefined {
  const { vpc, by } = passage;
  const mode = vpc.region?.value.blockPublicAccess ?? 'off';
  if (mode === 'off' || !vpc.region) return undefined;
  const open = openingOf(mode, exclusionFor(passage));
  if (open === 'both-ways' || (by === 'egress-only' && open !== 'nothing')) return undefined;
  const block = { component: 'block-public-access', resource: vpc.region.id, code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', subject: { vpc: vpc.id } } as const;
  return open === 'outwards' && by === 'outbound' ? { ...block, code: 'X_BPA_EGRESS_EXCLUSION', certainty: 'unknown' } : block;
}
