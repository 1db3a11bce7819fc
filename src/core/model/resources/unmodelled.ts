import { z } from 'zod';
import { commonFields, resourceIdList } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A resource that was imported and that no part of the core understands yet: kept whole in `data`, drawn, listed in the
 * import report, and a reason for *undetermined* wherever a verdict would depend on it. `type` is AWS's word for it
 * (`transit-gateway`, `load-balancer`).
 */
export const unmodelledSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('unmodelled'),
  type: z.string(),
  region: resourceIdSchema.optional(),
  vpc: resourceIdSchema.optional(),
  subnets: resourceIdList,
  data: z.unknown(),
});
export type Unmodelled = z.infer<typeof unmodelledSchema>;
