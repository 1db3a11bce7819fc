import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const clientVpnEndpoints = defineUnmodelledReader({
  key: 'ClientVpnEndpoints',
  call: 'ec2 describe-client-vpn-endpoints',
  nouns: { one: 'Client VPN endpoint', many: 'Client VPN endpoints' },
  type: 'client-vpn-endpoint',
  ids: ['ClientVpnEndpointId'],
});
