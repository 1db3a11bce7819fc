import { z } from 'zod';
import { commonFields, portField, resourceIdList } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * An RDS DB instance. Its addresses are those of the network interfaces attached to it (role `primary`, and `standby`
 * with Multi-AZ). A snapshot may lack them: then any address of its zone's subnets in the group stands for it.
 */
export const dbInstanceSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('db-instance'),
  engine: z.string(),
  instanceClass: z.string().optional(),
  port: portField,
  subnetGroup: resourceIdSchema.optional(),
  availabilityZone: z.string().optional(),
  multiAz: z.boolean(),
  publiclyAccessible: z.boolean(),
  securityGroups: resourceIdList,
  state: z.string(),
});
export type DbInstance = z.infer<typeof dbInstanceSchema>;
