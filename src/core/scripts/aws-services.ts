import { nameOfService } from '../aws/service-names.ts';
import { awsCallsOf, endpointWordOf } from './script-needs.ts';
import type { UserData } from './read-user-data.ts';

/** Settings by which an application is told to use a service, and the service. */
const SETTINGS: readonly (readonly [name: RegExp, service: string])[] = [
  [/BUCKET/, 's3'],
  [/^DYNAMO/, 'dynamodb'],
];

/** The services of which a script tells enough to name them, in the order they are named. */
const NAMED: readonly string[] = ['s3', 'dynamodb', 'ssm', 'secretsmanager'];

/** The AWS services that a script calls with the instance's role, or tells its application to: by their names, in order. */
export function awsServicesIn(data: UserData): readonly string[] {
  const called = awsCallsOf(data).map(({ service }) => endpointWordOf(service));
  const told = [...data.variables.keys()].map((name) => SETTINGS.find(([pattern]) => pattern.test(name))?.[1]);
  const services = new Set([...called, ...told]);
  return NAMED.filter((service) => services.has(service)).map(nameOfService);
}
