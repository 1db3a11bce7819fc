import type { Lookup } from '../lookup/entries.ts';
import { nameOfService } from '../aws/service-names.ts';
import { joinNames } from '../editing/nouns.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Fix } from '../findings/fix.ts';
import { evidenceAt } from '../tracing/advance.ts';
import type { Judgement } from './define-check.ts';
import { fixByStatement } from './fixes/role.ts';
import { groupBy } from './role/group-by.ts';
import type { Asker, JudgedNeed } from './role/judge-needs.ts';
import type { RoleAnswer } from './role/role-answer.ts';
import { sayArn, sayDeciding, sayNeeds } from './role/say-needs.ts';
import { REFUSAL_CODES, type SortedNeeds } from './role/sort-needs.ts';

type Judged = Extract<RoleAnswer, { kind: 'judged' }>;
type Open = SortedNeeds['open'][number];

const accountOf = ({ value }: Judged['role']): string => value.account ?? value.arn?.split(':')[4] ?? 'ACCOUNT';

function simulate(role: Judged['role'], { need: { action, resource } }: JudgedNeed): string {
  const arn = role.value.arn ?? `arn:aws:iam::${accountOf(role)}:role/${role.value.name}`;
  return `aws iam simulate-principal-policy --policy-source-arn ${arn} --action-names ${action} --resource-arns "${sayArn(resource)}"`;
}

const OWNERS: Readonly<Record<string, string>> = { s3: 'the bucket', dynamodb: 'the table', secretsmanager: 'the secret' };
const ownerOf = ({ need: { service } }: JudgedNeed): string => OWNERS[service] ?? 'the resource';

/** What decides, and what of it the design does not tell. */
function sayUnknown(name: string, asked: string, because: Open['answer']['because']): string {
  const open = `Whether role ${name} may do ${asked} cannot be known`;
  if (!because?.statement) return `${open}: the design holds ${because ? because.policy.name : 'a policy'} by name alone.`;
  const keys = because.unknownKeys ?? [];
  const why = keys.length > 0 ? `what the request carries as ${joinNames(keys)}` : 'on what exactly it is asked';
  return `${open}: ${sayDeciding(because)} decides, and the design does not tell ${why}.`;
}

/** Why something is not known, in one sentence. */
function sayOpen(name: string, group: readonly [Open, ...Open[]]): string {
  const [first] = group;
  const asked = sayNeeds(group.map(({ need }) => need));
  const { answer, refusal, need } = first;
  if (refusal === undefined) return sayUnknown(name, asked, answer.because);
  if (need.certainty === 'certain') return `Role ${name} has no policy that allows ${asked}; only a policy of ${ownerOf(first)} could, and that is not in the design.`;
  const refused = refusal === 'explicit-deny' && answer.because ? `${sayDeciding(answer.because)} denies` : `the policies of role ${name} do not allow`;
  return `The application seems to need ${asked}, which ${refused}.`;
}

const keyOf = (open: Open): string => `${open.refusal ?? ''} ${open.need.certainty} ${open.answer.because ? sayDeciding(open.answer.because) : ''} ${ownerOf(open)}`;

function evidenceOf(role: Judged['role'], needs: readonly JudgedNeed[]): readonly Evidence[] {
  const rows = [...new Set(needs.flatMap(({ answer }) => (answer.because?.policy.sort === 'endpoint' ? [] : (answer.because?.policy.row ?? []))))];
  return rows.length === 0 ? [{ ...evidenceAt(role.id), label: role.value.name }] : rows.map((row) => evidenceAt(role.id, row));
}

function fixesOf(lookup: Lookup, asker: Asker, judged: Judged): readonly Fix[] {
  const lacking = judged.needs.open.filter(({ refusal }) => refusal === 'not-allowed');
  return lacking.length === 0 ? [] : fixByStatement({ lookup, asker, role: judged.role, needs: lacking.map(({ need }) => need) });
}

function judgeOpen(lookup: Lookup, asker: Asker, judged: Judged): Judgement {
  const { role, needs, vague } = judged;
  const { name } = role.value;
  const told = groupBy(needs.open, keyOf).map((group) => sayOpen(name, group));
  const trust = judged.trust === 'unknown' ? [`Whether EC2 may hand role ${name} to instances cannot be known: its trust policy has conditions.`] : [];
  const unsaid = vague.length === 0 ? [] : [`What is asked of ${joinNames(vague)} is not in the design.`];
  const code = needs.open.find(({ refusal }) => refusal !== undefined)?.refusal;
  return {
    status: 'your-turn',
    ...(code !== undefined && { code: REFUSAL_CODES[code] }),
    sentence: [...trust, ...told, ...unsaid].join(' '),
    evidence: evidenceOf(role, needs.open),
    fixes: fixesOf(lookup, asker, judged),
    instructions: needs.open.length > 0 ? needs.open.map((one) => simulate(role, one)) : [`aws iam list-attached-role-policies --role-name ${name}`, 'aws sts get-caller-identity (on the instance)'],
  };
}

/** More than this many calls are counted instead of told one by one; the role itself lists them. */
const TOLD_CALLS = 3;

/** `s3:GetObject on …`, or `5 calls of DynamoDB` where many are allowed. */
function sayCalls(needs: readonly JudgedNeed[], isShort: boolean): string {
  if (!isShort) return sayNeeds(needs.map(({ need }) => need));
  const services = [...new Set(needs.map(({ need }) => nameOfService(need.service)))];
  return `${needs.length} ${needs.length === 1 ? 'call' : 'calls'} of ${joinNames(services)}`;
}

/** `AmazonS3FullAccess allows s3:GetObject on …`, for each policy that decides. */
function sayAllowed(needs: readonly JudgedNeed[]): string {
  const byPolicy = new Map<string, JudgedNeed[]>();
  for (const one of needs) {
    const policy = one.answer.because?.policy.name ?? 'a policy';
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), one]);
  }
  return [...byPolicy].map(([policy, allowed]) => `${policy} allows ${sayCalls(allowed, needs.length > TOLD_CALLS)}`).join('; ');
}

/**
 * What the role of the design says of all that the script calls, where nothing is refused for certain; nothing where the
 * design has no such role. A refusal is a block (see machine-blocks).
 */
export function judgeRole(lookup: Lookup, asker: Asker, judged: RoleAnswer): Judgement | undefined {
  if (judged.kind !== 'judged') return undefined;
  const { role, needs, vague, trust } = judged;
  if (needs.open.length > 0 || vague.length > 0 || trust === 'unknown') return judgeOpen(lookup, asker, judged);
  return { status: 'pass', evidence: evidenceOf(role, needs.allowed), sentence: `Role ${role.value.name} may do what the script calls: ${sayAllowed(needs.allowed)}.` };
}
