import { formatCidr, overlaps, type Cidr4 } from '../address/cidr.ts';
import { joinNames } from '../editing/nouns.ts';
import { blockThatFitsAll, type OtherNetwork } from './forecast.ts';

/** What is to be said of a block while it is typed. */
export interface OverlapJudgement {
  readonly sentence: string;
  /** The nearest block of its size that overlaps nothing known. */
  readonly instead: string | undefined;
}

/** Names no more than these; the address plan lists all. */
const MOST_NAMED = 3;

/** Whom a typed block of a VPC overlaps, and which block of its size fits all; `undefined` where it overlaps nothing. */
export function judgeOverlaps(others: readonly OtherNetwork[], block: Cidr4): OverlapJudgement | undefined {
  const met = others.filter((other) => overlaps(other.block, block));
  if (met.length === 0) return undefined;
  const named = met.slice(0, MOST_NAMED).map((other) => `${other.name} (${formatCidr(other.block)})`);
  const more = met.length - named.length;
  const instead = blockThatFitsAll(others, block);
  const advice = instead === undefined ? `no private /${block.prefixLength} is free of all` : `${instead} is the nearest block of its size that fits all`;
  return { sentence: `${formatCidr(block)} overlaps ${joinNames(more > 0 ? [...named, `${more} more`] : named)}; ${advice}.`, instead };
}
