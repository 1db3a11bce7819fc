import { z } from 'zod';
import { commonFields, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A VPC or subnet that VPC Block Public Access leaves out: `allow-bidirectional` both ways, `allow-egress` what is opened
 * from inside. One that is being made counts when it is. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-exclusions.html
 */
export const blockPublicAccessExclusionSchema = keepUnknown({
  vpc: resourceIdSchema.optional(),
  subnet: resourceIdSchema.optional(),
  mode: z.enum(['allow-bidirectional', 'allow-egress']),
  state: z.string().optional(),
});
export type BlockPublicAccessExclusion = z.infer<typeof blockPublicAccessExclusionSchema>;

/** A Region of one account. `blockPublicAccess` is VPC Block Public Access (EC2 API, BlockPublicAccessStates). */
export const regionSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('region'),
  code: z.string(),
  blockPublicAccess: z.enum(['off', 'block-bidirectional', 'block-ingress']).optional(),
  blockPublicAccessExclusions: rowsOf(blockPublicAccessExclusionSchema).optional(),
});
export type Region = z.infer<typeof regionSchema>;
