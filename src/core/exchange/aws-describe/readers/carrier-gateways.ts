import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const carrierGateways = defineUnmodelledReader({
  key: 'CarrierGateways',
  call: 'ec2 describe-carrier-gateways',
  nouns: { one: 'carrier gateway', many: 'carrier gateways' },
  type: 'carrier-gateway',
  ids: ['CarrierGatewayId'],
});
