import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { listOf, looseNumber, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const gatewayFields = z.object({
  VpnGatewayId: text,
  State: z.enum(['pending', 'available', 'deleting', 'deleted']).optional(),
  AmazonSideAsn: looseNumber.optional(),
  VpcAttachments: listOf(z.object({ State: optionalText, VpcId: optionalText })),
});
const ATTACHED = ['attached', 'attaching'];

/** Virtual private gateways; a VPC that was taken away stays printed with the state `detached`. */
export const vpnGateways = defineReader({
  key: 'VpnGateways',
  call: 'ec2 describe-vpn-gateways',
  nouns: { one: 'virtual private gateway', many: 'virtual private gateways' },
  idOf: ({ record }) => textIn(record, 'VpnGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const { State, AmazonSideAsn, VpcAttachments } = entry.fields;
    const vpc = VpcAttachments.find((attachment) => attachment.State === undefined || ATTACHED.includes(attachment.State))?.VpcId;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'virtual-private-gateway',
      region: regionOf(draft, entry, vpc),
      ...(vpc === undefined ? {} : { vpc: asResourceId(vpc) }),
      ...(AmazonSideAsn === undefined ? {} : { asn: AmazonSideAsn }),
      ...(State === undefined ? {} : { state: State }),
    });
  },
});
