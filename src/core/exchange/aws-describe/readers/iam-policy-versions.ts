import { z } from 'zod';
import { shorten } from '../../../model/quote.ts';
import { defineReader } from '../define-reader.ts';
import { isFileOf, putManagedDocument } from '../put-role.ts';
import { readPolicyDocument } from '../read-policy-document.ts';
import { flag, optionalText } from '../record-fields.ts';
import { textIn } from '../record.ts';

const KEY = 'PolicyVersion';

/**
 * One version of a managed policy. The answer does not say of which; whoever saved it wrote PolicyArn beside it, or called the
 * file like the policy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
 */
export const iamPolicyVersions = defineReader({
  key: KEY,
  call: 'iam get-policy-version',
  nouns: { one: 'version of a policy', many: 'versions of policies' },
  isSingle: true,
  idOf: ({ source, record }) => `${source.path} ${textIn(record, 'VersionId') ?? ''}`,
  fields: z.object({ Document: z.unknown(), IsDefaultVersion: flag.default(true), VersionId: optionalText }),
  read: (entry, draft) => {
    const { fields, source } = entry;
    if (!fields.IsDefaultVersion) return;
    const told = textIn(entry.document, 'PolicyArn');
    const document = readPolicyDocument(draft, fields.Document, { key: KEY, name: `the policy in ${source.path}` });
    const isIt = ({ arn }: { readonly arn?: string | undefined }): boolean => arn !== undefined && (told === undefined ? isFileOf(source.path, arn.split('/').at(-1) ?? arn) : arn === told);
    if (!document || putManagedDocument(draft, isIt, document)) return;
    const sentence = `"PolicyVersion" in ${shorten(source.path)} belongs to no policy of a role in the files; put PolicyArn beside it, and the answer of "aws iam list-attached-role-policies" to it.`;
    draft.note({ type: KEY, count: 1, outcome: 'broken-reference', sentence });
  },
});
