import { z } from 'zod';
import { cidrField, commonFields, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** AWS's states of a virtual interface; only an `available` one carries traffic (Direct Connect API, VirtualInterface). */
const stateSchema = z.enum(['confirming', 'verifying', 'pending', 'available', 'down', 'testing', 'deleting', 'deleted', 'rejected', 'unknown']);

/**
 * A virtual interface of a Direct Connect connection. `gateway` is the virtual private gateway or the Direct Connect gateway
 * it ends at; `routes` are the prefixes that on-premises announces over it, where they are known; `onPremises` is the drawn
 * network at its far end (Direct Connect guide, WorkingWithVirtualInterfaces).
 */
export const virtualInterfaceSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('virtual-interface'),
  region: resourceIdSchema.optional(),
  type: z.enum(['private', 'transit', 'public']),
  gateway: resourceIdSchema.optional(),
  onPremises: resourceIdSchema.optional(),
  vlan: z.number().optional(),
  asn: z.number().optional(),
  state: stateSchema,
  bgpStatus: z.enum(['up', 'down', 'unknown']).optional(),
  routes: rowsOf(keepUnknown({ cidr: cidrField })),
});
export type VirtualInterface = z.infer<typeof virtualInterfaceSchema>;
