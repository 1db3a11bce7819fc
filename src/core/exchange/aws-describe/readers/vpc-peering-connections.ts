import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const vpcPeeringConnections = defineUnmodelledReader({
  key: 'VpcPeeringConnections',
  call: 'ec2 describe-vpc-peering-connections',
  nouns: { one: 'VPC peering connection', many: 'VPC peering connections' },
  type: 'vpc-peering-connection',
  ids: ['VpcPeeringConnectionId'],
});
