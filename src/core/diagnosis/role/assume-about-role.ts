import type { Case } from '../case.ts';
import { askerOf } from './asker-of.ts';
import { answerTo } from './role-answer.ts';

/**
 * What a judged role rests on and no design holds: policies of the organization and of sessions, and of resources that are
 * not drawn (IAM User Guide, evaluation logic).
 */
export function assumeAboutRole(given: Case): readonly string[] {
  const asked = askerOf(given);
  const answer = asked && answerTo(given.lookup, asked);
  if (answer?.kind !== 'judged') return [];
  const { name, resourcePolicies } = answer.role.value;
  const judged = [...answer.needs.allowed, ...answer.needs.refused];
  const trust = answer.trust === 'assumed' ? [`The trust policy of role ${name} is not in the design; it is taken to let EC2 assume the role.`] : [];
  const organization = judged.length === 0 ? [] : ['Service and resource control policies of the organization, and session policies, are taken to allow everything.'];
  const resources = judged.length > 0 && resourcePolicies === undefined ? [`Policies of what role ${name} calls (buckets, tables, secrets) are not in the design; they are taken to deny nothing, to be of the same account, and to name neither everybody nor the role’s session.`] : [];
  return [...trust, ...organization, ...resources];
}
