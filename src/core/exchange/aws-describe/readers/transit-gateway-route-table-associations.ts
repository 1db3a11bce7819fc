import { z } from 'zod';
import type { ResourceId } from '../../../model/ids.ts';
import type { TransitGatewayAttachment } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { noteMissing } from '../note-missing.ts';
import { optionalText } from '../record-fields.ts';
import { findTable, tableOf } from '../transit/table-answers.ts';

const ASSOCIATED = ['associated', 'associating'];

/** A peering has an association at either end: the table says at which. */
function associate(draft: Draft, value: TransitGatewayAttachment, table: ResourceId): TransitGatewayAttachment {
  const owner = draft.get(table, 'transit-gateway-route-table')?.transitGateway;
  if (value.type === 'peering' && owner !== undefined && owner !== value.transitGateway) return { ...value, peer: { ...value.peer, transitGateway: owner, routeTable: table } };
  return { ...value, routeTable: table, routeTableKnown: true };
}

/** The attachments associated with one table, its id in the elements, beside the list or in the path. */
export const transitGatewayRouteTableAssociations = defineReader({
  key: 'Associations',
  otherKeys: ['TransitGatewayRouteTableAssociations'],
  call: 'ec2 get-transit-gateway-route-table-associations',
  nouns: { one: 'association of a transit gateway route table', many: 'associations of transit gateway route tables' },
  idOf: (sourced) => `${tableOf(sourced) ?? sourced.source.path} ${JSON.stringify(sourced.record)}`,
  fields: z.object({ TransitGatewayAttachmentId: optionalText, State: optionalText }),
  read: (entry, draft) => {
    const { TransitGatewayAttachmentId, State } = entry.fields;
    const table = findTable(draft, entry, 'Associations');
    if (table === undefined || TransitGatewayAttachmentId === undefined || (State !== undefined && !ASSOCIATED.includes(State))) return;
    const isKnown = draft.change(TransitGatewayAttachmentId, 'transit-gateway-attachment', (value) => associate(draft, value, table));
    if (!isKnown) noteMissing(draft, TransitGatewayAttachmentId, table);
  },
});
