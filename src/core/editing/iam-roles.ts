import { managedPolicyOf } from '../aws/managed-policies.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { PolicyDocument, RolePolicy } from '../model/resources/iam-role.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

/** What the console writes when a role is made for EC2. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html */
export const EC2_TRUST: PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] };

/** A policy to begin with: it allows nothing yet. */
const EMPTY: PolicyDocument = { Version: '2012-10-17', Statement: [] };

const ARN = /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;

/** The ARN that a person means by the name of a managed policy or by an ARN; nothing where it is neither. */
export function readPolicyArn(text: string): string | undefined {
  const typed = text.trim();
  if (ARN.test(typed)) return typed;
  const arn = `arn:aws:iam::aws:policy/${typed}`;
  return managedPolicyOf(arn)?.arn;
}

function addPolicy(draft: Draft, id: ResourceId, policy: RolePolicy): void {
  const { policies } = draft.need(id, 'iam-role');
  draft.change(id, 'iam-role', { policies: { ...policies, [nextRowId('policy', policies)]: policy } });
}

/** Attaches a managed policy by its name, where it is one that is known here, or by its ARN. */
export function attachManagedPolicy(design: Design, { role: id, policy: typed }: { readonly role: ResourceId; readonly policy: string }): EditResult {
  return edit(design, (draft) => {
    const role = draft.need(id, 'iam-role');
    const arn = readPolicyArn(typed) ?? refuse(`${typed} is neither the ARN of a policy nor the name of a managed one that is known here; write its ARN.`);
    const name = ARN.exec(arn)?.[1] ?? arn;
    if (rowEntries(role.policies).some(([, policy]) => policy.arn === arn)) refuse(`${name} is attached to ${role.name} already.`);
    addPolicy(draft, id, { name, arn });
    return { said: `Attach ${name} to ${role.name}`, select: [id] };
  });
}

/** Gives a role an inline policy that allows nothing yet. */
export function addInlinePolicy(design: Design, { role: id }: { readonly role: ResourceId }): EditResult {
  return edit(design, (draft) => {
    const role = draft.need(id, 'iam-role');
    const names = new Set(rowEntries(role.policies).map(([, { name }]) => name));
    let number = 1;
    while (names.has(`inline-${number}`)) number += 1;
    addPolicy(draft, id, { name: `inline-${number}`, document: EMPTY });
    return { said: `Add an inline policy to ${role.name}`, select: [id] };
  });
}

/** Takes a policy away from a role. */
export function removePolicy(design: Design, { role: id, row }: { readonly role: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const role = draft.need(id, 'iam-role');
    const policy = role.policies[row] ?? refuse(`${role.name} has no policy ${row}.`);
    draft.change(id, 'iam-role', { policies: withoutRow(role.policies, row) });
    return { said: `${policy.arn === undefined ? 'Delete' : 'Detach'} ${policy.name} of ${role.name}`, select: [id] };
  });
}

/** Sets the boundary of a role by name or ARN of a managed policy; an empty text takes it away. */
export function setBoundary(design: Design, { role: id, policy: typed }: { readonly role: ResourceId; readonly policy: string }): EditResult {
  return edit(design, (draft) => {
    const role = draft.need(id, 'iam-role');
    if (typed.trim() === '') {
      draft.change(id, 'iam-role', { permissionsBoundary: undefined });
      return { said: `Take the permissions boundary of ${role.name} away`, select: [id] };
    }
    const arn = readPolicyArn(typed) ?? refuse(`${typed} is neither the ARN of a policy nor the name of a managed one that is known here; write its ARN.`);
    draft.change(id, 'iam-role', { permissionsBoundary: { arn } });
    return { said: `Limit ${role.name} by ${ARN.exec(arn)?.[1] ?? arn}`, select: [id] };
  });
}

/** Puts the role that an instance names into the design, without policies; an instance that names none gets a new one. */
export function drawRole(design: Design, { instance: id, random }: { readonly instance: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const instance = draft.need(id, 'instance');
      const name = instance.role ?? `${draft.nameOf(id)}-role`;
      if (draft.list('iam-role').some(({ value }) => value.name === name)) refuse(`Role ${name} is in the design already.`);
      const role = draft.add('role', { kind: 'iam-role', name, ...(instance.account !== undefined && { account: instance.account }), trustPolicy: EC2_TRUST, instanceProfiles: [name], policies: {} });
      draft.change(id, 'instance', { role: name });
      return { said: `Add role ${name}`, select: [role] };
    },
    random,
  );
}
