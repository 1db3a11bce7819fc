import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const vpcEndpoints = defineUnmodelledReader({
  key: 'VpcEndpoints',
  call: 'ec2 describe-vpc-endpoints',
  nouns: { one: 'VPC endpoint', many: 'VPC endpoints' },
  type: 'vpc-endpoint',
  ids: ['VpcEndpointId'],
});
