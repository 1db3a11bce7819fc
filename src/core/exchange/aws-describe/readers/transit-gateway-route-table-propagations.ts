import { defineReader } from '../define-reader.ts';
import { addPropagation, propagationFields } from '../transit/add-propagation.ts';
import { findTable, noteAnswer, tableOf } from '../transit/table-answers.ts';

/** The propagations of one table, its id beside the list or in the path. */
export const transitGatewayRouteTablePropagations = defineReader({
  key: 'TransitGatewayRouteTablePropagations',
  call: 'ec2 get-transit-gateway-route-table-propagations',
  nouns: { one: 'propagation of a transit gateway route table', many: 'propagations of transit gateway route tables' },
  idOf: (sourced) => `${tableOf(sourced) ?? sourced.source.path} ${JSON.stringify(sourced.record)}`,
  fields: propagationFields,
  read: (entry, draft) => {
    const table = findTable(draft, entry, 'TransitGatewayRouteTablePropagations');
    if (table === undefined) return;
    noteAnswer(draft, table, 'propagations');
    addPropagation(draft, table, entry.fields);
  },
});
