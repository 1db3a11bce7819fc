import { z } from 'zod';
import { cidrField, commonFields, rowsOf, trafficFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** Who is at the other end of a rule: a block, the members of a group, or a prefix list. */
export const groupPeerSchema = z.union([
  keepUnknown({ cidr: cidrField }),
  keepUnknown({ group: resourceIdSchema, account: z.string().optional(), peering: z.string().optional() }),
  keepUnknown({ prefixList: resourceIdSchema }),
]);
export type GroupPeer = z.infer<typeof groupPeerSchema>;

/** One rule; it allows. `peer` is the source of an inbound and the destination of an outbound rule. */
export const securityGroupRuleSchema = keepUnknown({
  ...trafficFields,
  peer: groupPeerSchema,
  description: z.string().optional(),
});
export type SecurityGroupRule = z.infer<typeof securityGroupRuleSchema>;

export const securityGroupSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('security-group'),
  vpc: resourceIdSchema,
  description: z.string().optional(),
  inbound: rowsOf(securityGroupRuleSchema),
  outbound: rowsOf(securityGroupRuleSchema),
});
export type SecurityGroup = z.infer<typeof securityGroupSchema>;
