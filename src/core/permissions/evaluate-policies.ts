import { unknownKeysOf } from './match-conditions.ts';
import { matchPrincipal, type NamedCaller } from './match-principal.ts';
import { matchStatement } from './match-statement.ts';
import { readStatements, type Statement } from './read-statements.ts';
import type { Circumstances, PermissionRequest } from './request.ts';
import { allOf, anyOf, both, type Truth } from './truth.ts';

/** A policy with the words and the row by which people find it. `document` is `undefined` where it is known by name alone. */
export interface PolicySource {
  readonly sort: 'identity' | 'boundary' | 'resource' | 'endpoint';
  readonly name: string;
  readonly row?: string | undefined;
  readonly document: unknown;
}

/** Every policy that has a say. A boundary and an endpoint policy that are missing do not restrict. */
export interface Policies {
  readonly identity: readonly PolicySource[];
  readonly boundary?: PolicySource | undefined;
  /** What is attached to the resource itself. `unknown`: the design does not hold it. */
  readonly resource: readonly PolicySource[] | 'unknown';
  /** The policy of the VPC endpoint that the request goes through. `isGateway`: of a gateway endpoint. */
  readonly endpoint?: (PolicySource & { readonly isGateway: boolean }) | undefined;
  /** Whether the resource is of the caller's account. */
  readonly isSameAccount: boolean;
}

export type Decision = 'allowed' | 'not-allowed' | 'explicit-deny' | 'outside-boundary' | 'outside-endpoint-policy' | 'unknown';

/** The policy that decided, and the statement of it, where one did. */
export interface Deciding {
  readonly policy: PolicySource;
  readonly statement?: Pick<Statement, 'number' | 'sid'> | undefined;
  /** Condition keys that the design does not tell, where they are why nothing is decided. */
  readonly unknownKeys?: readonly string[];
}

/** What IAM answers, and what decided. */
export interface Answer {
  readonly decision: Decision;
  readonly because: Deciding | undefined;
}

/** A truth with the statement that it comes from. */
interface Found {
  readonly truth: Truth;
  readonly because?: Deciding | undefined;
}

interface Asked {
  readonly request: PermissionRequest;
  readonly circumstances: Circumstances;
}

const NO: Found = { truth: 'no' };
const YES: Found = { truth: 'yes' };

function matchEffect(statement: Statement, effect: 'Allow' | 'Deny', asked: Asked): Truth {
  const isAbout = matchStatement(statement, asked.request, asked.circumstances);
  if (statement.effect === 'unreadable') return both(isAbout, 'unknown');
  return statement.effect === effect ? isAbout : 'no';
}

/** The best of several: a `yes`, else an `unknown`. */
function bestOf(found: readonly Found[]): Found {
  return found.find(({ truth }) => truth === 'yes') ?? found.find(({ truth }) => truth === 'unknown') ?? NO;
}

/** Looks through a policy for a statement of one effect that is about the request; `narrow` asks for more. */
function search(policy: PolicySource, effect: 'Allow' | 'Deny', given: { readonly asked: Asked; readonly narrow?: (statement: Statement) => Truth }): Found {
  const statements = readStatements(policy.document);
  if (!statements) return { truth: 'unknown', because: { policy } };
  const { asked, narrow } = given;
  return bestOf(
    statements.map((statement) => {
      const truth = allOf([matchEffect(statement, effect, asked), narrow?.(statement) ?? 'yes']);
      const unknownKeys = truth === 'unknown' ? unknownKeysOf(statement, asked.circumstances.keys) : [];
      return { truth, because: { policy, statement: { number: statement.number, sid: statement.sid }, unknownKeys } };
    }),
  );
}

type Naming = (named: NamedCaller) => Truth;
const inAnyWay: Naming = ({ session, role, account }) => anyOf([session, role, account]);
/** A gateway endpoint takes an account for its root user (PrivateLink guide, vpc-endpoints-access). */
const notByAccount: Naming = ({ session, role }) => anyOf([session, role]);

const searchNamed = (policy: PolicySource, effect: 'Allow' | 'Deny', given: { readonly asked: Asked; readonly naming: Naming }): Found => {
  const { asked, naming } = given;
  return search(policy, effect, { asked, narrow: (statement) => naming(matchPrincipal(statement, asked.circumstances.caller)) });
};

