import { defineDetailReader } from '../define-detail-reader.ts';

export const transitGatewayStaticRoutes = defineDetailReader({
  key: 'TransitGatewayStaticRoutes',
  call: 'ec2 search-transit-gateway-routes',
  nouns: { one: 'list of routes of a transit gateway route table', many: 'lists of routes of transit gateway route tables' },
  parentField: 'TransitGatewayRouteTableId',
  parentInPath: /tgw-rtb-[0-9a-f]+/,
  parentType: 'transit-gateway-route-table',
});
