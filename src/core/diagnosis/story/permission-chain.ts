import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf } from '../case.ts';
import { nameOfService } from '../../aws/service-names.ts';
import { roleAnswerOf, type RoleAnswer } from '../role/role-answer.ts';
import type { Chain } from './chain.ts';

/** The services that deny something: all that are called where there are no credentials, else those of the refused calls. */
function deniedServices(answer: RoleAnswer): readonly string[] {
  if (answer.kind === 'not-asked') return [];
  const refused = answer.kind === 'judged' ? answer.needs.refused.map(({ need }) => nameOfService(need.service)) : [];
  return refused.length === 0 ? answer.services : [...new Set(refused)];
}

/** A role that is missing or may not: the service answers AccessDenied, and the page loads without what comes from there. */
export const permissionChain: Chain = ({ given, blockers }) => {
  const target = instanceOf(given.to);
  const cause = blockers.find(({ component }) => component === 'permissions');
  if (!target || !cause || blockers.some(({ component }) => component !== 'permissions')) return [];
  const name = given.lookup.nameOf(target.id);
  const awsServices = deniedServices(roleAnswerOf(given.lookup, target));
  const services = awsServices.length === 0 ? 'the AWS service' : awsServices.join(' and ');
  return [
    { step: 'permissions', sentence: cause.sentence, evidence: cause.evidence, fixes: cause.fixes },
    { step: 'application', sentence: `So ${services} ${awsServices.length > 1 ? 'answer' : 'answers'} AccessDenied to the application on ${name}.`, evidence: [{ ...evidenceAt(target.id), label: name }], fixes: [] },
    { step: 'http-or-https', sentence: `The page loads, and what comes from ${services} is missing: pictures, or the entries of a list.`, evidence: [], fixes: [] },
  ];
};
