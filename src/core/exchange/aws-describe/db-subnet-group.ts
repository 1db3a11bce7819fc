import { z } from 'zod';
import { asResourceId, type ResourceId } from '../../model/ids.ts';
import type { Draft } from './draft.ts';
import { listOf, text } from './record-fields.ts';
import type { SourcedRecord } from './record.ts';

/** A DB subnet group, as RDS prints it by itself and inside a DB instance. */
export const dbSubnetGroupFields = z.object({
  DBSubnetGroupName: text,
  VpcId: text,
  Subnets: listOf(z.object({ SubnetIdentifier: text })),
});

/**
 * Puts a DB subnet group into the draft unless it is there. Names are unique within account and Region only, so that the
 * id of the second group of a name says its VPC too.
 */
export function putDbSubnetGroup(draft: Draft, sourced: SourcedRecord, fields: z.infer<typeof dbSubnetGroupFields>): ResourceId {
  const { DBSubnetGroupName: name, VpcId: vpc, Subnets } = fields;
  const known = draft.all('db-subnet-group').find(([, group]) => group.name === name && group.vpc === vpc);
  if (known) return known[0];
  const id = draft.claim(`db-subnet-group-${name}`, `db-subnet-group-${name}-${vpc}`);
  const account = draft.places.accountOf(sourced);
  draft.put(id, {
    kind: 'db-subnet-group',
    name,
    ...(account === undefined ? {} : { account }),
    vpc: asResourceId(vpc),
    subnets: Subnets.map(({ SubnetIdentifier }) => asResourceId(SubnetIdentifier)),
  });
  return id;
}
