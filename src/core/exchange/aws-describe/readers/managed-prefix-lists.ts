import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const managedPrefixLists = defineUnmodelledReader({
  key: 'ManagedPrefixLists',
  call: 'ec2 describe-managed-prefix-lists',
  nouns: { one: 'prefix list', many: 'prefix lists' },
  type: 'prefix-list',
  ids: ['PrefixListId'],
  nameField: 'PrefixListName',
});
