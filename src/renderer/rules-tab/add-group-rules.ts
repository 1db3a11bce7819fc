import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { countOf } from '@core/editing/nouns.ts';
import { refuse } from '@core/editing/refusal.ts';
import { putGroupRule, type GivenGroupRule } from '@core/editing/security-group-rules.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { readPeers } from './group-lines.ts';

export interface AddGroupRules {
  readonly securityGroup: ResourceId;
  readonly direction: RuleDirection;
  /** What every rule has; the peers are left to `text`. */
  readonly rule: Omit<GivenGroupRule, 'peer'>;
  /** Blocks, separated by spaces, commas or lines; or the id of a group or a prefix list. */
  readonly text: string;
}

/** Adds one rule for each peer in a text, in one step; one that cannot be added refuses them all. */
export function addGroupRules(design: Design, { securityGroup, direction, rule, text }: AddGroupRules): EditResult {
  return edit(design, (draft) => {
    const read = readPeers(design, text);
    if (!read.ok) return refuse(read.problem);
    for (const peer of read.peers) putGroupRule(draft, { securityGroup, direction, rule: { ...rule, peer } });
    const what = read.peers.length === 1 ? `an ${direction} rule` : countOf(read.peers.length, `${direction} rule`);
    return { said: `Add ${what} to ${draft.nameOf(securityGroup)}` };
  });
}
