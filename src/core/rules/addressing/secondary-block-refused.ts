import { contains, readCidr } from '../../address/cidr.ts';
import { cidrAssociationsSource, judgeSecondaryCidr } from '../../aws/cidr-associations.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly vpc: VpcEntry;
  readonly name: string;
  readonly row: string;
  readonly cidr: string;
  readonly because: string;
}

/** Each block is judged against those that were there before it, as AWS does when it is added. */
function* faultsOf(lookup: Lookup, vpc: VpcEntry): Iterable<Fault<Facts>> {
  const associated: string[] = [];
  for (const [row, value] of Object.entries(vpc.value.secondaryCidrs)) {
    const { verdict, because } = judgeSecondaryCidr({ primary: vpc.value.cidr, associated, candidate: value.cidr });
    associated.push(value.cidr);
    // What AWS itself reports, it has accepted: doubts about its table do not matter then.
    if (verdict === 'allowed' || (verdict === 'doubtful' && lookup.design.snapshot !== undefined)) continue;
    const facts: Facts = { vpc, name: nameOf(lookup, vpc.id), row, cidr: value.cidr, because };
    yield { evidence: [{ at: vpc.id, row }], facts, severity: verdict === 'doubtful' ? 'warning' : 'error' };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) yield* faultsOf(lookup, vpc);
}

/** A block that no subnet lies in can go again. */
function fix({ vpc, name, row, cidr }: Facts): readonly Fix[] {
  const block = readCidr(cidr);
  const isUsed = block === undefined || vpc.subnets.some((subnet) => subnet.blocks.some((one) => contains(block, one)));
  const value = Object.entries(vpc.value.secondaryCidrs).find(([key]) => key === row)?.[1];
  return isUsed || value === undefined ? [] : [{ title: `Remove ${cidr} from ${name}`, patch: removeValue([vpc.id, 'secondaryCidrs', row], value) }];
}

export const secondaryBlockRefused = defineRule<Facts>({
  id: 'secondary-block-refused',
  area: 'addressing',
  severity: 'error',
  why: 'AWS lets a VPC add only certain blocks, depending on those it has; others are refused when the change is made.',
  learnMore: cidrAssociationsSource,
  check,
  explain: ({ name, because }) => `${because.replace(/\.$/, '')}; give ${name} another block.`,
  fix,
});
