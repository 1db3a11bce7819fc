import { z } from 'zod';
import { commonFields, ipv4Field } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** An allocated Elastic IP address that nothing holds; an associated one is written at the interface that holds it. */
export const elasticIpSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('elastic-ip'),
  region: resourceIdSchema,
  address: ipv4Field,
});
export type ElasticIp = z.infer<typeof elasticIpSchema>;
