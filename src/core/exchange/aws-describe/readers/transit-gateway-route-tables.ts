import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const transitGatewayRouteTables = defineUnmodelledReader({
  key: 'TransitGatewayRouteTables',
  call: 'ec2 describe-transit-gateway-route-tables',
  nouns: { one: 'transit gateway route table', many: 'transit gateway route tables' },
  type: 'transit-gateway-route-table',
  ids: ['TransitGatewayRouteTableId'],
});
