import { managedPolicyOf } from '../aws/managed-policies.ts';
import type { IamRole, RolePolicy } from '../model/resources/iam-role.ts';
import type { PolicySource } from './evaluate-policies.ts';
import { matchPattern } from './match-pattern.ts';

const documentOf = ({ arn, document }: Pick<RolePolicy, 'arn' | 'document'>): unknown => document ?? (arn === undefined ? undefined : managedPolicyOf(arn)?.document);

/** The identity policies of a role; one that is attached by ARN alone has the document that AWS publishes, where it is known here. */
export function identityPoliciesOf({ policies, policiesKnown, name }: IamRole): readonly PolicySource[] {
  const known: readonly PolicySource[] = Object.entries(policies).map(([row, policy]) => ({ sort: 'identity', name: policy.name, row, document: documentOf(policy) }));
  return policiesKnown === false ? [...known, { sort: 'identity', name: `some of the policies of ${name}`, document: undefined }] : known;
}

/** The permissions boundary of a role, where it has one. */
export function boundaryOf({ permissionsBoundary: boundary }: IamRole): PolicySource | undefined {
  return boundary && { sort: 'boundary', name: boundary.arn?.split('/').pop() ?? 'permissions boundary', document: documentOf(boundary) };
}

/** What a policy is attached to: a bucket's policy is about its objects too. */
const isOf = (attached: string, resource: string): boolean => [attached, `${attached}/*`].some((pattern) => matchPattern(pattern, resource) === 'yes');

/**
 * The policies of the resource itself. They are not known where the design has none for it, unless it says by an empty list
 * that none of the resources has one.
 */
export function resourcePoliciesOf({ resourcePolicies }: IamRole, resource: string): readonly PolicySource[] | 'unknown' {
  if (resourcePolicies === undefined) return 'unknown';
  const rows = Object.entries(resourcePolicies);
  const found = rows.flatMap(([row, { resource: attached, document }]) => (isOf(attached, resource) ? [{ sort: 'resource' as const, name: `policy of ${attached}`, row, document }] : []));
  return found.length === 0 && rows.length > 0 ? 'unknown' : found;
}
