import { z } from 'zod';
import { asResourceId, asRowId, nextRowId } from '../../../model/ids.ts';
import { prefixListEntrySchema } from '../../../model/resources/prefix-list.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn, type SourcedRecord } from '../record.ts';
import { regionOf } from '../regions.ts';

const PREFIX_LIST_ID = /pl-[0-9a-f]+/;

/** The answer does not name its list; whoever saved it wrote the id beside the entries or into the file's name. */
function listOfEntry({ record, document, source }: SourcedRecord): string | undefined {
  return textIn(record, 'PrefixListId') ?? textIn(document, 'PrefixListId') ?? PREFIX_LIST_ID.exec(source.path)?.[0];
}

/** Entries of managed prefix lists. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const prefixListEntries = defineReader({
  key: 'Entries',
  call: 'ec2 get-managed-prefix-list-entries',
  nouns: { one: 'entry of a prefix list', many: 'entries of prefix lists' },
  idOf: (sourced) => `${listOfEntry(sourced) ?? sourced.source.path} ${textIn(sourced.record, 'Cidr') ?? ''}`,
  fields: z.object({ Cidr: text, Description: optionalText }),
  read: (entry, draft) => {
    const id = listOfEntry(entry);
    if (id === undefined) {
      const sentence = `An entry of "Entries" in ${entry.source.path} does not say which prefix list it is of; put PrefixListId beside the list.`;
      draft.note({ type: 'Entries', count: 1, outcome: 'broken-reference', sentence });
      return;
    }
    const { Cidr, Description } = entry.fields;
    const value = { cidr: Cidr, ...(Description !== undefined && { description: Description }) };
    const [row] = Object.values(makeRows(draft, { key: 'Entries', id, prefix: 'entry', schema: prefixListEntrySchema, values: [value] }));
    if (!row) return;
    if (!draft.has(id)) draft.put(asResourceId(id), { kind: 'prefix-list', name: id, region: regionOf(draft, entry) });
    draft.change(id, 'prefix-list', (list) => {
      const entries = list.entries ?? {};
      const isThere = Object.values(entries).some(({ cidr }) => cidr === row.cidr);
      return isThere ? list : { ...list, entries: { ...entries, [asRowId(nextRowId('entry', entries))]: row } };
    });
  },
});
