import { z } from 'zod';
import { cidrField, commonFields, rowsOf, trafficFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

const HIGHEST_RULE_NUMBER = 32766;

/** One numbered rule. `cidr` is the source of an inbound and the destination of an outbound rule. */
export const networkAclRuleSchema = keepUnknown({
  ...trafficFields,
  number: z.number().int().min(1).max(HIGHEST_RULE_NUMBER),
  cidr: cidrField,
  action: z.enum(['allow', 'deny']),
});
export type NetworkAclRule = z.infer<typeof networkAclRuleSchema>;

/** A network ACL. The closing `*` rule that denies is not a row: every ACL has it in both directions. */
export const networkAclSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('network-acl'),
  vpc: resourceIdSchema,
  inbound: rowsOf(networkAclRuleSchema),
  outbound: rowsOf(networkAclRuleSchema),
});
export type NetworkAcl = z.infer<typeof networkAclSchema>;
