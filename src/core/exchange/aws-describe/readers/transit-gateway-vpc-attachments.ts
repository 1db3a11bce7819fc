import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const transitGatewayVpcAttachments = defineUnmodelledReader({
  key: 'TransitGatewayVpcAttachments',
  call: 'ec2 describe-transit-gateway-vpc-attachments',
  nouns: { one: 'transit gateway VPC attachment', many: 'transit gateway VPC attachments' },
  type: 'transit-gateway-attachment',
  ids: ['TransitGatewayAttachmentId'],
});
