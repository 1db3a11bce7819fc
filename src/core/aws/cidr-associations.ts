import { overlaps, parseCidr } from '../address/cidr.ts';
import type { Cidr } from '../address/cidr.ts';
import { documentation } from './documentation-links.ts';
import { isVpcSize } from './subnet-sizes.ts';

/** One row of AWS's table: what a VPC with a block in `range` may not add. `range` undefined: public or 100.64.0.0/10. */
export interface AssociationRow {
  readonly id: 'private-10' | 'private-172' | 'private-192' | 'benchmark-198' | 'public';
  readonly range: string | undefined;
  readonly refused: readonly string[];
}

/**
 * Which blocks may be added to which. Everything that is refused by no row is allowed.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export const associationRows: readonly AssociationRow[] = [
  { id: 'private-10', range: '10.0.0.0/8', refused: ['172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'] },
  { id: 'private-172', range: '172.16.0.0/12', refused: ['10.0.0.0/8', '192.168.0.0/16', '172.31.0.0/16', '198.19.0.0/16'] },
  { id: 'private-192', range: '192.168.0.0/16', refused: ['10.0.0.0/8', '172.16.0.0/12', '198.19.0.0/16'] },
  { id: 'benchmark-198', range: '198.19.0.0/16', refused: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] },
  { id: 'public', range: undefined, refused: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'] },
];

/** While any block of the VPC lies in `held`, nothing may be added from `refused`. Same page. */
export const lowTenClause = { held: '10.0.0.0/15', refused: '10.0.0.0/16' } as const;

/** Never assignable to a VPC. Same page. */
export const neverAssignable = '169.254.0.0/16';

/** The page does not say whether a VPC in this range may add more of it. */
const UNMENTIONED = '198.19.0.0/16';

/** Ranges that are neither private nor public: the table has no row for them. */
const unlisted = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4'];

/** Blocks as text: the VPC's primary one, its other ones (without the candidate), and the one to add. */
export interface SecondaryCidrQuestion {
  readonly primary: string;
  readonly associated: readonly string[];
  readonly candidate: string;
}

/** `doubtful`: AWS's page can be read both ways; say so and let people decide. `because` is one sentence. */
export interface SecondaryCidrAnswer {
  readonly verdict: 'allowed' | 'refused' | 'doubtful';
  readonly because: string;
}

/** What every check below looks at: the blocks as text and as numbers. */
interface Blocks {
  readonly candidate: Block;
  readonly primary: Block;
  readonly secondaries: readonly Block[];
}
interface Block {
  readonly text: string;
  readonly cidr: Cidr;
}

const read = (text: string): Block | undefined => {
  const parsed = parseCidr(text);
  return parsed.ok ? { text: parsed.canonical, cidr: parsed.cidr } : undefined;
};

const lies = (block: Block, range: string): boolean => {
  const outer = read(range);
  return outer !== undefined && overlaps(outer.cidr, block.cidr);
};

/** The row for a block of the VPC; the table knows IPv4 only. */
function rowOf(block: Block): AssociationRow | undefined {
  if (block.cidr.family !== 4) return undefined;
  const own = associationRows.find(({ range }) => range !== undefined && lies(block, range));
  return own ?? associationRows.find(({ range }) => range === undefined);
}

const refuse = (because: string): SecondaryCidrAnswer => ({ verdict: 'refused', because });
const doubt = (because: string): SecondaryCidrAnswer => ({ verdict: 'doubtful', because });

/** The range of the block's row that the candidate comes from, if that row refuses it. */
const refusedRange = (block: Block, candidate: Block): string | undefined => rowOf(block)?.refused.find((range) => lies(candidate, range));

type Check = (blocks: Blocks) => SecondaryCidrAnswer | undefined;

const checkSize: Check = ({ candidate }) =>
  candidate.cidr.family === 4 && !isVpcSize(4, candidate.cidr.prefixLength)
    ? refuse(`${candidate.text} cannot be a block of a VPC: AWS allows /16 to /28.`)
    : undefined;

const checkLinkLocal: Check = ({ candidate }) =>
  lies(candidate, neverAssignable) ? refuse(`${candidate.text} is link-local (${neverAssignable}), which no VPC may use.`) : undefined;

const checkOverlap: Check = ({ candidate, primary, secondaries }) => {
  const other = [primary, ...secondaries].find(({ cidr }) => overlaps(cidr, candidate.cidr));
  return other && refuse(`${candidate.text} overlaps ${other.text}, which the VPC has already.`);
};

const checkLowTen: Check = ({ candidate, primary, secondaries }) => {
  const held = [primary, ...secondaries].find((block) => lies(block, lowTenClause.held));
  return held && lies(candidate, lowTenClause.refused)
    ? refuse(
        `${candidate.text} lies in ${lowTenClause.refused}, which AWS refuses while the VPC has ${held.text} from ${lowTenClause.held}.`,
      )
    : undefined;
};

const checkPrimaryRow: Check = ({ candidate, primary }) => {
  const range = refusedRange(primary, candidate);
  return range === undefined
    ? undefined
    : refuse(`${candidate.text} lies in ${range}, which AWS refuses for a VPC whose primary block is ${primary.text}.`);
};

const checkSecondaryRows: Check = ({ candidate, secondaries }) => {
  const block = secondaries.find((secondary) => refusedRange(secondary, candidate) !== undefined);
  return block && doubt(`${candidate.text} may be refused: read strictly, AWS's table does not let a VPC that has ${block.text} add it.`);
};

const checkUnmentioned: Check = ({ candidate, primary }) =>
  lies(primary, UNMENTIONED) && lies(candidate, UNMENTIONED)
    ? doubt(`${candidate.text} may be refused: AWS's table does not say whether a VPC in ${UNMENTIONED} can add more of it.`)
    : undefined;

const checkUnlisted: Check = ({ candidate }) => {
  const range = unlisted.find((one) => lies(candidate, one));
  return range === undefined
    ? undefined
    : doubt(`${candidate.text} lies in ${range}, which is neither private nor public; AWS's table does not name it.`);
};

const checks: readonly Check[] = [
  checkSize,
  checkLinkLocal,
  checkOverlap,
  checkLowTen,
  checkPrimaryRow,
  checkUnmentioned,
  checkUnlisted,
  checkSecondaryRows,
];

/**
 * Whether AWS lets a VPC add an IPv4 block. The rows of the table bind for the primary block and the 10.0.0.0/15 clause
 * for every block; a row of a secondary block only gives doubt, because the page once spoke of the primary block alone,
 * and VPCs that mix 10.0.0.0/8 and 100.64.0.0/10 are common practice. IPv6 blocks only have to be apart.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export function judgeSecondaryCidr({ primary, associated, candidate }: SecondaryCidrQuestion): SecondaryCidrAnswer {
  const candidateBlock = read(candidate);
  const primaryBlock = read(primary);
  if (candidateBlock === undefined) return refuse(`${candidate} is not a CIDR block.`);
  if (primaryBlock === undefined) return doubt(`${primary}, the primary block, is not a CIDR block; the table cannot be asked.`);
  const secondaries = associated.flatMap((text) => read(text) ?? []);
  for (const check of checks) {
    const answer = check({ candidate: candidateBlock, primary: primaryBlock, secondaries });
    if (answer !== undefined) return answer;
  }
  return { verdict: 'allowed', because: `${candidateBlock.text} may be added to a VPC whose primary block is ${primaryBlock.text}.` };
}

export const cidrAssociationsSource = documentation.cidrAssociationRestrictions;
