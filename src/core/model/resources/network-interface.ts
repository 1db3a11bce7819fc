import { z } from 'zod';
import { cidrField, commonFields, ipv4Field, ipv6Field, resourceIdList, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** The public IPv4 address translated to a private one: auto-assigned (released on stop) or Elastic. */
export const publicAddressSchema = keepUnknown({
  address: ipv4Field,
  type: z.enum(['auto-assigned', 'elastic']),
  allocation: z.string().optional(),
});

export const privateAddressSchema = keepUnknown({
  address: ipv4Field,
  primary: z.boolean(),
  public: publicAddressSchema.optional(),
});
export type PrivateAddress = z.infer<typeof privateAddressSchema>;

/**
 * An elastic network interface. `attachment` names the instance, DB instance or other resource it serves; an interface
 * of a service that is not in the design has only `owner`, the service's word (`rds`, `lambda`, `elb`).
 */
export const networkInterfaceSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('network-interface'),
  subnet: resourceIdSchema,
  attachment: keepUnknown({
    resource: resourceIdSchema,
    deviceIndex: z.number().int().min(0),
    role: z.enum(['primary', 'standby']).optional(),
  }).optional(),
  owner: z.string().optional(),
  description: z.string().optional(),
  addresses: rowsOf(privateAddressSchema),
  ipv6Addresses: rowsOf(keepUnknown({ address: ipv6Field })),
  /** Blocks delegated to the interface, of either family: every address of them is its own. */
  prefixes: rowsOf(keepUnknown({ cidr: cidrField })).optional(),
  securityGroups: resourceIdList,
  sourceDestinationCheck: z.boolean(),
});
export type NetworkInterface = z.infer<typeof networkInterfaceSchema>;
