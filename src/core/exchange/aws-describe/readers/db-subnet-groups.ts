import { dbSubnetGroupFields, putDbSubnetGroup } from '../db-subnet-group.ts';
import { defineReader } from '../define-reader.ts';
import { textIn } from '../record.ts';

/** DB subnet groups, by themselves; DB instances print theirs as well. */
export const dbSubnetGroups = defineReader({
  key: 'DBSubnetGroups',
  call: 'rds describe-db-subnet-groups',
  nouns: { one: 'DB subnet group', many: 'DB subnet groups' },
  idOf: ({ record }) => textIn(record, 'DBSubnetGroupArn') ?? `${textIn(record, 'VpcId') ?? ''} ${textIn(record, 'DBSubnetGroupName') ?? ''}`,
  fields: dbSubnetGroupFields,
  read: (entry, draft) => {
    putDbSubnetGroup(draft, entry, entry.fields);
  },
});
