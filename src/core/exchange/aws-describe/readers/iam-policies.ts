import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { putManagedDocument } from '../put-role.ts';
import { readPolicyDocument } from '../read-policy-document.ts';
import { flag, listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const KEY = 'Policies';

/**
 * Managed policies with their versions; the default version is the one that holds. `list-policies` prints none of them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html
 */
export const iamPolicies = defineReader({
  key: KEY,
  call: 'iam get-account-authorization-details',
  nouns: { one: 'managed policy', many: 'managed policies' },
  idOf: ({ record }) => textIn(record, 'Arn'),
  fields: z.object({ Arn: text, PolicyName: optionalText, PolicyVersionList: listOf(z.object({ Document: z.unknown(), IsDefaultVersion: flag.default(false) })) }),
  read: ({ fields }, draft) => {
    const version = fields.PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
    const document = version && readPolicyDocument(draft, version.Document, { key: KEY, name: `policy ${fields.PolicyName ?? fields.Arn}` });
    if (document) putManagedDocument(draft, ({ arn }) => arn === fields.Arn, document);
  },
});
