import { z } from 'zod';
import { readCommonFields } from '../common-fields.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { markPoliciesKnown, putPolicy, roleIdOf } from '../put-role.ts';
import { readPolicyDocument } from '../read-policy-document.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const KEY = 'RoleDetailList';

const roleFields = z.object({
  RoleName: text,
  Arn: text,
  AssumeRolePolicyDocument: z.unknown(),
  PermissionsBoundary: z.object({ PermissionsBoundaryArn: optionalText }).optional(),
  InstanceProfileList: z.array(z.object({ InstanceProfileName: text })).optional(),
  RolePolicyList: z.array(z.object({ PolicyName: text, PolicyDocument: z.unknown() })).optional(),
  AttachedManagedPolicies: z.array(z.object({ PolicyName: text, PolicyArn: text })).optional(),
  Tags: listOf(z.unknown()).optional(),
});
type RoleFields = z.infer<typeof roleFields>;

function putPolicies(draft: Draft, { fields }: Entry<RoleFields>): void {
  const id = roleIdOf(fields.Arn);
  for (const { PolicyName: name, PolicyDocument } of fields.RolePolicyList ?? []) {
    const document = readPolicyDocument(draft, PolicyDocument, { key: KEY, name: `policy ${name} of role ${fields.RoleName}` });
    putPolicy(draft, id, { name, ...(document && { document }) });
  }
  for (const { PolicyName: name, PolicyArn: arn } of fields.AttachedManagedPolicies ?? []) putPolicy(draft, id, { name, arn });
  if (fields.RolePolicyList) markPoliciesKnown(draft, id, 'inline');
  if (fields.AttachedManagedPolicies) markPoliciesKnown(draft, id, 'attached');
}

/**
 * Roles: with their policies from `get-account-authorization-details`, without them from `list-roles` and `get-role`.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
 */
export const iamRoles = defineReader<RoleFields>({
  key: KEY,
  otherKeys: ['Roles', 'Role'],
  isSingle: true,
  call: 'iam get-account-authorization-details',
  nouns: { one: 'role', many: 'roles' },
  idOf: ({ record }) => textIn(record, 'Arn'),
  fields: roleFields,
  read: (entry, draft) => {
    const { fields } = entry;
    const trustPolicy = readPolicyDocument(draft, fields.AssumeRolePolicyDocument, { key: KEY, name: `the trust policy of role ${fields.RoleName}` });
    const boundary = fields.PermissionsBoundary?.PermissionsBoundaryArn;
    draft.put(roleIdOf(fields.Arn), {
      ...readCommonFields(draft, entry, fields.RoleName),
      kind: 'iam-role',
      name: fields.RoleName,
      arn: fields.Arn,
      ...(trustPolicy && { trustPolicy }),
      ...(fields.InstanceProfileList && { instanceProfiles: fields.InstanceProfileList.map(({ InstanceProfileName }) => InstanceProfileName) }),
      policies: {},
      policiesKnown: false,
      ...(boundary !== undefined && { permissionsBoundary: { arn: boundary } }),
    });
    putPolicies(draft, entry);
  },
});
