import type { Entry, Lookup } from '../lookup/entries.ts';
import type { IamRole, Instance } from '../model/resources/index.ts';
import { evaluatePolicies, type Decision, type Policies } from '../permissions/evaluate-policies.ts';
import { readCopyNeeds } from '../permissions/needs.ts';
import { callerOf, circumstancesOf, type PermissionRequest } from '../permissions/request.ts';
import { boundaryOf, identityPoliciesOf } from '../permissions/role-policies.ts';
import { evidenceAt } from '../tracing/advance.ts';
import type { Judgement } from './define-check.ts';
import { readScriptNeeds } from './read-user-data.ts';

type Refusal = Exclude<Decision, 'allowed' | 'unknown' | 'outside-endpoint-policy'>;

const CODES: Readonly<Record<Refusal, string>> = { 'not-allowed': 'X_IAM_NOT_ALLOWED', 'explicit-deny': 'X_IAM_EXPLICIT_DENY', 'outside-boundary': 'X_IAM_BOUNDARY' };

const WORDS: Readonly<Record<Refusal, string>> = {
  'not-allowed': 'has no policy that allows',
  'explicit-deny': 'has a policy that denies',
  'outside-boundary': 'has a permissions boundary that does not allow',
};

const isRefusal = (decision: Decision): decision is Refusal => decision in CODES;

function findRole({ byKind }: Lookup, { role, account }: Instance): Entry<IamRole> | undefined {
  const roles = byKind['iam-role'].filter(({ value }) => value.name === role && (account === undefined || (value.account ?? account) === account));
  return roles.length === 1 ? roles[0] : undefined;
}

const simulate = (role: string, { action, resource }: PermissionRequest): string => `aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::ACCOUNT:role/${role} --action-names ${action} --resource-arns ${resource}`;

const policiesOf = (role: IamRole): Policies => ({ identity: identityPoliciesOf(role), boundary: boundaryOf(role), resource: 'unknown', isSameAccount: true });

/**
 * What the role of the design says of the calls that the script spells out; nothing where the design cannot tell. Policies
 * of buckets are not evaluated: a role that has some rows of them is left open.
 */
export function judgeRole(lookup: Lookup, instance: Instance): Judgement | undefined {
  const role = findRole(lookup, instance);
  if (!role || role.value.resourcePolicies !== undefined) return undefined;
  const { name } = role.value;
  const { requests, rest } = readCopyNeeds(instance.userData ?? '');
  const evidence = [{ ...evidenceAt(role.id), label: name }];
  const answers = requests.map((request) => ({ request, decision: evaluatePolicies(policiesOf(role.value), request, circumstancesOf(callerOf(role.value))).decision }));
  for (const { request, decision } of answers) {
    if (!isRefusal(decision)) continue;
    const said = `Role ${name} ${WORDS[decision]} ${request.action} on ${request.resource}`;
    // A bucket of the same account may let a role in that no policy of its own does (IAM User Guide, evaluation logic).
    if (decision === 'not-allowed') return { status: 'your-turn', code: CODES[decision], evidence, sentence: `${said}; only a policy of the bucket could, and that is not in the design.`, instructions: [simulate(name, request)] };
    return { status: 'fail', code: CODES[decision], evidence, sentence: `${said}.` };
  }
  const isWhole = answers.every(({ decision }) => decision === 'allowed') && readScriptNeeds(rest).awsServices.length === 0;
  return isWhole ? { status: 'pass', evidence, sentence: `The policies of role ${name} allow what the script calls; a policy of the bucket is not in the design.` } : undefined;
}
