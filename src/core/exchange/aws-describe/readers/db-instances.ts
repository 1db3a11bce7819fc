import { z } from 'zod';
import { databaseEnginePorts } from '../../../aws/well-known-ports.ts';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { dbSubnetGroupFields, putDbSubnetGroup } from '../db-subnet-group.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { flag, listOf, number, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const dbFields = z.object({
  DBInstanceIdentifier: text,
  DBInstanceArn: optionalText,
  DBInstanceClass: optionalText,
  DBInstanceStatus: text.default('unknown'),
  Engine: text,
  Endpoint: z.object({ Port: number.optional() }).optional(),
  DbInstancePort: number.optional(),
  AvailabilityZone: optionalText,
  MultiAZ: flag.default(false),
  PubliclyAccessible: flag.default(false),
  VpcSecurityGroups: listOf(z.object({ VpcSecurityGroupId: text })),
  DBSubnetGroup: dbSubnetGroupFields.partial({ VpcId: true }).optional(),
});
type DbFields = z.infer<typeof dbFields>;

/** The port: of the endpoint, else the wanted one, else the one the engine has by itself. `DbInstancePort` is mostly 0. */
const portOf = ({ Endpoint, DbInstancePort, Engine }: DbFields): number => Endpoint?.Port || DbInstancePort || (databaseEnginePorts[Engine] ?? 0);

function readSubnetGroup(draft: Draft, entry: Entry<DbFields>): Readonly<Record<string, unknown>> {
  const group = entry.fields.DBSubnetGroup;
  if (group?.VpcId === undefined) return {};
  return { subnetGroup: putDbSubnetGroup(draft, entry, { ...group, VpcId: group.VpcId }) };
}

/** DB instances; their interfaces are matched to them afterwards. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html */
export const dbInstances = defineReader({
  key: 'DBInstances',
  call: 'rds describe-db-instances',
  nouns: { one: 'DB instance', many: 'DB instances' },
  // Identifiers are unique within account and Region only.
  idOf: ({ record, source }) =>
    textIn(record, 'DBInstanceArn') ?? [source.account, source.region, textIn(record, 'DBInstanceIdentifier')].filter((part) => part !== undefined).join(':'),
  fields: dbFields,
  read: (entry, draft) => {
    const { fields } = entry;
    const id = draft.claim(fields.DBInstanceIdentifier, entry.id);
    draft.put(id, {
      ...readCommonFields(draft, entry, fields.DBInstanceIdentifier),
      kind: 'db-instance',
      engine: fields.Engine,
      ...(fields.DBInstanceClass === undefined ? {} : { instanceClass: fields.DBInstanceClass }),
      port: portOf(fields),
      ...readSubnetGroup(draft, entry),
      ...(fields.AvailabilityZone === undefined ? {} : { availabilityZone: fields.AvailabilityZone }),
      multiAz: fields.MultiAZ,
      publiclyAccessible: fields.PubliclyAccessible,
      securityGroups: fields.VpcSecurityGroups.map(({ VpcSecurityGroupId }) => asResourceId(VpcSecurityGroupId)),
      state: fields.DBInstanceStatus,
    });
  },
});
