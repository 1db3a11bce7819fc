import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { markPoliciesKnown, noteNoRole, putPolicy, roleOfAnswer } from '../put-role.ts';
import { text } from '../record-fields.ts';

/** The names of the inline policies of one role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html */
export const iamRolePolicyNames = defineReader({
  key: 'PolicyNames',
  call: 'iam list-role-policies',
  nouns: { one: 'list of inline policies', many: 'lists of inline policies' },
  isDocument: (document) => Array.isArray(document['PolicyNames']),
  idOf: ({ source }) => source.path,
  fields: z.object({ PolicyNames: z.array(text) }),
  read: (entry, draft) => {
    const role = roleOfAnswer(draft, entry);
    if (role === undefined) {
      noteNoRole(draft, entry, 'PolicyNames');
      return;
    }
    for (const name of entry.fields.PolicyNames) putPolicy(draft, role, { name });
    markPoliciesKnown(draft, role, 'inline');
  },
});
