import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { textIn } from '../record.ts';

export const transitGatewayAttachments = defineUnmodelledReader({
  key: 'TransitGatewayAttachments',
  call: 'ec2 describe-transit-gateway-attachments',
  nouns: { one: 'transit gateway attachment', many: 'transit gateway attachments' },
  type: 'transit-gateway-attachment',
  ids: ['TransitGatewayAttachmentId'],
  placeOf: (record) => ({ vpc: textIn(record, 'ResourceType') === 'vpc' ? textIn(record, 'ResourceId') : undefined }),
});
