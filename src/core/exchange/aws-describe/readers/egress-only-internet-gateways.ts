import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const gatewayFields = z.object({ EgressOnlyInternetGatewayId: text, Attachments: listOf(z.object({ State: optionalText, VpcId: optionalText })) });

const ATTACHED = ['attached', 'attaching', 'available'];

/** Egress-only internet gateways; one that is attached to no VPC is detached. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const egressOnlyInternetGateways = defineReader({
  key: 'EgressOnlyInternetGateways',
  call: 'ec2 describe-egress-only-internet-gateways',
  nouns: { one: 'egress-only internet gateway', many: 'egress-only internet gateways' },
  idOf: ({ record }) => textIn(record, 'EgressOnlyInternetGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const vpc = entry.fields.Attachments.find(({ State }) => State === undefined || ATTACHED.includes(State))?.VpcId;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'egress-only-internet-gateway',
      region: regionOf(draft, entry, vpc),
      ...(vpc === undefined ? {} : { vpc: asResourceId(vpc) }),
    });
  },
});
