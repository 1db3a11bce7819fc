import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Entry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { nextRowId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { directions, letsAnythingThrough } from '../facts/covered-acl-rules.ts';
import { publicPartOf } from '../facts/internet-sources.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfAcl } from '../facts/uses.ts';
import { freeAclNumber } from '../fixes/acl-rule-number.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly acl: Entry<NetworkAcl>;
  readonly name: string;
  readonly denied: readonly Direction[];
  readonly subnets: string;
}

const MOST_PLACES = 10;

const isInhabited = ({ interfaces }: SubnetEntry): boolean => interfaces.length > 0;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const acl of lookup.byKind['network-acl']) {
    const subnets = (subnetsOfAcl(lookup).get(acl.id) ?? []).filter(isInhabited);
    if (subnets.length === 0) continue;
    const denied = directions.filter((direction) => !letsAnythingThrough(acl.value, direction));
    if (denied.length === 0) continue;
    const facts: Facts = { acl, name: nameOf(lookup, acl.id), denied, subnets: nameList(subnets.map(({ id }) => nameOf(lookup, id))) };
    yield { evidence: [{ at: acl.id }, ...subnets.slice(0, MOST_PLACES).map(({ id }) => ({ at: id }))], namedBy: 1, facts };
  }
}

function explain({ name, denied, subnets }: Facts): string {
  const [only] = denied;
  const way = denied.length > 1 ? 'in or out of' : only === 'inbound' ? 'into' : 'out of';
  const consequence = denied.length > 1 ? '' : `, so no ${only === 'inbound' ? 'request and no reply gets in' : 'request and no reply gets out'}`;
  return `${name} lets nothing ${way} ${subnets}, where interfaces stand${consequence}; add rules that allow what is meant.`;
}

/** Rows that deny everything by number have to stay behind the new one. */
const denyingRows = (acl: NetworkAcl, direction: Direction): readonly string[] => Object.entries(acl[direction]).flatMap(([row, { action }]) => (action === 'deny' ? [row] : []));

/** Lets the VPC's own addresses through: that opens nothing to the internet. */
function fix({ acl, name, denied }: Facts, lookup: Lookup): readonly Fix[] {
  const vpc = lookup.vpcs.get(acl.value.vpc);
  const [block] = vpc?.blocks ?? [];
  if (!vpc || !block || publicPartOf(block).length > 0) return [];
  const { cidr } = vpc.value;
  const patches = denied.map((direction) => {
    const number = freeAclNumber(acl.value, direction, denyingRows(acl.value, direction));
    if (number === undefined) return undefined;
    const rule: NetworkAclRule = { number, action: 'allow', protocol: 'all', cidr };
    return [expectValue([acl.id, direction], acl.value[direction]), ...addValue([acl.id, direction, nextRowId('rule', acl.value[direction])], rule)];
  });
  const made = patches.flatMap((patch) => (patch === undefined ? [] : [patch]));
  if (made.length < denied.length) return [];
  return [{ title: `Allow all traffic of ${cidr} in ${name}`, effect: `Opens the subnets to the addresses of ${nameOf(lookup, vpc.id)} only.`, patch: together(...made) }];
}

export const aclDeniesAll = defineRule<Facts>({
  id: 'acl-denies-all',
  area: 'network-acls',
  severity: 'warning',
  why: 'A custom network ACL starts with nothing but the closing rule that denies. A direction without an allowing rule cuts a subnet off, because replies need both directions.',
  learnMore: documentation.networkAcls,
  check,
  explain,
  fix,
});
