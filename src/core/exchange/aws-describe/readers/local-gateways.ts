import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const localGateways = defineUnmodelledReader({
  key: 'LocalGateways',
  call: 'ec2 describe-local-gateways',
  nouns: { one: 'local gateway', many: 'local gateways' },
  type: 'local-gateway',
  ids: ['LocalGatewayId'],
});
