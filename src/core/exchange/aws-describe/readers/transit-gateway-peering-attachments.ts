import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { defineReader } from '../define-reader.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { attachmentStates, putAttachment } from '../transit/put-attachment.ts';

const sideFields = z.object({ TransitGatewayId: optionalText, OwnerId: optionalText, Region: optionalText });
const attachmentFields = z.object({
  TransitGatewayAttachmentId: text,
  RequesterTgwInfo: sideFields.extend({ TransitGatewayId: text }),
  AccepterTgwInfo: sideFields.default({ TransitGatewayId: undefined, OwnerId: undefined, Region: undefined }),
  State: attachmentStates.default('available'),
});

/** Peerings between transit gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html */
export const transitGatewayPeeringAttachments = defineReader({
  key: 'TransitGatewayPeeringAttachments',
  call: 'ec2 describe-transit-gateway-peering-attachments',
  nouns: { one: 'transit gateway peering attachment', many: 'transit gateway peering attachments' },
  idOf: ({ record }) => textIn(record, 'TransitGatewayAttachmentId'),
  fields: attachmentFields,
  read: (entry, draft) => {
    const { RequesterTgwInfo, AccepterTgwInfo, State } = entry.fields;
    const { TransitGatewayId, OwnerId, Region } = AccepterTgwInfo;
    putAttachment(draft, entry, {
      id: entry.id,
      transitGateway: asResourceId(RequesterTgwInfo.TransitGatewayId),
      type: 'peering',
      state: State,
      more: {
        peer: {
          ...(TransitGatewayId === undefined ? {} : { transitGateway: asResourceId(TransitGatewayId) }),
          ...(OwnerId === undefined ? {} : { account: OwnerId }),
          ...(Region === undefined ? {} : { region: Region }),
        },
      },
    });
  },
});
