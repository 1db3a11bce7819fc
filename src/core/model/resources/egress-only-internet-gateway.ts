import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * An egress-only internet gateway: IPv6 connections from a VPC to the internet, and their replies; without `vpc` it is
 * detached. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const egressOnlyInternetGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('egress-only-internet-gateway'),
  region: resourceIdSchema,
  vpc: resourceIdSchema.optional(),
  state: z.enum(['attaching', 'attached', 'detaching', 'detached']).optional(),
});
export type EgressOnlyInternetGateway = z.infer<typeof egressOnlyInternetGatewaySchema>;
