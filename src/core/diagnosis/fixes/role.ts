import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { asResourceId, nextRowId } from '../../model/ids.ts';
import type { IamRole, PolicyDocument, RolePolicy } from '../../model/resources/iam-role.ts';
import { UNKNOWN_PART } from '../../permissions/match-pattern.ts';
import type { Need } from '../../permissions/needs/need.ts';
import { trustsEc2 } from '../../permissions/trust.ts';
import { repeatableRandom } from '../random.ts';
import { judgeNeeds, needsOf, type Asker } from '../role/judge-needs.ts';
import { askerOf } from '../role/asker-of.ts';
import { findRole } from '../role/find-role.ts';
import { answerTo } from '../role/role-answer.ts';
import { sayArn, sayNeeds } from '../role/say-needs.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

const VERSION = '2012-10-17';

/** Lets EC2 hand a role to instances (IAM User Guide, id_roles_use_switch-role-ec2). */
const TRUST_STATEMENT = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };

/** The narrowest policy that allows these: one statement for each resource. */
function policyFor(needs: readonly Need[]): RolePolicy {
  const actions = new Map<string, string[]>();
  for (const { action, resource } of needs) actions.set(resource, [...(actions.get(resource) ?? []), action]);
  const statements = [...actions].map(([resource, Action]) => ({ Effect: 'Allow', Action, Resource: sayArn(resource) }));
  const services = [...new Set(needs.map(({ service }) => service))];
  return { name: `allow-${services.join('-')}`, document: { Version: VERSION, Statement: statements } };
}

interface Lack {
  readonly lookup: Lookup;
  readonly asker: Asker;
  readonly role: Entry<IamRole>;
  readonly needs: readonly Need[];
}

/** A new name beside the policies that the role has. */
function freeName(wanted: string, role: IamRole): string {
  const taken = new Set(Object.values(role.policies).map(({ name }) => name));
  let [name, number] = [wanted, 2];
  while (taken.has(name)) {
    name = `${wanted}-${number}`;
    number += 1;
  }
  return name;
}

/**
 * Gives the role an inline policy that allows what it lacks and nothing else. None where the call does not say on what, or
 * where the role would still be refused: by its boundary, or by the policy of an endpoint.
 */
export function fixByStatement({ lookup, asker, role, needs }: Lack): readonly Fix[] {
  if (needs.length === 0 || needs.some(({ resource }) => resource === UNKNOWN_PART)) return [];
  const added = policyFor(needs);
  const policies = { ...role.value.policies, [nextRowId('policy', role.value.policies)]: { ...added, name: freeName(added.name, role.value) } };
  const isEnough = judgeNeeds(lookup, asker, { id: role.id, value: { ...role.value, policies } })
    .filter(({ need }) => needs.some(({ action, resource }) => action === need.action && resource === need.resource))
    .every(({ answer }) => answer.decision === 'allowed');
  if (!isEnough) return [];
  const title = `Add a statement that allows ${sayNeeds(needs)} to role ${role.value.name}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(role.id, 'iam-role', { policies });
    return { said: title };
  });
  return fixFrom(result, { title, effect: 'Every instance that has the role may then do this; it allows nothing else.' });
}

function addTrust(trust: PolicyDocument | undefined): PolicyDocument {
  const statements: unknown = trust?.['Statement'];
  const present: readonly unknown[] = Array.isArray(statements) ? statements : statements === undefined ? [] : [statements];
  return { Version: VERSION, ...trust, Statement: [...present, TRUST_STATEMENT] };
}

/** Lets EC2 assume the role, unless its trust policy denies that. */
function fixTrust({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const role = lookup.resource(id);
  if (role?.kind !== 'iam-role' || /"Effect":"Deny"/.test(JSON.stringify(role.trustPolicy ?? {}))) return [];
  const title = `Let ec2.amazonaws.com assume role ${role.name}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'iam-role', { trustPolicy: addTrust(role.trustPolicy) });
    return { said: title };
  });
  return fixFrom(result, { title, effect: 'Instances whose profile holds the role then get its credentials.' });
}

/** Gives the instance a role of the design that may do all that its software asks for. */
function fixByRoleOfDesign(lookup: Lookup, asker: Asker): readonly Fix[] {
  const name = lookup.nameOf(asker.id);
  return lookup.byKind['iam-role'].flatMap((role) => {
    const instance = { ...asker.instance, role: role.value.name };
    const isFit = findRole(lookup, instance)?.id === role.id && trustsEc2(role.value.trustPolicy) === 'yes' && judgeNeeds(lookup, { ...asker, instance }, role).every(({ answer }) => answer.decision === 'allowed');
    if (!isFit) return [];
    const title = `Attach role ${role.value.name} to ${name}`;
    const result = edit(lookup.design, (draft) => {
      draft.change(asker.id, 'instance', { role: role.value.name });
      return { said: title };
    });
    return fixFrom(result, { title, effect: `Its policies allow what the script of ${name} calls.` });
  });
}

function roleFor(name: string, asker: Asker, needs: readonly Need[]): IamRole {
  const { account } = asker.instance;
  const policies = needs.length === 0 ? {} : { [nextRowId('policy', {})]: policyFor(needs) };
  return { kind: 'iam-role', name, ...(account !== undefined && { account }), trustPolicy: addTrust(undefined), instanceProfiles: [name], policies };
}

/** Makes a role that allows what the script spells out, and gives it to the instance. */
function fixByNewRole(lookup: Lookup, asker: Asker): readonly Fix[] {
  const taken = new Set(Object.values(lookup.design.resources).map((resource) => resource.name));
  const name = `${lookup.nameOf(asker.id)}-role`;
  const needs = needsOf(asker).filter(({ resource }) => resource !== UNKNOWN_PART);
  if (taken.has(name)) return [];
  const result = edit(
    lookup.design,
    (draft) => {
      draft.add('role', roleFor(name, asker, needs));
      draft.change(asker.id, 'instance', { role: name });
      return { said: `Attach role ${name}` };
    },
    repeatableRandom(Object.keys(lookup.design.resources).length),
  );
  const effect = needs.length === 0 ? `Makes role ${name}; what it may do, you say in its policies.` : `Makes role ${name}, which may do this and nothing else: ${sayNeeds(needs)}.`;
  return fixFrom(result, { title: `Attach a new role to ${lookup.nameOf(asker.id)}`, effect });
}

function fixMissingRole(input: FixInput): readonly Fix[] {
  const asker = askerOf(input)?.asker;
  if (!asker || asker.instance.role !== undefined) return [];
  return [...fixByRoleOfDesign(input.lookup, asker), ...fixByNewRole(input.lookup, asker)];
}

function fixNotAllowed(input: FixInput): readonly Fix[] {
  const asked = askerOf(input);
  if (!asked) return [];
  const answer = answerTo(input.lookup, asked);
  if (answer.kind !== 'judged') return [];
  const needs = answer.needs.refused.filter(({ refusal }) => refusal === 'not-allowed').map(({ need }) => need);
  return fixByStatement({ lookup: input.lookup, asker: asked.asker, role: answer.role, needs });
}

/**
 * What a role lacks. A deny, a boundary and an endpoint's policy were set by somebody to forbid, so that what to change
 * there is only said.
 */
export function fixPermissions(input: FixInput): readonly Fix[] {
  switch (input.block.code) {
    case 'X_IAM_NO_INSTANCE_PROFILE':
      return fixMissingRole(input);
    case 'X_IAM_NOT_TRUSTED':
      return fixTrust(input);
    case 'X_IAM_NOT_ALLOWED':
      return fixNotAllowed(input);
    default:
      return [];
  }
}
