import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const transitGatewayConnects = defineUnmodelledReader({
  key: 'TransitGatewayConnects',
  call: 'ec2 describe-transit-gateway-connects',
  nouns: { one: 'transit gateway Connect attachment', many: 'transit gateway Connect attachments' },
  type: 'transit-gateway-attachment',
  ids: ['TransitGatewayAttachmentId'],
});
