import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { noteNoRole, putPolicy, roleOfAnswer } from '../put-role.ts';
import { readPolicyDocument } from '../read-policy-document.ts';
import { text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const KEY = 'PolicyDocument';

/** One inline policy of a role, a document without a list. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export const iamRolePolicies = defineReader({
  key: KEY,
  call: 'iam get-role-policy',
  nouns: { one: 'inline policy', many: 'inline policies' },
  isDocument: (document) => textIn(document, 'RoleName') !== undefined && textIn(document, 'PolicyName') !== undefined && KEY in document,
  idOf: ({ record }) => `${textIn(record, 'RoleName') ?? ''} ${textIn(record, 'PolicyName') ?? ''}`,
  fields: z.object({ RoleName: text, PolicyName: text, PolicyDocument: z.unknown() }),
  read: (entry, draft) => {
    const { PolicyName: name, PolicyDocument, RoleName } = entry.fields;
    const role = roleOfAnswer(draft, entry);
    if (role === undefined) {
      noteNoRole(draft, entry, KEY);
      return;
    }
    const document = readPolicyDocument(draft, PolicyDocument, { key: KEY, name: `policy ${name} of role ${RoleName}` });
    putPolicy(draft, role, { name, ...(document && { document }) });
  },
});
