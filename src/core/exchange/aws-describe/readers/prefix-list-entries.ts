import { defineDetailReader } from '../define-detail-reader.ts';

export const prefixListEntries = defineDetailReader({
  key: 'Entries',
  call: 'ec2 get-managed-prefix-list-entries',
  nouns: { one: 'entry of a prefix list', many: 'entries of prefix lists' },
  parentField: 'PrefixListId',
  parentInPath: /pl-[0-9a-f]+/,
  parentType: 'prefix-list',
});
