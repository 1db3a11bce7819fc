import { awsServicesIn } from '../../scripts/aws-services.ts';
import { readUserData } from '../../scripts/read-user-data.ts';
import { needsOf, type Asker } from './judge-needs.ts';

const NAMES: Readonly<Record<string, string>> = { s3: 'S3', dynamodb: 'DynamoDB', ssm: 'Systems Manager', secretsmanager: 'Secrets Manager', ec2: 'EC2', sqs: 'SQS', sns: 'SNS', logs: 'CloudWatch Logs', cloudwatch: 'CloudWatch', kms: 'KMS', lambda: 'Lambda', sts: 'STS', iam: 'IAM', ecr: 'ECR' };

/** A service as AWS's pages call it. */
export const nameOfService = (service: string): string => NAMES[service] ?? service;

export interface AskedServices {
  /** Every service that the software is known to call, by its name. */
  readonly names: readonly string[];
  /** Those of them of which the design does not say what is asked. */
  readonly vague: readonly string[];
}

/** The AWS services that the software of an instance calls, as far as its start-up script tells. */
export function askedServices(asker: Asker): AskedServices {
  const told = new Set(needsOf(asker).map(({ service }) => nameOfService(service)));
  const mentioned = awsServicesIn(readUserData(asker.instance.userData ?? ''));
  return { names: [...new Set([...mentioned, ...told])], vague: mentioned.filter((name) => !told.has(name)) };
}