const endpointNaming = ({ isGateway }: NonNullable<Policies['endpoint']>): Naming => (isGateway ? notByAccount : inAnyWay);

const resourcePoliciesOf = ({ resource }: Policies): readonly PolicySource[] => (resource === 'unknown' ? [] : resource);

function findDeny(policies: Policies, asked: Asked): Found {
  const { identity, boundary, endpoint } = policies;
  const own = [...identity, ...(boundary ? [boundary] : [])].map((policy) => search(policy, 'Deny', { asked }));
  const ofResource = resourcePoliciesOf(policies).map((policy) => searchNamed(policy, 'Deny', { asked, naming: inAnyWay }));
  const ofEndpoint = endpoint ? [searchNamed(endpoint, 'Deny', { asked, naming: endpointNaming(endpoint) })] : [];
  return bestOf([...own, ...ofResource, ...ofEndpoint]);
}

/** Both of two, with what decides: the refusal, else what is not known, else the first. */
function bothFound(a: Found, b: Found): Found {
  const truth = both(a.truth, b.truth);
  return { truth, because: (a.truth === truth ? a : b).because };
}

interface Grants {
  readonly identity: Found;
  readonly boundary: Found;
  /** Whether the resource's own policy lets the caller in: by its session, its role, its account. */
  readonly bySession: Found;
  readonly byRole: Found;
  readonly byAccount: Found;
}

function findGrants(policies: Policies, asked: Asked): Grants {
  const { identity, boundary } = policies;
  const ofResource = (naming: Naming): Found => bestOf(resourcePoliciesOf(policies).map((policy) => searchNamed(policy, 'Allow', { asked, naming })));
  return {
    identity: bestOf(identity.map((policy) => search(policy, 'Allow', { asked }))),
    boundary: boundary ? search(boundary, 'Allow', { asked }) : YES,
    bySession: ofResource(({ session }) => session),
    byRole: ofResource(({ role }) => role),
    byAccount: ofResource(({ account }) => account),
  };
}

/**
 * In one account either side is enough; the boundary limits what the role is given, and not what its session is
 * given by the resource. Across accounts both sides have to allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function joinGrants({ identity, boundary, bySession, byRole, byAccount }: Grants, policies: Policies): Found {
  const own = bothFound(identity, boundary);
  if (policies.isSameAccount) return bestOf([own, bySession, bothFound(byRole, boundary)]);
  const other = policies.resource === 'unknown' ? { truth: 'unknown' as const } : bestOf([bySession, byRole, byAccount]);
  return bothFound(own, other);
}

/** Why nothing allows: the boundary, where without it something would. */
function refuse(grants: Grants, policies: Policies): Answer {
  const withoutBoundary = joinGrants({ ...grants, boundary: YES }, policies);
  if (withoutBoundary.truth === 'no' || !policies.boundary) return { decision: 'not-allowed', because: undefined };
  return { decision: 'outside-boundary', because: { policy: policies.boundary } };
}

/**
 * What IAM answers a role: a deny that matches wins, wherever it stands; then the role's own policies within its boundary or
 * the resource's policy have to allow (across accounts both), and so has the policy of the endpoint that the request goes
 * through. What cannot be told gives `unknown` where it matters. Service and resource control policies and session policies
 * are not asked. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicies(policies: Policies, request: PermissionRequest, circumstances: Circumstances): Answer {
  const asked: Asked = { request, circumstances };
  const denied = findDeny(policies, asked);
  if (denied.truth === 'yes') return { decision: 'explicit-deny', because: denied.because };
  const grants = findGrants(policies, asked);
  const granted = joinGrants(grants, policies);
  if (granted.truth === 'no') return refuse(grants, policies);
  const { endpoint } = policies;
  const passed = endpoint ? searchNamed(endpoint, 'Allow', { asked, naming: endpointNaming(endpoint) }) : YES;
  if (endpoint && passed.truth === 'no') return { decision: 'outside-endpoint-policy', because: { policy: endpoint } };
  const open = [denied, granted, passed].find(({ truth }) => truth === 'unknown');
  return open ? { decision: 'unknown', because: open.because } : { decision: 'allowed', because: granted.because };
}
