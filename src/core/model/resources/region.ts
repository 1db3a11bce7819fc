import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A Region of one account. `blockPublicAccess` is VPC Block Public Access (EC2 API, BlockPublicAccessStates). */
export const regionSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('region'),
  code: z.string(),
  blockPublicAccess: z.enum(['off', 'block-bidirectional', 'block-ingress']).optional(),
});
export type Region = z.infer<typeof regionSchema>;
