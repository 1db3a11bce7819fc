import { z } from 'zod';
import { commonFields, resourceIdList } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A VPC endpoint (PrivateLink guide). A gateway endpoint stands in the route tables it names, as a route to the prefix list
 * of its service; an interface endpoint has network interfaces in its subnets, with groups. `service` is the whole name
 * (`com.amazonaws.us-east-1.s3`), `policy` the JSON text as AWS prints it.
 */
export const vpcEndpointSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('vpc-endpoint'),
  vpc: resourceIdSchema,
  type: z.enum(['gateway', 'interface', 'gateway-load-balancer']),
  service: z.string(),
  state: z.string(),
  routeTables: resourceIdList,
  subnets: resourceIdList,
  securityGroups: resourceIdList,
  interfaces: resourceIdList,
  privateDns: z.boolean(),
  policy: z.string().optional(),
  prefixList: resourceIdSchema.optional(),
});
export type VpcEndpoint = z.infer<typeof vpcEndpointSchema>;
