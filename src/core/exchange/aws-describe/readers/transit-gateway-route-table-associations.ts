import { defineDetailReader } from '../define-detail-reader.ts';

export const transitGatewayRouteTableAssociations = defineDetailReader({
  key: 'Associations',
  call: 'ec2 get-transit-gateway-route-table-associations',
  nouns: { one: 'association of a transit gateway route table', many: 'associations of transit gateway route tables' },
  parentField: 'TransitGatewayRouteTableId',
  parentInPath: /tgw-rtb-[0-9a-f]+/,
  parentType: 'transit-gateway-route-table',
});
