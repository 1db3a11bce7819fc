import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { flag, listOf } from '../record-fields.ts';
import { findTable, noteAnswer, tableOf } from '../transit/table-answers.ts';
import { addRoutes, routeFields } from '../transit/read-table-routes.ts';

/** The static routes of tables, gathered from `search-transit-gateway-routes` with the filter `type=static`. */
export const transitGatewayStaticRoutes = defineReader({
  key: 'TransitGatewayStaticRoutes',
  call: 'ec2 search-transit-gateway-routes',
  nouns: { one: 'list of static routes of a transit gateway route table', many: 'lists of static routes of transit gateway route tables' },
  idOf: (sourced) => tableOf(sourced),
  fields: z.object({ Routes: listOf(routeFields), AdditionalRoutesAvailable: flag.default(false) }),
  read: (entry, draft) => {
    const table = findTable(draft, entry, 'TransitGatewayStaticRoutes');
    if (table === undefined) return;
    noteAnswer(draft, table, entry.fields.AdditionalRoutesAvailable ? 'some-routes' : 'static-routes');
    addRoutes(draft, 'TransitGatewayStaticRoutes', { table, routes: entry.fields.Routes });
  },
});
