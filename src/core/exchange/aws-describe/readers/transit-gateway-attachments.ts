import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import type { TransitGatewayAttachment } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { attachmentStates, optionalId, putAttachment, type TellsOfAttachment } from '../transit/put-attachment.ts';

const attachmentFields = z.object({
  TransitGatewayAttachmentId: text,
  TransitGatewayId: text,
  TransitGatewayOwnerId: optionalText,
  ResourceType: z.enum(['vpc', 'vpn', 'direct-connect-gateway', 'peering', 'tgw-peering', 'connect']),
  ResourceId: optionalText,
  ResourceOwnerId: optionalText,
  State: attachmentStates.default('available'),
  Association: z.object({ State: optionalText, TransitGatewayRouteTableId: optionalText }).optional(),
});
type AttachmentFields = z.infer<typeof attachmentFields>;

const ASSOCIATED = ['associated', 'associating'];

function tellsOfType({ ResourceType, ResourceId, ResourceOwnerId }: AttachmentFields): { readonly type: TransitGatewayAttachment['type']; readonly more: TellsOfAttachment['more'] } {
  const id = optionalId(ResourceId);
  switch (ResourceType) {
    case 'vpc':
      return { type: 'vpc', more: id === undefined ? {} : { vpc: id } };
    case 'vpn':
      return { type: 'vpn', more: id === undefined ? {} : { vpnConnection: id } };
    case 'direct-connect-gateway':
      return { type: 'direct-connect-gateway', more: id === undefined ? {} : { directConnectGateway: id } };
    case 'connect':
      return { type: 'connect', more: {} };
    case 'peering':
    case 'tgw-peering': {
      const peer = { ...(id !== undefined && { transitGateway: id }), ...(ResourceOwnerId !== undefined && { account: ResourceOwnerId }) };
      return { type: 'peering', more: { peer } };
    }
  }
}

/** Which table it is associated with; only the owner of the transit gateway is told. */
function tellsOfAssociation({ Association, TransitGatewayOwnerId }: AttachmentFields, asked: string | undefined): TellsOfAttachment['more'] {
  const isGuest = asked !== undefined && TransitGatewayOwnerId !== undefined && asked !== TransitGatewayOwnerId && Association === undefined;
  if (isGuest) return {};
  const table = Association?.State === undefined || ASSOCIATED.includes(Association.State) ? Association?.TransitGatewayRouteTableId : undefined;
  return { routeTableKnown: true, ...(table !== undefined && { routeTable: asResourceId(table) }) };
}

/** Attachments of every type, with their association; subnets and peers are in other answers. */
export const transitGatewayAttachments = defineReader({
  key: 'TransitGatewayAttachments',
  call: 'ec2 describe-transit-gateway-attachments',
  nouns: { one: 'transit gateway attachment', many: 'transit gateway attachments' },
  // Both sides of a peering print it under the same id, each with its own association.
  idOf: ({ record }) => {
    const id = textIn(record, 'TransitGatewayAttachmentId');
    const isPeering = textIn(record, 'ResourceType')?.endsWith('peering') === true;
    return id !== undefined && isPeering ? `${id} of ${textIn(record, 'TransitGatewayId') ?? ''}` : id;
  },
  fields: attachmentFields,
  read: (entry, draft) => {
    const { fields, source } = entry;
    const { type, more } = tellsOfType(fields);
    const id = fields.TransitGatewayAttachmentId;
    const peer = draft.get(id, 'transit-gateway-attachment')?.peer;
    putAttachment(draft, entry, {
      id,
      transitGateway: asResourceId(fields.TransitGatewayId),
      type,
      state: fields.State,
      more: { ...more, ...(peer && { peer }), ...tellsOfAssociation(fields, source.account) },
    });
  },
});
