import { boxCovers, boxesMeet, isEmptyBox } from '../../address/box.ts';
import { subtractBoxes } from '../../address/box-list.ts';
import { orderedAclRules } from '../../filtering/network-acl.ts';
import type { AnyBox, Direction, MatchRule } from '../../filtering/rule-match.ts';
import type { NetworkAcl } from '../../model/resources/index.ts';

/** A rule of a network ACL that no packet ever gets to, and the lower-numbered rules that decide all it would match. */
export interface CoveredAclRule {
  readonly direction: Direction;
  readonly rule: MatchRule;
  readonly by: readonly MatchRule[];
}

export const directions: readonly Direction[] = ['inbound', 'outbound'];
export const families = [4, 6] as const;

const boxOf = ({ boxes: [box] }: MatchRule): AnyBox | undefined => (box === undefined || isEmptyBox(box) ? undefined : box);

/** The rules before one that together match everything it does; `undefined` when some of it is left for the rule. */
function findCover(box: AnyBox, rules: readonly MatchRule[], end: number): readonly MatchRule[] | undefined {
  const meeting: MatchRule[] = [];
  const boxes: AnyBox[] = [];
  for (let index = 0; index < end; index += 1) {
    const rule = rules[index];
    const other = rule?.boxes[0];
    if (!rule || !other || !boxesMeet(other, box)) continue;
    if (boxCovers(other, box)) return [rule];
    meeting.push(rule);
    boxes.push(other);
  }
  return meeting.length > 1 && subtractBoxes([box], boxes).length === 0 ? meeting : undefined;
}

function* coveredIn(acl: NetworkAcl): Iterable<CoveredAclRule> {
  for (const direction of directions) {
    for (const family of families) {
      const rules = orderedAclRules(acl, direction, family);
      for (let index = 1; index < rules.length; index += 1) {
        const rule = rules[index];
        const box = rule && boxOf(rule);
        const by = box && findCover(box, rules, index);
        if (rule && by) yield { direction, rule, by };
      }
    }
  }
}

/** What is known of an ACL from its rules alone. */
interface AclFacts {
  readonly covered: readonly CoveredAclRule[];
  readonly opens: Readonly<Record<Direction, boolean>>;
}

function judge(acl: NetworkAcl): AclFacts {
  const covered = [...coveredIn(acl)];
  const isReached = (rule: MatchRule, direction: Direction): boolean => boxOf(rule) !== undefined && !covered.some((one) => one.direction === direction && one.rule === rule);
  const opens = (direction: Direction): boolean =>
    families.some((family) => orderedAclRules(acl, direction, family).some((rule) => rule.effect === 'allow' && isReached(rule, direction)));
  return { covered, opens: { inbound: opens('inbound'), outbound: opens('outbound') } };
}

const known = new WeakMap<NetworkAcl, AclFacts>();

function factsOf(acl: NetworkAcl): AclFacts {
  const before = known.get(acl);
  if (before) return before;
  const facts = judge(acl);
  known.set(acl, facts);
  return facts;
}

/** The rules of a network ACL that are never reached, by the traffic they match and not by their text. */
export const coveredAclRules = (acl: NetworkAcl): readonly CoveredAclRule[] => factsOf(acl).covered;

/** Whether a direction lets something through: an allowing rule that is reached. */
export const letsAnythingThrough = (acl: NetworkAcl, direction: Direction): boolean => factsOf(acl).opens[direction];
