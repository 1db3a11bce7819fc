import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const gatewayFields = z.object({ InternetGatewayId: text, Attachments: listOf(z.object({ State: optionalText, VpcId: optionalText })) });

// AWS prints `available` for an internet gateway that is attached: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGatewayAttachment.html
const ATTACHED = ['available', 'attached', 'attaching'];

/** Internet gateways; one that is attached to no VPC is detached. */
export const internetGateways = defineReader({
  key: 'InternetGateways',
  call: 'ec2 describe-internet-gateways',
  nouns: { one: 'internet gateway', many: 'internet gateways' },
  idOf: ({ record }) => textIn(record, 'InternetGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const vpc = entry.fields.Attachments.find(({ State }) => State === undefined || ATTACHED.includes(State))?.VpcId;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'internet-gateway',
      region: regionOf(draft, entry, vpc),
      ...(vpc === undefined ? {} : { vpc: asResourceId(vpc) }),
    });
  },
});
