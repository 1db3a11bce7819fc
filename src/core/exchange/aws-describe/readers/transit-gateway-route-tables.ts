import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { transitGatewayRouteTableSchema } from '../../../model/resources/transit-gateway-route-table.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { text } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** Route tables of transit gateways; their routes, associations and propagations are the answers of other calls. */
export const transitGatewayRouteTables = defineReader({
  key: 'TransitGatewayRouteTables',
  call: 'ec2 describe-transit-gateway-route-tables',
  nouns: { one: 'transit gateway route table', many: 'transit gateway route tables' },
  idOf: ({ record }) => textIn(record, 'TransitGatewayRouteTableId'),
  fields: z.object({ TransitGatewayRouteTableId: text, TransitGatewayId: text, State: transitGatewayRouteTableSchema.shape.state }),
  read: (entry, draft) => {
    const { TransitGatewayId, State } = entry.fields;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'transit-gateway-route-table',
      transitGateway: asResourceId(TransitGatewayId),
      routes: {},
      propagations: [],
      routesKnown: false,
      ...(State === undefined ? {} : { state: State }),
    });
  },
});
