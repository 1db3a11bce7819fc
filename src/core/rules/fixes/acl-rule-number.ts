import { aclRuleNumbers } from '../../aws/defaults.ts';
import { quotas } from '../../aws/limits.ts';
import type { Direction } from '../../filtering/rule-match.ts';
import { asRowId } from '../../model/ids.ts';
import type { NetworkAcl } from '../../model/resources/index.ts';

const { usualFirst, usualStep, highest } = aclRuleNumbers;

function behindAll(taken: ReadonlySet<number>): number | undefined {
  const last = Math.max(0, ...taken);
  const next = Math.max(usualFirst, (Math.floor(last / usualStep) + 1) * usualStep);
  return next <= highest ? next : undefined;
}

/**
 * A free number for a rule that has to come before the given rows (none: behind all others); `undefined` where there is no
 * free one, or where the ACL is full.
 */
export function freeAclNumber(acl: NetworkAcl, direction: Direction, beforeRows: readonly string[]): number | undefined {
  const rules = Object.values(acl[direction]);
  const { maximum = Infinity } = quotas.rulesPerNetworkAcl;
  // The closing rule counts, and so does the new one.
  if (rules.length + 2 > maximum) return undefined;
  const taken = new Set(rules.map(({ number }) => number));
  const before = beforeRows.flatMap((row) => acl[direction][asRowId(row)]?.number ?? []);
  if (before.length === 0) return behindAll(taken);
  const limit = Math.min(...before);
  const previous = Math.max(0, ...[...taken].filter((number) => number < limit));
  return limit - previous < 2 ? undefined : Math.floor((previous + limit) / 2);
}
