/** Services by the words of their endpoints. */
const NAMES: Readonly<Record<string, string>> = { s3: 'S3', dynamodb: 'DynamoDB', ssm: 'Systems Manager', secretsmanager: 'Secrets Manager', ec2: 'EC2', sqs: 'SQS', sns: 'SNS', logs: 'CloudWatch Logs', cloudwatch: 'CloudWatch', kms: 'KMS', lambda: 'Lambda', sts: 'STS', iam: 'IAM', ecr: 'ECR' };

/** A service as AWS's pages call it. */
export const nameOfService = (service: string): string => NAMES[service] ?? service;
