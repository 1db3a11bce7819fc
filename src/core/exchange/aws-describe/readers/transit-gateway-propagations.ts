import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { listOf } from '../record-fields.ts';
import { addPropagation, propagationFields } from '../transit/add-propagation.ts';
import { findTable, noteAnswer, tableOf } from '../transit/table-answers.ts';

/** The propagations of tables, gathered with the table's id beside each list. */
export const transitGatewayPropagations = defineReader({
  key: 'TransitGatewayPropagations',
  call: 'ec2 get-transit-gateway-route-table-propagations',
  nouns: { one: 'list of propagations of a transit gateway route table', many: 'lists of propagations of transit gateway route tables' },
  idOf: (sourced) => tableOf(sourced),
  fields: z.object({ TransitGatewayRouteTablePropagations: listOf(propagationFields) }),
  read: (entry, draft) => {
    const table = findTable(draft, entry, 'TransitGatewayPropagations');
    if (table === undefined) return;
    noteAnswer(draft, table, 'propagations');
    for (const propagation of entry.fields.TransitGatewayRouteTablePropagations) addPropagation(draft, table, propagation);
  },
});
