import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** An internet gateway; without `vpc` it is detached. */
export const internetGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('internet-gateway'),
  region: resourceIdSchema,
  vpc: resourceIdSchema.optional(),
});
export type InternetGateway = z.infer<typeof internetGatewaySchema>;
