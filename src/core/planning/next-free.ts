import { blockAround4, type Cidr4 } from '../address/cidr.ts';
import type { VpcPlan } from './vpc-plan.ts';

/** The start of the smallest gap that a block of that size fits into, the lowest of several: large gaps stay whole. */
export function nextFreeOf({ gaps }: Pick<VpcPlan, 'gaps'>, prefixLength: number): Cidr4 | undefined {
  const fitting = gaps.filter((gap) => gap.prefixLength <= prefixLength);
  const [smallest] = [...fitting].sort((a, b) => b.prefixLength - a.prefixLength || a.first - b.first);
  return smallest && blockAround4(smallest.first, prefixLength);
}
