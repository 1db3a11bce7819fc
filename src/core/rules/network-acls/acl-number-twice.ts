import { aclRuleNumbers } from '../../aws/defaults.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { directions } from '../facts/covered-acl-rules.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly acl: ResourceId;
  readonly name: string;
  readonly direction: Direction;
  readonly row: string;
  readonly number: number;
  /** A number that keeps the rule where it is in the order; `undefined` where its neighbours leave none. */
  readonly free: number | undefined;
}

/** The next number, unless it is taken: between the two no other rule may come in. */
function freeNumberAfter(number: number, taken: ReadonlySet<number>): number | undefined {
  const next = number + 1;
  return next <= aclRuleNumbers.highest && !taken.has(next) ? next : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.byKind['network-acl']) {
    for (const direction of directions) {
      const first = new Map<number, string>();
      const taken = new Set(Object.values(value[direction]).map(({ number }) => number));
      for (const [row, { number }] of Object.entries(value[direction])) {
        const other = first.get(number);
        if (other === undefined) first.set(number, row);
        else yield { evidence: [{ at: id, row, direction }, { at: id, row: other, direction }], facts: { acl: id, name: nameOf(lookup, id), direction, row, number, free: freeNumberAfter(number, taken) } };
      }
    }
  }
}

const fix = ({ acl, name, direction, row, number, free }: Facts): readonly Fix[] =>
  free === undefined ? [] : [{ title: `Give the second ${direction} rule ${number} of ${name} the number ${free}`, patch: replaceValue([acl, direction, row, 'number'], number, free) }];

export const aclNumberTwice = defineRule<Facts>({
  id: 'acl-number-twice',
  area: 'network-acls',
  severity: 'error',
  why: 'The number of a rule is its name and its place in the order; AWS keeps one rule of each number and direction.',
  learnMore: documentation.networkAcls,
  check,
  explain: ({ name, direction, number }) => `${name} has two ${direction} rules ${number}; give one of them another number.`,
  fix,
});
