import type { Entry, InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { regionCodeOf } from '../../lookup/interfaces.ts';
import type { ResourceId } from '../../model/ids.ts';
import { parseJson } from '../../model/parse-json.ts';
import type { IamRole, Instance, VpcEndpoint } from '../../model/resources/index.ts';
import { evaluatePolicies, type Answer, type Policies } from '../../permissions/evaluate-policies.ts';
import { UNKNOWN_PART } from '../../permissions/match-pattern.ts';
import type { CallPlace, Need } from '../../permissions/needs/need.ts';
import { needsOfCall } from '../../permissions/needs/needs-of-call.ts';
import { needsOfVariables, readVariables, regionOfVariables } from '../../permissions/needs/needs-of-variables.ts';
import { readAwsCalls } from '../../scripts/script-needs.ts';
import { callerOf, circumstancesOf, only, type Caller, type PermissionRequest, type RequestKeys } from '../../permissions/request.ts';
import { boundaryOf, identityPoliciesOf, resourcePoliciesOf } from '../../permissions/role-policies.ts';
import { wayToService, type Way } from './way-to-service.ts';

/** The instance whose software asks. */
export interface Asker {
  readonly id: ResourceId;
  readonly instance: Instance;
  readonly interface?: InterfaceEntry | undefined;
}

/** A need with what IAM answers. */
export interface JudgedNeed {
  readonly need: Need;
  readonly answer: Answer;
  /** The VPC endpoint that the call goes through. */
  readonly endpoint: ResourceId | undefined;
  /** Whether the design holds the policies of the resource itself, or there can be none. */
  readonly isResourceKnown: boolean;
}

const partitionOf = (region: string | undefined): string => (region?.startsWith('cn-') ? 'aws-cn' : region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws');

function placeOf({ instance, interface: entry }: Asker, variables: ReadonlyMap<string, string>): CallPlace {
  const region = regionOfVariables(variables) ?? regionCodeOf(entry);
  return { partition: partitionOf(region), region, account: instance.account };
}

const isSame = (a: Need, b: Need): boolean => a.action === b.action && a.resource === b.resource;

/** What the start-up script of an instance and the application it starts ask of AWS, each once. */
export function needsOf(asker: Asker): readonly Need[] {
  const script = asker.instance.userData ?? '';
  const variables = readVariables(script);
  const place = placeOf(asker, variables);
  const needs = [...readAwsCalls(script).flatMap((call) => needsOfCall(call, place)), ...needsOfVariables(variables, place)];
  return needs.filter((need, index) => needs.findIndex((other) => isSame(other, need)) === index);
}

/** Services whose resources carry policies of their own. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
const WITH_RESOURCE_POLICIES: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'secretsmanager', 'sqs', 'sns', 'kms', 'lambda', 'ecr', 'kinesis']);
const ON_NOTHING_YET: ReadonlySet<string> = new Set(['s3:CreateBucket', 'dynamodb:CreateTable']);
const mayHavePolicy = ({ service, resource, action }: Need): boolean => WITH_RESOURCE_POLICIES.has(service) && resource !== '*' && !ON_NOTHING_YET.has(action);

function endpointPolicy(lookup: Lookup, endpoint: Entry<VpcEndpoint> | undefined): Policies['endpoint'] {
  const text = endpoint?.value.policy;
  if (!endpoint || text === undefined) return undefined;
  const read = parseJson(text);
  return { sort: 'endpoint', name: `policy of ${lookup.nameOf(endpoint.id)}`, document: read.ok ? read.value : undefined, isGateway: endpoint.value.type === 'gateway' };
}

const ARN_ACCOUNT = 4;
const REGION = 3;

/** The account that a resource is said to be of; a bucket's ARN does not tell it. */
function accountOf(role: IamRole, resource: string): string | undefined {
  const told = Object.values(role.resourcePolicies ?? {}).find((row) => row.account !== undefined && (resource === row.resource || resource.startsWith(`${row.resource}/`)))?.account;
  const ofArn = resource.split(':')[ARN_ACCOUNT];
  return told ?? (ofArn === '' || ofArn === undefined || ofArn.includes(UNKNOWN_PART) ? undefined : ofArn);
}

function keysOfNeed({ resource }: Need, account: string | undefined): RequestKeys {
  const region = resource.split(':')[REGION] ?? '';
  return new Map([
    ...(account === undefined ? [] : [['aws:resourceaccount', only(account)] as const]),
    ...(region === '' || region.includes(UNKNOWN_PART) ? [] : [['aws:requestedregion', only(region)] as const]),
  ]);
}

/** Credentials from an instance profile carry the instance (EC2 User Guide, iam-policy-structure, condition keys). */
function keysOfAsker({ id, instance, interface: entry }: Asker): RequestKeys {
  const region = regionCodeOf(entry);
  return new Map([['ec2:sourceinstancearn', only(`arn:${partitionOf(region)}:ec2:${region ?? UNKNOWN_PART}:${instance.account ?? UNKNOWN_PART}:instance/${id}`)]]);
}

interface Judging {
  readonly asker: Asker;
  readonly lookup: Lookup;
  readonly role: IamRole;
  readonly caller: Caller;
  readonly wayTo: (service: string) => Way;
}

function judgeNeed({ lookup, asker, role, caller, wayTo }: Judging, need: Need): JudgedNeed {
  const way = wayTo(need.service);
  const account = accountOf(role, need.resource);
  const isOther = account !== undefined && !caller.account.includes(UNKNOWN_PART) && account !== caller.account;
  const resource = mayHavePolicy(need) ? resourcePoliciesOf(role, need.resource) : [];
  const policies: Policies = { identity: identityPoliciesOf(role), boundary: boundaryOf(role), resource, endpoint: endpointPolicy(lookup, way.endpoint), isSameAccount: !isOther };
  const request: PermissionRequest = { action: need.certainty === 'guessed' ? `${need.service}:${UNKNOWN_PART}` : need.action, resource: need.resource };
  const answer = evaluatePolicies(policies, request, circumstancesOf(caller, new Map([...keysOfAsker(asker), ...way.keys, ...keysOfNeed(need, account)])));
  return { need, answer, endpoint: way.endpoint?.id, isResourceKnown: resource !== 'unknown' };
}

/** What IAM answers to each need of an instance that has this role, by the way its calls take. */
export function judgeNeeds(lookup: Lookup, asker: Asker, role: Entry<IamRole>): readonly JudgedNeed[] {
  const ways = new Map<string, Way>();
  const region = regionCodeOf(asker.interface) ?? 'us-east-1';
  const wayTo = (service: string): Way => {
    const known = ways.get(service) ?? (asker.interface ? wayToService(lookup, asker.interface, `com.amazonaws.${region}.${service}`) : { keys: new Map() });
    ways.set(service, known);
    return known;
  };
  const account = role.value.account ?? asker.instance.account;
  const caller = callerOf({ name: role.value.name, arn: role.value.arn, account }, asker.id);
  return needsOf(asker).map((need) => judgeNeed({ lookup, asker, role: role.value, caller, wayTo }, need));
}
