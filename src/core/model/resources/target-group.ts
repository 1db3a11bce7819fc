import { z } from 'zod';
import { commonFields, portField, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * One registered target: the id of an instance or of an Application Load Balancer, an address, or the ARN of a Lambda
 * function. `health` is AWS's word when the design was imported (`healthy`, `unhealthy`, `unused`).
 */
export const targetSchema = keepUnknown({
  target: z.string().min(1),
  port: portField.optional(),
  availabilityZone: z.string().optional(),
  health: z.string().optional(),
});
export type Target = z.infer<typeof targetSchema>;

/**
 * The targets a listener hands traffic to, over IPv4 unless `ipAddressType` says otherwise. Without `preserveClientIp` and `crossZone` AWS's defaults hold. `targetsKnown`
 * is false where an import does not tell the targets (Elastic Load Balancing API, TargetGroup).
 */
export const targetGroupSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('target-group'),
  vpc: resourceIdSchema.optional(),
  targetType: z.enum(['instance', 'ip', 'lambda', 'alb']),
  protocol: z.string().optional(),
  port: portField.optional(),
  ipAddressType: z.enum(['ipv4', 'ipv6']).optional(),
  healthCheck: keepUnknown({ protocol: z.string().optional(), port: portField.optional(), path: z.string().optional() }).optional(),
  preserveClientIp: z.boolean().optional(),
  crossZone: z.boolean().optional(),
  targets: rowsOf(targetSchema),
  targetsKnown: z.boolean().optional(),
});
export type TargetGroup = z.infer<typeof targetGroupSchema>;
