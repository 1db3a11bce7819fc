import { z } from 'zod';
import { commonFields, ipv4CidrField, ipv6CidrField } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A subnet; without `cidr` it is IPv6 only. Without `routeTable` it uses the VPC's main table, without `networkAcl` the default ACL. */
export const subnetSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('subnet'),
  vpc: resourceIdSchema,
  availabilityZone: z.string(),
  cidr: ipv4CidrField.optional(),
  ipv6Cidr: ipv6CidrField.optional(),
  autoAssignPublicIp: z.boolean(),
  assignIpv6AddressOnCreation: z.boolean().optional(),
  enableDns64: z.boolean().optional(),
  routeTable: resourceIdSchema.optional(),
  networkAcl: resourceIdSchema.optional(),
});
export type Subnet = z.infer<typeof subnetSchema>;
