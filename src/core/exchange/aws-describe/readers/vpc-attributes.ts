import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { noteMissing } from '../note-missing.ts';
import { flag, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const attribute = z.object({ Value: flag }).optional();
const NAMES = ['EnableDnsSupport', 'EnableDnsHostnames'];

/**
 * What `describe-vpc-attribute` prints for one VPC and one attribute, a document without a list; several of them may be
 * gathered under `VpcAttributes`.
 */
export const vpcAttributes = defineReader({
  key: 'VpcAttributes',
  call: 'ec2 describe-vpc-attribute',
  nouns: { one: 'set of VPC attributes', many: 'sets of VPC attributes' },
  idOf: ({ record }) => textIn(record, 'VpcId'),
  isDocument: (document) => textIn(document, 'VpcId') !== undefined && NAMES.some((name) => name in document),
  fields: z.object({ VpcId: text, EnableDnsSupport: attribute, EnableDnsHostnames: attribute }),
  read: ({ fields }, draft) => {
    const isKnown = draft.change(fields.VpcId, 'vpc', (vpc) => ({
      ...vpc,
      enableDnsSupport: fields.EnableDnsSupport?.Value ?? vpc.enableDnsSupport,
      enableDnsHostnames: fields.EnableDnsHostnames?.Value ?? vpc.enableDnsHostnames,
    }));
    if (!isKnown) noteMissing(draft, fields.VpcId, 'the answer of describe-vpc-attribute');
  },
});
