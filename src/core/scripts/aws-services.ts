import { awsCallsOf } from './script-needs.ts';
import type { UserData } from './read-user-data.ts';

const LABELS: Readonly<Record<string, string>> = { s3: 'S3', s3api: 'S3', dynamodb: 'DynamoDB', ssm: 'Systems Manager', secretsmanager: 'Secrets Manager' };

/** Settings by which an application is told to use a service, and the service. */
const SETTINGS: readonly (readonly [name: RegExp, service: string])[] = [
  [/BUCKET/, 'S3'],
  [/^DYNAMO/, 'DynamoDB'],
];

/** The AWS services that a script calls with the instance's role, or tells its application to: by their names, in order. */
export function awsServicesIn(data: UserData): readonly string[] {
  const called = awsCallsOf(data).map(({ service }) => LABELS[service]);
  const told = [...data.variables.keys()].map((name) => SETTINGS.find(([pattern]) => pattern.test(name))?.[1]);
  return [...new Set([...called, ...told])].filter((name) => name !== undefined).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

const ORDER = ['S3', 'DynamoDB', 'Systems Manager', 'Secrets Manager'];
