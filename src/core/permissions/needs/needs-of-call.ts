import { UNKNOWN_PART } from '../match-pattern.ts';
import type { AwsCall } from '../../scripts/script-needs.ts';
import type { CallPlace, Need } from './need.ts';
import { optionOf, readArguments } from './read-arguments.ts';
import { askedOfS3, askedOfS3Api, type Asked } from './s3-needs.ts';
import { askedOfParameters, askedOfSecrets } from './secret-needs.ts';
import { askedOfDynamoDb, toActionName } from './table-needs.ts';

type Reader = (operation: string, args: readonly string[], from: CallPlace) => readonly Asked[] | undefined;

const READERS: Readonly<Record<string, Reader>> = { s3: askedOfS3, s3api: askedOfS3Api, dynamodb: askedOfDynamoDb, ssm: askedOfParameters, secretsmanager: askedOfSecrets };

/** Commands that work on the machine alone, or that everybody may use (IAM User Guide, sts get-caller-identity). */
const ASKS_NOTHING: ReadonlySet<string> = new Set(['configure', 'help', 'history', 'sso', 'login', 'logout']);
const isAboutItself = ({ service, operation }: AwsCall): boolean => service === 'sts' && operation === 'get-caller-identity';
/** An unsigned request is made by nobody, so no role has a say. */
const isFree = (call: AwsCall): boolean => ASKS_NOTHING.has(call.service) || call.operation === 'help' || isAboutItself(call) || call.args.includes('--no-sign-request');

/** Services whose actions begin with another word than their commands. */
const ACTION_WORDS: Readonly<Record<string, string>> = { s3api: 's3', elb: 'elasticloadbalancing', elbv2: 'elasticloadbalancing', efs: 'elasticfilesystem', cognitoidp: 'cognito-idp', 'cloudwatch-logs': 'logs' };
const actionWordOf = (service: string): string => ACTION_WORDS[service] ?? service;

/** A wait describes what it waits for. */
function guess({ service, operation, line }: AwsCall): Need {
  const name = operation === 'wait' ? 'Describe*' : toActionName(operation);
  return { action: `${actionWordOf(service)}:${name}`, resource: UNKNOWN_PART, service: actionWordOf(service), line, certainty: 'guessed' };
}

/** A Region that the call itself names. */
const placeOfCall = (call: AwsCall, from: CallPlace): CallPlace => {
  const region = optionOf(readArguments(call.args), '--region');
  return region === undefined ? from : { ...from, region: region.includes(UNKNOWN_PART) ? undefined : region };
};

/**
 * What a call asks of IAM. A call that is not known here asks for the action that its name suggests, on something unknown.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function needsOfCall(call: AwsCall, from: CallPlace): readonly Need[] {
  if (isFree(call)) return [];
  const asked = READERS[call.service]?.(call.operation, call.args, placeOfCall(call, from));
  if (!asked) return [guess(call)];
  return asked.map(([action, resource]) => ({ action, resource, service: actionWordOf(call.service), line: call.line, certainty: 'certain' }));
}
