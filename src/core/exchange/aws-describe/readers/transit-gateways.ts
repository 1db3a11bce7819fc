import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const transitGateways = defineUnmodelledReader({
  key: 'TransitGateways',
  call: 'ec2 describe-transit-gateways',
  nouns: { one: 'transit gateway', many: 'transit gateways' },
  type: 'transit-gateway',
  ids: ['TransitGatewayId'],
});
