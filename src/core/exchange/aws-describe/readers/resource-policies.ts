import { z } from 'zod';
import { asRowId } from '../../../model/ids.ts';
import { shorten } from '../../../model/quote.ts';
import type { PolicyDocument } from '../../../model/resources/iam-role.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { readPolicyDocument } from '../read-policy-document.ts';
import { optionalText, text } from '../record-fields.ts';
import { isRecord, textIn } from '../record.ts';

const KEY = 'Policy';

const listOfOne = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The resource without what lies in it: `arn:aws:s3:::photos` of `arn:aws:s3:::photos/*`. */
const holderOf = (arn: string): string => arn.replace(/^(arn:[^:]*:s3:::[^/]+)\/.*$/, '$1').replace(/^(arn:[^:]*:dynamodb:.*:table\/[^/]+)\/.*$/, '$1');

/** The one resource that all statements are about; nothing where they are about several, or about any. */
function resourceOf(document: PolicyDocument): string | undefined {
  const named = listOfOne(document['Statement']).flatMap((statement) => (isRecord(statement) ? listOfOne(statement['Resource'] ?? statement['NotResource']) : []));
  const holders = new Set(named.map((arn) => (typeof arn === 'string' ? holderOf(arn) : '*')));
  const [holder = '*'] = holders;
  return holders.size === 1 && !holder.includes('*') ? holder : undefined;
}

/** Beside every role that instances may have: it is asked when one of them calls the resource. */
function putOnRoles(draft: Draft, resource: string, document: PolicyDocument): void {
  for (const [id] of draft.all('iam-role').filter(([, { instanceProfiles }]) => instanceProfiles === undefined || instanceProfiles.length > 0)) {
    draft.change(id, 'iam-role', (role) => ({ ...role, resourcePolicies: { ...role.resourcePolicies, [asRowId(resource)]: { resource, document } } }));
  }
}

/**
 * The policy of a bucket or a table, as a text in a document without a list; it names its resource itself.
 * https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-policy.html
 * https://docs.aws.amazon.com/cli/latest/reference/dynamodb/get-resource-policy.html
 */
export const resourcePolicies = defineReader({
  key: KEY,
  call: 's3api get-bucket-policy',
  nouns: { one: 'policy of a resource', many: 'policies of resources' },
  isSingle: true,
  isDocument: (document) => textIn(document, KEY)?.trimStart().startsWith('{') === true,
  idOf: ({ source, record }) => `${source.path} ${textIn(record, 'Arn') ?? ''}`,
  fields: z.object({ Policy: text.optional(), Arn: optionalText }),
  read: ({ fields, source }, draft) => {
    // `iam get-policy` prints an object under the same key, without any statement.
    if (fields.Policy === undefined) return;
    const document = readPolicyDocument(draft, fields.Policy, { key: KEY, name: `the policy in ${source.path}` });
    if (!document) return;
    const resource = resourceOf(document);
    if (resource !== undefined) putOnRoles(draft, resource, document);
    else draft.note({ type: KEY, count: 1, outcome: 'skipped', sentence: `The policy in ${shorten(source.path)} does not name one resource; it was left out.` });
  },
});
