import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const instanceConnectEndpoints = defineUnmodelledReader({
  key: 'InstanceConnectEndpoints',
  call: 'ec2 describe-instance-connect-endpoints',
  nouns: { one: 'EC2 Instance Connect Endpoint', many: 'EC2 Instance Connect Endpoints' },
  type: 'instance-connect-endpoint',
  ids: ['InstanceConnectEndpointId'],
});
