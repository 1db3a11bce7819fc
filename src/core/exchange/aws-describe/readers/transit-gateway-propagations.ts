import { defineDetailReader } from '../define-detail-reader.ts';

export const transitGatewayPropagations = defineDetailReader({
  key: 'TransitGatewayPropagations',
  call: 'ec2 get-transit-gateway-route-table-propagations',
  nouns: { one: 'propagation of a transit gateway route table', many: 'propagations of transit gateway route tables' },
  parentField: 'TransitGatewayRouteTableId',
  parentInPath: /tgw-rtb-[0-9a-f]+/,
  parentType: 'transit-gateway-route-table',
});
