import { z } from 'zod';
import { commonFields, ipv4Field } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A customer gateway: what AWS knows of the device at the far end of a VPN; `onPremises` is the drawn network behind it. */
export const customerGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('customer-gateway'),
  region: resourceIdSchema,
  address: ipv4Field.optional(),
  asn: z.number().optional(),
  onPremises: resourceIdSchema.optional(),
});
export type CustomerGateway = z.infer<typeof customerGatewaySchema>;
