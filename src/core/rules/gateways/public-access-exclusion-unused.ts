import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import { egressOnlyGatewayOf } from '../../lookup/edge-gateways.ts';
import type { Entry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { BlockPublicAccessExclusion, Region } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { waysToInternet } from '../facts/default-ways.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

type Reason = 'no-way' | 'egress-in-ingress-mode';

interface Facts {
  readonly region: Entry<Region>;
  readonly row: string;
  readonly exclusion: BlockPublicAccessExclusion;
  readonly reason: Reason;
  readonly names: { readonly region: string; readonly excluded: string };
}

const ENDED = new Set(['delete-complete', 'disable-complete', 'create-failed']);
const LEADING_OUT = ['internet-gateway', 'egress-only-internet-gateway', 'blackhole', 'unmodelled', 'network-interface'] as const;

const vpcLeadsOut = (lookup: Lookup, { id, internetGateways }: VpcEntry): boolean => internetGateways.length > 0 || egressOnlyGatewayOf(lookup, id) !== undefined;

const subnetLeadsOut = (lookup: Lookup, { routeTable }: SubnetEntry): boolean => routeTable === undefined || LEADING_OUT.some((kind) => waysToInternet(lookup, routeTable.id).has(kind));

/** Whether what is excluded has a way to the internet; what the design does not hold is not judged. */
function leadsOut(lookup: Lookup, { vpc, subnet }: BlockPublicAccessExclusion): boolean {
  const within = subnet === undefined ? undefined : lookup.subnets.get(subnet);
  if (within) return subnetLeadsOut(lookup, within);
  const whole = vpc === undefined ? undefined : lookup.vpcs.get(vpc);
  return whole === undefined || vpcLeadsOut(lookup, whole);
}

function judge(lookup: Lookup, region: Region, exclusion: BlockPublicAccessExclusion): Reason | undefined {
  if (exclusion.state !== undefined && ENDED.has(exclusion.state)) return undefined;
  if (exclusion.mode === 'allow-egress' && region.blockPublicAccess === 'block-ingress') return 'egress-in-ingress-mode';
  return leadsOut(lookup, exclusion) ? undefined : 'no-way';
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables') || lookup.isMissing('internet-gateways')) return;
  for (const region of lookup.byKind.region) {
    for (const [row, exclusion] of Object.entries(region.value.blockPublicAccessExclusions ?? {})) {
      const reason = judge(lookup, region.value, exclusion);
      const excluded = exclusion.subnet ?? exclusion.vpc;
      if (!reason || excluded === undefined) continue;
      yield { evidence: [{ at: region.id, row }, { at: excluded }], facts: { region, row, exclusion, reason, names: { region: nameOf(lookup, region.id), excluded: nameOf(lookup, excluded) } } };
    }
  }
}

const endings: Readonly<Record<Reason, string>> = {
  'no-way': 'but no route leads from there to the internet, so the exclusion opens nothing; remove it, or add the route',
  'egress-in-ingress-mode': 'but an exclusion for egress counts only while the mode is bidirectional; remove it, or let it allow both ways',
};

/** Without it another exclusion may speak of the same place, and say something else. */
function fix({ region, row, exclusion, names }: Facts, lookup: Lookup): readonly Fix[] {
  const { subnet } = exclusion;
  const vpc = subnet === undefined ? undefined : lookup.subnets.get(subnet)?.vpc.id;
  const isTakenOver = Object.entries(region.value.blockPublicAccessExclusions ?? {}).some(([other, one]) => other !== row && (one.vpc === vpc || one.subnet === subnet));
  return isTakenOver ? [] : [{ title: `Remove the exclusion of ${names.excluded}`, effect: 'Changes no traffic.', patch: removeValue([region.id, 'blockPublicAccessExclusions', row], exclusion) }];
}

export const publicAccessExclusionUnused = defineRule<Facts>({
  id: 'public-access-exclusion-unused',
  area: 'gateways',
  severity: 'advice',
  why: 'An exclusion from VPC Block Public Access that nothing needs leaves a door open for whoever adds a route to an internet gateway later.',
  learnMore: documentation.blockPublicAccessExclusions,
  check,
  explain: ({ reason, names }) => `VPC Block Public Access of ${names.region} excludes ${names.excluded}, ${endings[reason]}.`,
  fix,
});
