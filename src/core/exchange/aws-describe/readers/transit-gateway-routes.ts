import { defineReader } from '../define-reader.ts';
import { findTable, noteAnswer, tableOf } from '../transit/table-answers.ts';
import { addRoutes, routeFields } from '../transit/read-table-routes.ts';

/** The routes of one table as `search-transit-gateway-routes` prints them, the table's id beside the list or in the path. */
export const transitGatewayRoutes = defineReader({
  key: 'Routes',
  call: 'ec2 search-transit-gateway-routes',
  nouns: { one: 'route of a transit gateway route table', many: 'routes of transit gateway route tables' },
  // Routes have no ids, so none are taken for the same.
  idOf: (sourced) => `${tableOf(sourced) ?? sourced.source.path} ${JSON.stringify(sourced.record)}`,
  fields: routeFields,
  read: (entry, draft) => {
    const table = findTable(draft, entry, 'Routes');
    if (table === undefined) return;
    noteAnswer(draft, table, entry.document['AdditionalRoutesAvailable'] === true ? 'some-routes' : 'routes');
    addRoutes(draft, 'Routes', { table, routes: [entry.fields] });
  },
});
