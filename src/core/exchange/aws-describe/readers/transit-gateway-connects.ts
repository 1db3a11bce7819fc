import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { defineReader } from '../define-reader.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { attachmentStates, putAttachment } from '../transit/put-attachment.ts';

const connectFields = z.object({
  TransitGatewayAttachmentId: text,
  TransportTransitGatewayAttachmentId: optionalText,
  TransitGatewayId: text,
  State: attachmentStates.default('available'),
});

/** Connect attachments: GRE tunnels over another attachment. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html */
export const transitGatewayConnects = defineReader({
  key: 'TransitGatewayConnects',
  call: 'ec2 describe-transit-gateway-connects',
  nouns: { one: 'transit gateway Connect attachment', many: 'transit gateway Connect attachments' },
  idOf: ({ record }) => textIn(record, 'TransitGatewayAttachmentId'),
  fields: connectFields,
  read: (entry, draft) => {
    const { TransportTransitGatewayAttachmentId: transport, TransitGatewayId, State } = entry.fields;
    putAttachment(draft, entry, {
      id: entry.id,
      transitGateway: asResourceId(TransitGatewayId),
      type: 'connect',
      state: State,
      more: transport === undefined ? {} : { transportAttachment: asResourceId(transport) },
    });
  },
});
