import { matchPattern } from './match-pattern.ts';
import { anyOf, both, opposite, type Truth } from './truth.ts';

/** One call: `s3:GetObject` on `arn:aws:s3:::bucket/key`. */
export interface PermissionRequest {
  readonly action: string;
  readonly resource: string;
}

/** The documents that decide; a missing boundary or endpoint policy does not restrict. */
export interface Policies {
  /** `undefined` where a policy is known by name alone. */
  readonly identity: readonly unknown[];
  readonly boundary?: { readonly document: unknown } | undefined;
  readonly endpoint?: { readonly document: unknown } | undefined;
}

export type Decision = 'allowed' | 'not-allowed' | 'explicit-deny' | 'outside-boundary' | 'outside-endpoint-policy' | 'unknown';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function matchAny(patterns: unknown, text: string, ignoresCase: boolean): Truth {
  return anyOf(
    toList(patterns).map((pattern) => {
      // A policy variable is not resolved.
      if (typeof pattern !== 'string' || pattern.includes('${')) return 'unknown';
      return ignoresCase ? matchPattern(pattern.toLowerCase(), text.toLowerCase()) : matchPattern(pattern, text);
    }),
  );
}

/** An element or its `Not` twin; a statement needs one of them. */
function matchElement(statement: Fields, name: 'Action' | 'Resource', text: string): Truth {
  const ignoresCase = name === 'Action';
  if (statement[name] !== undefined) return matchAny(statement[name], text, ignoresCase);
  const excluded = statement[`Not${name}`];
  return excluded === undefined ? 'unknown' : opposite(matchAny(excluded, text, ignoresCase));
}

/** Conditions depend on the request as it is made, which a design does not hold. */
const matchCondition = ({ Condition: condition }: Fields): Truth => (condition === undefined || (isFields(condition) && Object.keys(condition).length === 0) ? 'yes' : 'unknown');

function matchStatement(statement: unknown, effect: 'Allow' | 'Deny', request: PermissionRequest): Truth {
  if (!isFields(statement)) return 'unknown';
  if (statement['Effect'] !== effect) return statement['Effect'] === 'Allow' || statement['Effect'] === 'Deny' ? 'no' : 'unknown';
  return both(both(matchElement(statement, 'Action', request.action), matchElement(statement, 'Resource', request.resource)), matchCondition(statement));
}

function matchDocument(document: unknown, effect: 'Allow' | 'Deny', request: PermissionRequest): Truth {
  if (!isFields(document) || document['Statement'] === undefined) return 'unknown';
  return anyOf(toList(document['Statement']).map((statement) => matchStatement(statement, effect, request)));
}

/**
 * What IAM answers a role of the resource's own account, without a policy of the resource: a deny that matches wins; then
 * identity policies, boundary and endpoint policy each have to allow. Statements with conditions or policy variables that
 * would matter give `unknown`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicies({ identity, boundary, endpoint }: Policies, request: PermissionRequest): Decision {
  const limits = [boundary, endpoint].flatMap((limit) => limit ?? []);
  const denied = anyOf([...identity, ...limits.map(({ document }) => document)].map((document) => matchDocument(document, 'Deny', request)));
  if (denied === 'yes') return 'explicit-deny';
  const allowed = anyOf(identity.map((document) => matchDocument(document, 'Allow', request)));
  if (allowed === 'no') return 'not-allowed';
  const inside = (limit: { readonly document: unknown } | undefined): Truth => (limit ? matchDocument(limit.document, 'Allow', request) : 'yes');
  if (inside(boundary) === 'no') return 'outside-boundary';
  if (inside(endpoint) === 'no') return 'outside-endpoint-policy';
  return denied === 'no' && both(both(allowed, inside(boundary)), inside(endpoint)) === 'yes' ? 'allowed' : 'unknown';
}
