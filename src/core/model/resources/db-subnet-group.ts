import { z } from 'zod';
import { commonFields, resourceIdList } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

export const dbSubnetGroupSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('db-subnet-group'),
  vpc: resourceIdSchema,
  subnets: resourceIdList,
});
export type DbSubnetGroup = z.infer<typeof dbSubnetGroupSchema>;
