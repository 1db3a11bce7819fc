import { rangeOf, readCidr } from '../address/cidr.ts';
import type { NetworkAcl } from '../model/resources/index.ts';
import { boxesOfRule, matchFirst, type AnyBox, type Carve, type Direction, type Family, type MatchRule, type Parcel, type Ruling } from './rule-match.ts';

type RulesOfFamily = Readonly<Record<Family, readonly MatchRule[]>>;
type CompiledAcl = Readonly<Record<Direction, RulesOfFamily>>;

/** The row that AWS adds at the end of each direction: it denies what no numbered rule matched. */
export const closingRow = (direction: Direction): string => `${direction}:*`;

function compileDirection(acl: NetworkAcl, direction: Direction): RulesOfFamily {
  const rules: Record<Family, MatchRule[]> = { 4: [], 6: [] };
  const rows = Object.entries(acl[direction]).sort(([, a], [, b]) => a.number - b.number);
  for (const [row, rule] of rows) {
    const cidr = readCidr(rule.cidr);
    if (!cidr) continue;
    const boxes: AnyBox[] = boxesOfRule(rule, { direction, family: cidr.family, peers: [rangeOf(cidr)] });
    rules[cidr.family].push({ row, effect: rule.action, boxes });
  }
  return rules;
}

const compiledAcls = new WeakMap<NetworkAcl, CompiledAcl>();

/** The rules of one direction and family in the order AWS evaluates them, without the closing `*`. */
export function orderedAclRules(acl: NetworkAcl, direction: Direction, family: Family): readonly MatchRule[] {
  let compiled = compiledAcls.get(acl);
  if (!compiled) {
    compiled = { inbound: compileDirection(acl, 'inbound'), outbound: compileDirection(acl, 'outbound') };
    compiledAcls.set(acl, compiled);
  }
  return compiled[direction][family];
}

/**
 * What a network ACL does with traffic: the lowest matching rule number decides, and `*` denies the rest. Stateless:
 * replies are judged like any other traffic (VPC User Guide, vpc-network-acls).
 */
export function filterByNetworkAcl<P extends Parcel>(
  acl: NetworkAcl,
  parcels: readonly P[],
  how: { readonly direction: Direction; readonly family: Family; readonly carve: Carve<P> },
): readonly Ruling<P>[] {
  const { rulings, rest } = matchFirst(orderedAclRules(acl, how.direction, how.family), parcels, how.carve);
  if (rest.length === 0) return rulings;
  return [...rulings, { rule: { row: closingRow(how.direction), effect: 'deny', boxes: [] }, parcels: rest }];
}
