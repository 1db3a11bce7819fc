import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const transitGatewayPeeringAttachments = defineUnmodelledReader({
  key: 'TransitGatewayPeeringAttachments',
  call: 'ec2 describe-transit-gateway-peering-attachments',
  nouns: { one: 'transit gateway peering attachment', many: 'transit gateway peering attachments' },
  type: 'transit-gateway-attachment',
  ids: ['TransitGatewayAttachmentId'],
});
