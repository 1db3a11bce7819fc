import { evidenceAt } from '../../tracing/advance.ts';
import { withLabel } from '../../tracing/names.ts';
import type { Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { explainBlock } from '../explain-block.ts';
import { findFixes } from '../fixes/find-fixes.ts';
import { judgeRole } from '../judge-role.ts';
import { blocksOfAnswer } from '../machine-blocks/permission-blocks.ts';
import { askerOf, type AskedRole } from '../role/asker-of.ts';
import { answerTo, type RoleAnswer } from '../role/role-answer.ts';

/** An instance that asks a service: the packets arrive, and the service denies. So nothing blocks, and the step fails. */
function judgeRefusal(given: Case, { asker }: AskedRole, answer: RoleAnswer): Judgement | undefined {
  const blocks = blocksOfAnswer(given, asker.id, answer);
  const [first] = blocks;
  if (!first) return undefined;
  return {
    status: 'fail',
    code: first.code,
    sentence: blocks.map((block) => explainBlock(given.lookup, block)).join(' '),
    evidence: blocks.flatMap(({ evidence }) => evidence.slice(0, 1).map((one) => withLabel(given.lookup, one))),
    fixes: blocks.flatMap((block) => findFixes({ ...given, block })),
  };
}

function sayNotAsked(name: string, role: string | undefined, service: string | undefined): string {
  if (service !== undefined) return `The drawing knows of no call of this service that ${name} makes, so no role is involved.`;
  return role === undefined ? `${name} calls no AWS service that the drawing knows of, so it needs no role.` : `${name} has role ${role}, and the drawing knows of no AWS service it calls.`;
}

function judgeRest(given: Case, { asker, service }: AskedRole, answer: RoleAnswer): Judgement {
  const name = given.lookup.nameOf(asker.id);
  const { role } = asker.instance;
  if (answer.kind === 'not-asked') return { status: 'not-needed', sentence: sayNotAsked(name, role, service) };
  const judged = judgeRole(given.lookup, asker, answer);
  if (judged) return judged;
  return {
    status: 'your-turn',
    sentence: `${name} has role ${role ?? ''}; whether its policies allow ${answer.services.join(' and ')} cannot be known from the drawing.`,
    evidence: [{ ...evidenceAt(asker.id), label: role ?? name }],
    instructions: [`aws iam list-attached-role-policies --role-name ${role ?? 'ROLE'}`, 'aws sts get-caller-identity (on the instance)'],
  };
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['permissions']);
  if (blocked) return blocked;
  const asked = askerOf(given);
  if (!asked) return { status: 'not-needed', sentence: 'The target is not an instance, so no role is involved.' };
  const answer = answerTo(given.lookup, asked);
  return judgeRefusal(given, asked, answer) ?? judgeRest(given, asked, answer);
}

export const permissions: Check = {
  id: 'permissions',
  title: 'Permissions',
  question: 'May the instance do what its application does?',
  explanation:
    'Software on an instance calls AWS services with the role of its instance profile. Without a role, or with one whose policies do not allow the action on the resource, the service answers AccessDenied: the page loads, and the parts that come from S3 or DynamoDB fail.',
  judge,
};
