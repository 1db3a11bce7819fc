import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { prefixListEntrySchema } from '../../../model/resources/prefix-list.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';
import { AWS_OWNER } from './managed-prefix-lists.ts';

const listFields = z.object({ PrefixListId: text, PrefixListName: optionalText, Cidrs: z.array(text).optional() });

/**
 * The prefix lists of AWS's own services, with the blocks they hold; a list that was told of already gets its entries.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrefixList.html
 */
export const prefixLists = defineReader({
  key: 'PrefixLists',
  call: 'ec2 describe-prefix-lists',
  nouns: { one: 'prefix list of a service', many: 'prefix lists of services' },
  idOf: ({ record }) => textIn(record, 'PrefixListId'),
  fields: listFields,
  read: (entry, draft) => {
    const { PrefixListName, Cidrs } = entry.fields;
    const values = Cidrs?.map((cidr) => ({ cidr }));
    const told = values && { entries: makeRows(draft, { key: 'PrefixLists', id: entry.id, prefix: 'entry', schema: prefixListEntrySchema, values }) };
    if (draft.change(entry.id, 'prefix-list', (list) => ({ ...list, ...told }))) return;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry, PrefixListName),
      kind: 'prefix-list',
      region: regionOf(draft, entry),
      owner: AWS_OWNER,
      ...told,
    });
  },
});
