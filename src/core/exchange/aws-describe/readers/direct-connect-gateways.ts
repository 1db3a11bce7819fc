import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const directConnectGateways = defineUnmodelledReader({
  key: 'directConnectGateways',
  call: 'directconnect describe-direct-connect-gateways',
  nouns: { one: 'Direct Connect gateway', many: 'Direct Connect gateways' },
  type: 'direct-connect-gateway',
  ids: ['directConnectGatewayId'],
  nameField: 'directConnectGatewayName',
});
