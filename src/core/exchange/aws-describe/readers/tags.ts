import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { text } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** Tags make no resources; they are read with what they are on. */
export const tags = defineReader({
  key: 'Tags',
  call: 'ec2 describe-tags',
  nouns: { one: 'tag', many: 'tags' },
  idOf: ({ record }) => `${textIn(record, 'ResourceId') ?? ''} ${textIn(record, 'Key') ?? ''}`,
  fields: z.object({ ResourceId: text, Key: text }),
  read: () => undefined,
});
