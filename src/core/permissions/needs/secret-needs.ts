import { UNKNOWN_PART } from '../match-pattern.ts';
import type { CallPlace } from './need.ts';
import { optionOf, readArguments } from './read-arguments.ts';
import type { Asked } from './s3-needs.ts';
import { regionalArn, toActionName } from './table-needs.ts';

/** A parameter's ARN has one slash, whether its name begins with one or not; those of AWS itself belong to no account. */
function parameterArn(from: CallPlace, name: string): string {
  if (name.startsWith('arn:')) return name;
  const path = name.replace(/^\//, '');
  return regionalArn(path.startsWith('aws/service/') ? { ...from, account: '' } : from, 'ssm', `parameter/${path}`);
}

const ON_PARAMETER: ReadonlySet<string> = new Set(['get-parameter', 'get-parameters', 'put-parameter', 'delete-parameter', 'get-parameter-history']);

/** What reading and writing parameters asks for. https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html */
export function askedOfParameters(operation: string, given: readonly string[], from: CallPlace): readonly Asked[] | undefined {
  const args = readArguments(given);
  const action = `ssm:${toActionName(operation)}`;
  if (operation === 'get-parameters-by-path') return [[action, parameterArn(from, (optionOf(args, '--path') ?? UNKNOWN_PART).replace(/\/$/, ''))]];
  if (!ON_PARAMETER.has(operation)) return undefined;
  const names = args.options.get('--names') ?? [optionOf(args, '--name') ?? UNKNOWN_PART];
  return names.map((name) => [action, parameterArn(from, name)]);
}

const ON_SECRET: ReadonlySet<string> = new Set(['get-secret-value', 'describe-secret', 'put-secret-value', 'update-secret', 'delete-secret']);

/** What reading and writing secrets asks for; a secret's ARN ends in six letters that nobody chooses (Secrets Manager guide, reference_iam-permissions). */
export function askedOfSecrets(operation: string, given: readonly string[], from: CallPlace): readonly Asked[] | undefined {
  if (!ON_SECRET.has(operation)) return undefined;
  const secret = optionOf(readArguments(given), '--secret-id') ?? UNKNOWN_PART;
  const arn = secret.startsWith('arn:') ? secret : regionalArn(from, 'secretsmanager', `secret:${secret}-${UNKNOWN_PART}`);
  return [[`secretsmanager:${toActionName(operation)}`, arn]];
}
