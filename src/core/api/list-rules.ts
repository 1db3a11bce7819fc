import { succeed, type Reply } from '../model/reply.ts';
import { rules } from '../rules/index.ts';
import type { RuleDescription } from './core-api.ts';

/** Every rule with its words, in the order of the list. */
export function listRules(): Reply<readonly RuleDescription[]> {
  return succeed(rules.map(({ id, area, severity, why, learnMore, fixable }) => ({ id, area, severity, why, learnMore, fixable })));
}
