import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly vpc: string;
  readonly zone: string;
  readonly subnets: number;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, subnets } of lookup.vpcs.values()) {
    const zones = new Set(subnets.map(({ value }) => value.availabilityZone));
    const [zone, ...others] = zones;
    const isInhabited = subnets.some(({ interfaces }) => interfaces.some(({ holder }) => holder.kind === 'instance' || holder.kind === 'db-instance'));
    if (zone === undefined || others.length > 0 || !isInhabited) continue;
    yield { evidence: [{ at: id }], facts: { vpc: nameOf(lookup, id), zone, subnets: subnets.length } };
  }
}

function countSubnets(subnets: number, vpc: string): string {
  if (subnets === 1) return `The one subnet of ${vpc} is`;
  return subnets === 2 ? `Both subnets of ${vpc} are` : `All ${subnets} subnets of ${vpc} are`;
}

export const singleZone = defineRule<Facts>({
  id: 'single-zone',
  area: 'compute',
  severity: 'advice',
  why: 'An Availability Zone can fail as a whole; what has to stay up stands in subnets of two zones or more.',
  learnMore: documentation.availabilityZones,
  check,
  explain: ({ vpc, zone, subnets }) => `${countSubnets(subnets, vpc)} in ${zone}, so everything stops when that zone fails; add a subnet in a second zone.`,
});
