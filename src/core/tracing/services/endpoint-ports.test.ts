import { expect, test } from 'vitest';
import { ask } from '../../testing/ask.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';

const network = (service: string) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .group('sg-1', 'vpc-1', { inbound: ['all'] })
    .instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1'] })
    .vpcEndpoint('vpce-1', { vpc: 'vpc-1', service, subnets: ['subnet-1'], groups: ['sg-1'] })
    .build();

const PASSES = ['reachable'];
const STOPPED = ['blocked', 'request vpc-endpoint vpce-1'];

// HTTPS: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html. Amazon S3 and DynamoDB answer HTTP too:
// https://docs.aws.amazon.com/general/latest/gr/s3.html. SMTP: https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html.
test.each<[string, string, readonly string[]]>([
  ['ssm', 'tcp 443', PASSES],
  ['ssm', 'tcp 444', STOPPED],
  ['ssm', 'tcp 80', STOPPED],
  ['ssm', 'udp 443', STOPPED],
  ['s3', 'tcp 443', PASSES],
  ['s3', 'tcp 80', PASSES],
  ['s3', 'tcp 22', STOPPED],
  ['dynamodb', 'tcp 443', PASSES],
  ['dynamodb', 'tcp 80', PASSES],
  ['email-smtp', 'tcp 25', PASSES],
  ['email-smtp', 'tcp 465', PASSES],
  ['email-smtp', 'tcp 587', PASSES],
  ['email-smtp', 'tcp 2465', PASSES],
  ['email-smtp', 'tcp 2587', PASSES],
  ['email-smtp', 'tcp 443', STOPPED],
  // What somebody else's service listens on, its endpoint does not tell.
  ['com.amazonaws.vpce.us-east-1.vpce-svc-1', 'tcp 5432', PASSES],
])('an interface endpoint of %s takes %s: %j', (service, traffic, expected) => {
  expect(ask(network(service), `i-1 -> vpce-1 ${traffic}`)).toEqual(expected);
});
