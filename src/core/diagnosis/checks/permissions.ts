import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { judgeRole } from '../judge-role.ts';
import { roleAnswerOf } from '../role/role-answer.ts';

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['permissions']);
  if (blocked) return blocked;
  const target = instanceOf(given.to);
  if (!target) return { status: 'not-needed', sentence: 'The target is not an instance, so no role is involved.' };
  const name = given.lookup.nameOf(target.id);
  const { role } = target.instance;
  const answer = roleAnswerOf(given.lookup, target);
  if (answer.kind === 'not-asked') return { status: 'not-needed', sentence: role === undefined ? `${name} calls no AWS service that the drawing knows of, so it needs no role.` : `${name} has role ${role}, and the drawing knows of no AWS service it calls.` };
  const judged = judgeRole(given.lookup, target);
  if (judged) return judged;
  return {
    status: 'your-turn',
    sentence: `${name} has role ${role ?? ''}; whether its policies allow ${answer.services.join(' and ')} cannot be known from the drawing.`,
    evidence: [{ ...evidenceAt(target.id), label: role ?? name }],
    instructions: [`aws iam list-attached-role-policies --role-name ${role ?? 'ROLE'}`, 'aws sts get-caller-identity (on the instance)'],
  };
}

export const permissions: Check = {
  id: 'permissions',
  title: 'Permissions',
  question: 'May the instance do what its application does?',
  explanation:
    'Software on an instance calls AWS services with the role of its instance profile. Without a role, or with one whose policies do not allow the action on the resource, the service answers AccessDenied: the page loads, and the parts that come from S3 or DynamoDB fail.',
  judge,
};
