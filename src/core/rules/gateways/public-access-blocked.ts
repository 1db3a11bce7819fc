import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { nextRowId } from '../../model/ids.ts';
import type { Region } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { closedSubnets } from '../facts/closed-subnets.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';
import { publicAccessBlock } from '../../tracing/public-access.ts';

type Mode = 'block-bidirectional' | 'block-ingress';

interface Facts {
  readonly region: Entry<Region>;
  readonly vpc: VpcEntry;
  readonly mode: Mode;
  readonly subnets: readonly SubnetEntry[];
  readonly names: { readonly region: string; readonly vpc: string; readonly subnets: string };
}

/** Where an exclusion lets out what starts inside, as it is meant to (https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html). */
const isLeftOpenOutwards = (vpc: VpcEntry, subnet: SubnetEntry): boolean => publicAccessBlock({ vpc, subnet, by: 'egress-only' }) === undefined;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) {
    const { region } = vpc;
    const mode = region?.value.blockPublicAccess ?? 'off';
    if (!region || mode === 'off') continue;
    const subnets = closedSubnets(lookup, vpc).filter((subnet) => mode === 'block-ingress' || !isLeftOpenOutwards(vpc, subnet));
    if (subnets.length === 0) continue;
    const names = { region: nameOf(lookup, region.id), vpc: nameOf(lookup, vpc.id), subnets: nameList(subnets.map(({ id }) => nameOf(lookup, id))) };
    yield { evidence: [{ at: region.id }, { at: vpc.id }, ...subnets.map(({ id }) => ({ at: id }))], facts: { region, vpc, mode, subnets, names }, severity: mode === 'block-ingress' ? 'advice' : 'warning' };
  }
}

const closes: Readonly<Record<Mode, (names: Facts['names']) => string>> = {
  'block-bidirectional': ({ region, vpc, subnets }) => `VPC Block Public Access of ${region} blocks both ways, so nothing passes between the internet and ${subnets} in ${vpc}`,
  'block-ingress': ({ region, vpc, subnets }) => `VPC Block Public Access of ${region} blocks what comes in, so ${subnets} in ${vpc} can be left only by NAT gateways and egress-only internet gateways`,
};

/** Excludes the only subnet that is closed, where nothing sensitive would open and no exclusion speaks of it yet. */
function fix({ region, vpc, mode, subnets, names }: Facts, lookup: Lookup): readonly Fix[] {
  const [subnet, ...others] = subnets;
  const rows = region.value.blockPublicAccessExclusions;
  const isNamed = Object.values(rows ?? {}).some((row) => row.vpc === vpc.id || row.subnet === subnet?.id);
  if (!subnet || others.length > 0 || isNamed || !opensNothing(lookup, [subnet])) return [];
  const exclusion = { subnet: subnet.id, mode: 'allow-bidirectional' };
  const row = nextRowId('exclusion', rows ?? {});
  const change = rows === undefined ? addValue([region.id, 'blockPublicAccessExclusions'], { [row]: exclusion }) : addValue([region.id, 'blockPublicAccessExclusions', row], exclusion);
  return [{ title: `Exclude ${names.subnets} from VPC Block Public Access`, effect: 'Opens this subnet alone, where its routes, addresses and rules are in place.', patch: together([expectValue([region.id, 'blockPublicAccess'], mode)], change) }];
}

export const publicAccessBlocked = defineRule<Facts>({
  id: 'public-access-blocked',
  area: 'gateways',
  severity: 'warning',
  why: 'VPC Block Public Access stands above routes, groups and ACLs: what it closes stays closed however open they are, until a VPC or subnet is excluded.',
  learnMore: documentation.blockPublicAccess,
  check,
  explain: ({ mode, names }) => `${closes[mode](names)}; exclude what has to be reached, or turn it off.`,
  fix,
});
