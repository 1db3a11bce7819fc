import { z } from 'zod';
import { commonFields, rowsOf } from '../fields.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A policy document as AWS prints it, decoded. Its grammar is read by the permissions evaluator, so that a document with a fault stays in the design. */
export const policyDocumentSchema = z.record(z.string(), z.unknown());
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

/** One policy of a role: inline (no ARN) or attached. A policy without a document is known by name alone. */
export const rolePolicySchema = keepUnknown({
  name: z.string(),
  arn: z.string().optional(),
  document: policyDocumentSchema.optional(),
});
export type RolePolicy = z.infer<typeof rolePolicySchema>;

/**
 * A role of IAM, which belongs to an account and to no Region. Instances name it by its name
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html).
 */
export const iamRoleSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('iam-role'),
  /** With its account and path; without it a role is taken to have no path. */
  arn: z.string().optional(),
  trustPolicy: policyDocumentSchema.optional(),
  /** Names of the instance profiles that hold it. */
  instanceProfiles: z.array(z.string()).optional(),
  policies: rowsOf(rolePolicySchema),
  /** `false`: it may have policies beside these, because no answer lists all of them. */
  policiesKnown: z.boolean().optional(),
  permissionsBoundary: keepUnknown({ arn: z.string().optional(), document: policyDocumentSchema.optional() }).optional(),
  /** Policies of the resources that its software calls, such as the policy of an S3 bucket; `resource` is the ARN of what the policy is attached to, `account` whose it is, where not the role's. Missing: not known; empty: there are none. */
  resourcePolicies: rowsOf(keepUnknown({ resource: z.string(), account: z.string().optional(), document: policyDocumentSchema })).optional(),
});
export type IamRole = z.infer<typeof iamRoleSchema>;
