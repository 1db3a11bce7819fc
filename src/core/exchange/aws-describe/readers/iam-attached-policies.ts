import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { markPoliciesKnown, noteNoRole, putPolicy, roleOfAnswer } from '../put-role.ts';
import { text } from '../record-fields.ts';

/**
 * The managed policies of one role. The answer does not name it; whoever saved it wrote RoleName beside the list, or called
 * the file like the role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html
 */
export const iamAttachedPolicies = defineReader({
  key: 'AttachedPolicies',
  call: 'iam list-attached-role-policies',
  nouns: { one: 'list of attached policies', many: 'lists of attached policies' },
  isDocument: (document) => Array.isArray(document['AttachedPolicies']),
  idOf: ({ source }) => source.path,
  fields: z.object({ AttachedPolicies: z.array(z.object({ PolicyName: text, PolicyArn: text })) }),
  read: (entry, draft) => {
    const role = roleOfAnswer(draft, entry);
    if (role === undefined) {
      noteNoRole(draft, entry, 'AttachedPolicies');
      return;
    }
    for (const { PolicyName: name, PolicyArn: arn } of entry.fields.AttachedPolicies) putPolicy(draft, role, { name, arn });
    markPoliciesKnown(draft, role, 'attached');
  },
});
