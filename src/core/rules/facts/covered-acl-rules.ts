import { boxCovers, boxesMeet, isEmptyBox } from '../../address/box.ts';
import { subtractBoxes } from '../../address/box-list.ts';
import { orderedAclRules } from '../../filtering/network-acl.ts';
import type { AnyBox, Direction, MatchRule } from '../../filtering/rule-match.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl } from '../../model/resources/index.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A rule of a network ACL that no packet ever gets to, and the lower-numbered rules that decide all it would match. */
export interface CoveredAclRule {
  readonly acl: Entry<NetworkAcl>;
  readonly direction: Direction;
  readonly rule: MatchRule;
  readonly by: readonly MatchRule[];
}

export const directions: readonly Direction[] = ['inbound', 'outbound'];
export const families = [4, 6] as const;

const boxOf = ({ boxes: [box] }: MatchRule): AnyBox | undefined => (box === undefined || isEmptyBox(box) ? undefined : box);

/** The earlier rules that together match everything a rule does; `undefined` when some of it is left for the rule. */
function findCover(box: AnyBox, earlier: readonly MatchRule[]): readonly MatchRule[] | undefined {
  const meeting = earlier.filter((rule) => rule.boxes.some((other) => boxesMeet(other, box)));
  const single = meeting.find((rule) => rule.boxes.some((other) => boxCovers(other, box)));
  if (single) return [single];
  if (meeting.length < 2) return undefined;
  const rest = subtractBoxes([box], meeting.flatMap(({ boxes }) => boxes));
  return rest.length === 0 ? meeting : undefined;
}

function* coveredIn(acl: Entry<NetworkAcl>): Iterable<CoveredAclRule> {
  for (const direction of directions) {
    for (const family of families) {
      const rules = orderedAclRules(acl.value, direction, family);
      for (let index = 1; index < rules.length; index += 1) {
        const rule = rules[index];
        const box = rule && boxOf(rule);
        const by = box && findCover(box, rules.slice(0, index));
        if (rule && by) yield { acl, direction, rule, by };
      }
    }
  }
}

function collect(lookup: Lookup): ReadonlyMap<ResourceId, readonly CoveredAclRule[]> {
  const covered = new Map<ResourceId, readonly CoveredAclRule[]>();
  for (const acl of lookup.byKind['network-acl']) {
    const found = [...coveredIn(acl)];
    if (found.length > 0) covered.set(acl.id, found);
  }
  return covered;
}

/** The rules of each network ACL that are never reached, by the traffic they match and not by their text. */
export const coveredAclRules = oncePerLookup(collect);

/** Whether a direction lets something through: an allowing rule that is reached. */
export function letsAnythingThrough(lookup: Lookup, acl: Entry<NetworkAcl>, direction: Direction): boolean {
  const covered = coveredAclRules(lookup).get(acl.id) ?? [];
  const isReached = (rule: MatchRule): boolean => boxOf(rule) !== undefined && !covered.some((one) => one.direction === direction && one.rule === rule);
  return families.some((family) => orderedAclRules(acl.value, direction, family).some((rule) => rule.effect === 'allow' && isReached(rule)));
}
