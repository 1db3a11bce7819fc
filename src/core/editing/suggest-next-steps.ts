import type { Design } from '../model/design.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { suggestAclRules, suggestAutoAssign, suggestExpectation, suggestGroupRule, suggestInstance, suggestPublicAddress, suggestService } from './suggesting/suggest-machines.ts';
import { suggestDefaultRoute, suggestInternetGateway, suggestNatGateway, suggestPropagation, suggestSubnets, suggestVpc, suggestVpnConnection } from './suggesting/suggest-network.ts';
import type { Suggester, Suggestion } from './suggesting/suggestion.ts';

export type { Suggestion } from './suggesting/suggestion.ts';

/** In the order a newcomer builds: something to stand on, then the checklist's rows, then what makes it sturdy. */
const SUGGESTERS: readonly Suggester[] = [
  suggestVpc,
  suggestSubnets,
  suggestInternetGateway,
  suggestDefaultRoute,
  suggestVpnConnection,
  suggestPropagation,
  suggestInstance,
  suggestService,
  suggestGroupRule,
  suggestAclRules,
  suggestPublicAddress,
  suggestAutoAssign,
  suggestNatGateway,
  suggestExpectation,
];

/**
 * What is worth doing next in a design, best first: from an empty canvas they lead, one after the other, to a web server
 * that the internet reaches. Each carries the edit that does it; nothing is suggested that would be refused. Looks at what
 * is drawn, and leaves verdicts to the diagnosis.
 */
export function suggestNextSteps(design: Design): readonly Suggestion[] {
  const situation = { design, random: repeatableNumbers(Object.keys(design.resources).length) };
  return SUGGESTERS.flatMap((suggester) => suggester(situation));
}
