import { z } from 'zod';
import { commonFields, ipv4CidrField, ipv6CidrField, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A VPC. `cidr` is the primary block. `availabilityZones` are the zones drawn in it even when they hold no subnet.
 * A main route table, default network ACL or default group that is not named was not in the snapshot.
 */
export const vpcSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('vpc'),
  region: resourceIdSchema,
  cidr: ipv4CidrField,
  secondaryCidrs: rowsOf(keepUnknown({ cidr: ipv4CidrField })),
  ipv6Cidrs: rowsOf(keepUnknown({ cidr: ipv6CidrField })),
  availabilityZones: z.array(z.string()),
  enableDnsSupport: z.boolean(),
  enableDnsHostnames: z.boolean(),
  isDefault: z.boolean().optional(),
  mainRouteTable: resourceIdSchema.optional(),
  defaultNetworkAcl: resourceIdSchema.optional(),
  defaultSecurityGroup: resourceIdSchema.optional(),
});
export type Vpc = z.infer<typeof vpcSchema>;
