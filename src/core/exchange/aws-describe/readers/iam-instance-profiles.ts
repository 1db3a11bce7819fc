import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { roleIdOf } from '../put-role.ts';
import { listOf, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** Instance profiles and the role that each holds. https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html */
export const iamInstanceProfiles = defineReader({
  key: 'InstanceProfiles',
  otherKeys: ['InstanceProfile'],
  isSingle: true,
  call: 'iam list-instance-profiles',
  nouns: { one: 'instance profile', many: 'instance profiles' },
  idOf: ({ record }) => textIn(record, 'Arn'),
  fields: z.object({ InstanceProfileName: text, Roles: listOf(z.object({ RoleName: text, Arn: text })) }),
  read: ({ fields }, draft) => {
    for (const { Arn, RoleName } of fields.Roles) {
      // A role that no other answer tells of: only its name is known.
      if (!draft.has(Arn)) draft.put(roleIdOf(Arn), { kind: 'iam-role', name: RoleName, arn: Arn, ...accountOf(Arn), policies: {}, policiesKnown: false });
      draft.change(Arn, 'iam-role', (role) => ({ ...role, instanceProfiles: [...new Set([...(role.instanceProfiles ?? []), fields.InstanceProfileName])] }));
    }
  },
});

function accountOf(arn: string): { readonly account?: string } {
  const account = arn.split(':')[4];
  return account === undefined || account === '' ? {} : { account };
}
