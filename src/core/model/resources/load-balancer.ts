import { z } from 'zod';
import { commonFields, portField, resourceIdList, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * What a load balancer takes and hands on. `protocol` is AWS's word (`HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, of a
 * Classic Load Balancer also `SSL`). `targetGroups` are those of its default action and of all its rules. `instanceProtocol`
 * `ownAnswer` is what its default action answers itself, without any target. `instanceProtocol` and `instancePort` are a Classic Load Balancer's, which has instances and no target groups.
 */
export const listenerSchema = keepUnknown({
  protocol: z.string(),
  port: portField,
  targetGroups: resourceIdList,
  ownAnswer: z.enum(['redirect', 'fixed-response']).optional(),
  instanceProtocol: z.string().optional(),
  instancePort: portField.optional(),
});
export type Listener = z.infer<typeof listenerSchema>;

/**
 * An Elastic Load Balancing load balancer. Its addresses are those of the network interfaces attached to it, one in each
 * of its subnets; where the design lacks them, any free address of the subnet stands for one. `listenersKnown` is false
 * where an import does not tell the listeners (Elastic Load Balancing user guides).
 */
export const loadBalancerSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('load-balancer'),
  type: z.enum(['application', 'network', 'gateway', 'classic']),
  scheme: z.enum(['internet-facing', 'internal']),
  vpc: resourceIdSchema.optional(),
  subnets: resourceIdList,
  securityGroups: resourceIdList,
  state: z.string(),
  ipAddressType: z.string().optional(),
  crossZone: z.boolean().optional(),
  dnsName: z.string().optional(),
  listeners: rowsOf(listenerSchema),
  listenersKnown: z.boolean().optional(),
  instances: resourceIdList.optional(),
});
export type LoadBalancer = z.infer<typeof loadBalancerSchema>;
