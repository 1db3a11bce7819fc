import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { recordsIn, textIn } from '../record.ts';

export const egressOnlyInternetGateways = defineUnmodelledReader({
  key: 'EgressOnlyInternetGateways',
  call: 'ec2 describe-egress-only-internet-gateways',
  nouns: { one: 'egress-only internet gateway', many: 'egress-only internet gateways' },
  type: 'egress-only-internet-gateway',
  ids: ['EgressOnlyInternetGatewayId'],
  placeOf: (record) => ({ vpc: recordsIn(record, 'Attachments').flatMap((attachment) => textIn(attachment, 'VpcId') ?? [])[0] }),
});
