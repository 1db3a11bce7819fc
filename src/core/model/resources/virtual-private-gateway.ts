import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A virtual private gateway; without `vpc` it is detached. */
export const virtualPrivateGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('virtual-private-gateway'),
  region: resourceIdSchema,
  vpc: resourceIdSchema.optional(),
  asn: z.number().optional(),
  state: z.enum(['pending', 'available', 'deleting', 'deleted']).optional(),
});
export type VirtualPrivateGateway = z.infer<typeof virtualPrivateGatewaySchema>;
