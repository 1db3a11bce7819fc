import { matchConditions } from './match-conditions.ts';
import { matchParts, matchPattern } from './match-pattern.ts';
import { readPolicyText } from './policy-variables.ts';
import { toList, type Statement } from './read-statements.ts';
import type { Circumstances, PermissionRequest, RequestKeys } from './request.ts';
import { allOf, anyOf, opposite, type Truth } from './truth.ts';

/** An element or its `Not` twin; a statement needs one of them. */
function matchElement({ fields }: Statement, name: 'Action' | 'Resource', matchOne: (pattern: string) => Truth): Truth {
  const [wanted, excluded] = [fields[name], fields[`Not${name}`]];
  const matchAny = (patterns: unknown): Truth => anyOf(toList(patterns).map((pattern) => (typeof pattern === 'string' ? matchOne(pattern) : 'unknown')));
  if (wanted !== undefined) return matchAny(wanted);
  return excluded === undefined ? 'unknown' : opposite(matchAny(excluded));
}

const matchAction = (action: string) => (pattern: string): Truth => matchPattern(pattern.toLowerCase(), action.toLowerCase());

const ARN_FIELDS = 6;

/** Fields that an ARN of a policy lacks are any (IAM User Guide, reference_policies_elements_resource). */
function completeArn(pattern: string): string {
  const missing = ARN_FIELDS - pattern.split(':').length;
  return pattern.startsWith('arn:') && missing > 0 && !pattern.endsWith('*') ? pattern + ':*'.repeat(missing) : pattern;
}

const matchResource = (resource: string, hasVariables: boolean, keys: RequestKeys) => (text: string): Truth => {
  const pattern = readPolicyText(completeArn(text), { keys, hasVariables, hasWildcards: true });
  return pattern === undefined ? 'unknown' : matchParts(pattern, resource);
};

/**
 * Whether a statement is about a request, whoever makes it: action (in any case), resource and conditions, each with its
 * `Not` twin. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function matchStatement(statement: Statement, { action, resource }: PermissionRequest, { keys }: Circumstances): Truth {
  return allOf([
    matchElement(statement, 'Action', matchAction(action)),
    matchElement(statement, 'Resource', matchResource(resource, statement.hasVariables, keys)),
    matchConditions(statement, keys),
  ]);
}
