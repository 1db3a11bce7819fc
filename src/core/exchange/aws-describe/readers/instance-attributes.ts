import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { noteMissing } from '../note-missing.ts';
import { putUserData } from '../put-user-data.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** What `describe-instance-attribute --attribute userData` prints: a document of its own, the script in base64. */
export const instanceAttributes = defineReader({
  key: 'InstanceAttributes',
  call: 'ec2 describe-instance-attribute',
  nouns: { one: 'set of instance attributes', many: 'sets of instance attributes' },
  idOf: ({ record }) => textIn(record, 'InstanceId'),
  isDocument: (document) => textIn(document, 'InstanceId') !== undefined && 'UserData' in document,
  fields: z.object({ InstanceId: text, UserData: z.object({ Value: optionalText }).optional() }),
  read: ({ fields }, draft) => {
    const encoded = fields.UserData?.Value;
    if (!draft.get(fields.InstanceId, 'instance')) noteMissing(draft, fields.InstanceId, 'the answer of describe-instance-attribute');
    else if (encoded !== undefined) putUserData(draft, fields.InstanceId, encoded);
  },
});
