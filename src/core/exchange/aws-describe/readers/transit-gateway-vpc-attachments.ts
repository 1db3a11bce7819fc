import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { defineReader } from '../define-reader.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { attachmentStates, putAttachment } from '../transit/put-attachment.ts';

const attachmentFields = z.object({
  TransitGatewayAttachmentId: text,
  TransitGatewayId: text,
  VpcId: text,
  State: attachmentStates.default('available'),
  SubnetIds: listOf(text),
  Options: z.object({ ApplianceModeSupport: optionalText, SecurityGroupReferencingSupport: optionalText }).optional(),
});

/** Attachments of VPCs, with their subnets. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html */
export const transitGatewayVpcAttachments = defineReader({
  key: 'TransitGatewayVpcAttachments',
  call: 'ec2 describe-transit-gateway-vpc-attachments',
  nouns: { one: 'transit gateway VPC attachment', many: 'transit gateway VPC attachments' },
  idOf: ({ record }) => textIn(record, 'TransitGatewayAttachmentId'),
  fields: attachmentFields,
  read: (entry, draft) => {
    const { TransitGatewayId, VpcId, State, SubnetIds, Options } = entry.fields;
    const appliance = Options?.ApplianceModeSupport;
    const referencing = Options?.SecurityGroupReferencingSupport;
    putAttachment(draft, entry, {
      id: entry.id,
      transitGateway: asResourceId(TransitGatewayId),
      type: 'vpc',
      state: State,
      more: {
        vpc: asResourceId(VpcId),
        subnets: SubnetIds.map(asResourceId),
        ...(appliance === undefined ? {} : { applianceMode: appliance === 'enable' }),
        ...(referencing === undefined ? {} : { securityGroupReferencing: referencing === 'enable' }),
      },
    });
  },
});
