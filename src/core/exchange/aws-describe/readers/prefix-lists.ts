import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const prefixLists = defineUnmodelledReader({
  key: 'PrefixLists',
  call: 'ec2 describe-prefix-lists',
  nouns: { one: 'prefix list of a service', many: 'prefix lists of services' },
  type: 'prefix-list',
  ids: ['PrefixListId'],
  nameField: 'PrefixListName',
});
