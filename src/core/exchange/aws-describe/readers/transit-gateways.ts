import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { transitGatewaySchema } from '../../../model/resources/transit-gateway.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { looseNumber, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';
import { optionalId } from '../transit/put-attachment.ts';

const gatewayFields = z.object({
  TransitGatewayId: text,
  State: transitGatewaySchema.shape.state,
  Options: z
    .object({
      AmazonSideAsn: looseNumber.optional(),
      DnsSupport: optionalText,
      SecurityGroupReferencingSupport: optionalText,
      AssociationDefaultRouteTableId: optionalText,
      PropagationDefaultRouteTableId: optionalText,
    })
    .default({ DnsSupport: undefined, SecurityGroupReferencingSupport: undefined, AssociationDefaultRouteTableId: undefined, PropagationDefaultRouteTableId: undefined }),
});

/** Transit gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGateway.html */
export const transitGateways = defineReader({
  key: 'TransitGateways',
  call: 'ec2 describe-transit-gateways',
  nouns: { one: 'transit gateway', many: 'transit gateways' },
  idOf: ({ record }) => textIn(record, 'TransitGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const { State, Options } = entry.fields;
    const association = optionalId(Options.AssociationDefaultRouteTableId);
    const propagation = optionalId(Options.PropagationDefaultRouteTableId);
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'transit-gateway',
      region: regionOf(draft, entry),
      ...(Options.AmazonSideAsn === undefined ? {} : { asn: Options.AmazonSideAsn }),
      ...(State === undefined ? {} : { state: State }),
      ...(Options.DnsSupport === undefined ? {} : { dnsSupport: Options.DnsSupport === 'enable' }),
      ...(Options.SecurityGroupReferencingSupport === undefined ? {} : { securityGroupReferencing: Options.SecurityGroupReferencingSupport === 'enable' }),
      ...(association === undefined ? {} : { defaultAssociationRouteTable: association }),
      ...(propagation === undefined ? {} : { defaultPropagationRouteTable: propagation }),
    });
  },
});
