import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { textIn } from '../record.ts';

/** Images make no resources; their names tell the operating systems of instances. */
export const images = defineReader({
  key: 'Images',
  call: 'ec2 describe-images',
  nouns: { one: 'image', many: 'images' },
  idOf: ({ record }) => textIn(record, 'ImageId'),
  fields: z.object({}),
  read: () => undefined,
});
