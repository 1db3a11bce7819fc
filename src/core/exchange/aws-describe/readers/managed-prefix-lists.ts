import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { number, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const listFields = z.object({
  PrefixListId: text,
  PrefixListName: optionalText,
  AddressFamily: optionalText,
  MaxEntries: number.optional(),
  OwnerId: optionalText,
  State: optionalText,
});

/** The owner AWS prints for the lists of its own services. */
export const AWS_OWNER = 'AWS';
const FAMILIES: Readonly<Record<string, 'ipv4' | 'ipv6'>> = { IPv4: 'ipv4', IPv6: 'ipv6' };

/**
 * Managed prefix lists, without their entries: those are another call.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html
 */
export const managedPrefixLists = defineReader({
  key: 'ManagedPrefixLists',
  call: 'ec2 describe-managed-prefix-lists',
  nouns: { one: 'prefix list', many: 'prefix lists' },
  idOf: ({ record }) => textIn(record, 'PrefixListId'),
  fields: listFields,
  read: (entry, draft) => {
    const { PrefixListName, AddressFamily, MaxEntries, OwnerId } = entry.fields;
    const isOfAws = OwnerId === AWS_OWNER;
    const { OwnerId: _owner, ...rest } = entry.record;
    const sourced = isOfAws ? { ...entry, record: rest } : entry;
    const family = FAMILIES[AddressFamily ?? ''];
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, sourced, PrefixListName),
      kind: 'prefix-list',
      region: regionOf(draft, sourced),
      ...(family !== undefined && { family }),
      ...(OwnerId !== undefined && { owner: OwnerId }),
      ...(MaxEntries !== undefined && MaxEntries >= 1 && { maximumEntries: MaxEntries }),
    });
  },
});
