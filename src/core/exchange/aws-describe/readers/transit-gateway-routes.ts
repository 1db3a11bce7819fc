import { defineDetailReader } from '../define-detail-reader.ts';

export const transitGatewayRoutes = defineDetailReader({
  key: 'Routes',
  call: 'ec2 search-transit-gateway-routes',
  nouns: { one: 'route of a transit gateway route table', many: 'routes of transit gateway route tables' },
  parentField: 'TransitGatewayRouteTableId',
  parentInPath: /tgw-rtb-[0-9a-f]+/,
  parentType: 'transit-gateway-route-table',
});
