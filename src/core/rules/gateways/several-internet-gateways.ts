import { quotas } from '../../aws/limits.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { routesTo } from '../facts/uses.ts';
import { removeValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly vpc: VpcEntry;
  readonly name: string;
  readonly gateways: readonly ResourceId[];
  readonly names: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) {
    const gateways = vpc.internetGateways;
    if (gateways.length < 2) continue;
    const facts: Facts = { vpc, name: nameOf(lookup, vpc.id), gateways, names: nameList(gateways.map((id) => nameOf(lookup, id))) };
    yield { evidence: [{ at: vpc.id }, ...gateways.map((at) => ({ at }))], namedBy: 1, facts };
  }
}

/** Keeps the gateway that routes name; where several are named only a person can say which one is meant. */
function fix({ vpc, gateways }: Facts, lookup: Lookup): readonly Fix[] {
  const [first, ...others] = gateways.filter((id) => routesTo(lookup).has(id));
  const kept = first ?? gateways[0];
  const isSameEntrance = kept === gateways[0];
  if (others.length > 0 || (!isSameEntrance && !opensNothing(lookup, vpc.subnets))) return [];
  const spare = gateways.filter((id) => id !== kept);
  return [
    {
      title: `Detach ${nameList(spare.map((id) => nameOf(lookup, id)))} from ${nameOf(lookup, vpc.id)}`,
      effect: 'No route points at what is detached.',
      patch: together(...spare.map((id) => removeValue([id, 'vpc'], vpc.id))),
    },
  ];
}

export const severalInternetGateways = defineRule<Facts>({
  id: 'several-internet-gateways',
  area: 'gateways',
  severity: 'error',
  why: 'AWS attaches one internet gateway to a VPC and refuses a second one.',
  learnMore: quotas.internetGatewaysPerVpc.source,
  check,
  explain: ({ name, gateways, names }) => `${name} has ${gateways.length} internet gateways (${names}); AWS attaches one, so detach the others.`,
  fix,
});
