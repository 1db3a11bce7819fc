import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { byNumber, putAclRule, type GivenAclRule } from '@core/editing/network-acl-rules.ts';
import { countOf } from '@core/editing/nouns.ts';
import { readCidrList } from '@core/editing/read-cidr-list.ts';
import { refuse } from '@core/editing/refusal.ts';
import { rowsFrom } from '@core/editing/rows.ts';
import { aclRuleNumbers } from '@core/aws/defaults.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';

export interface AddAclRules {
  readonly networkAcl: ResourceId;
  readonly direction: RuleDirection;
  /** What every rule has; `cidr` is left to `text`. */
  readonly rule: Omit<GivenAclRule, 'cidr'>;
  /** Blocks and addresses, separated by spaces, commas or lines. */
  readonly text: string;
}

/** Adds one rule for each block in a text, in one step: the first gets the number asked for, the others follow. */
export function addAclRules(design: Design, { networkAcl, direction, rule, text }: AddAclRules): EditResult {
  return edit(design, (draft) => {
    const { cidrs, problems } = readCidrList(text);
    const [problem] = problems;
    if (problem !== undefined) refuse(problem);
    if (cidrs.length === 0) refuse(`The rule needs a ${direction === 'inbound' ? 'source' : 'destination'}, such as 10.0.0.0/16.`);
    let number = rule.number;
    for (const cidr of cidrs) {
      putAclRule(draft, { networkAcl, direction, rule: { ...rule, number, cidr } });
      // Only the first has the number asked for; behind it each takes the next free one.
      number = undefined;
    }
    const what = cidrs.length === 1 ? `${direction} rule` : countOf(cidrs.length, `${direction} rule`);
    return { said: `Add ${cidrs.length === 1 ? 'an ' : ''}${what} to ${draft.nameOf(networkAcl)}` };
  });
}

export interface RenumberRules {
  readonly networkAcl: ResourceId;
  readonly direction: RuleDirection;
  /** 10 makes 100, 110, 120; 100 makes 100, 200, 300. */
  readonly step: number;
}

/** Numbers the rules of one direction anew, in the order they have: from 100 in equal steps. */
export function renumberRules(design: Design, { networkAcl, direction, step }: RenumberRules): EditResult {
  return edit(design, (draft) => {
    const { name, [direction]: rules } = draft.need(networkAcl, 'network-acl');
    const order = byNumber(rules);
    if (aclRuleNumbers.usualFirst + order.length * step > aclRuleNumbers.highest) refuse(`${name} has too many rules to number them in steps of ${step}.`);
    const renumbered = rowsFrom(order.map(([row, rule], index) => [row, { ...rule, number: aclRuleNumbers.usualFirst + index * step }] as const));
    draft.change(networkAcl, 'network-acl', { [direction]: renumbered });
    return { said: `Renumber the ${direction} rules of ${name} in steps of ${step}` };
  });
}
