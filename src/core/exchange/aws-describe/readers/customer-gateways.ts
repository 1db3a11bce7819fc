import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { looseNumber, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const gatewayFields = z.object({ CustomerGatewayId: text, IpAddress: optionalText, BgpAsn: looseNumber.optional(), State: optionalText });

/** Customer gateways, each with an on-premises network of the same name behind it; its blocks are found out later. */
export const customerGateways = defineReader({
  key: 'CustomerGateways',
  call: 'ec2 describe-customer-gateways',
  nouns: { one: 'customer gateway', many: 'customer gateways' },
  idOf: ({ record }) => textIn(record, 'CustomerGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const { IpAddress, BgpAsn, State } = entry.fields;
    const common = readCommonFields(draft, entry);
    const onPremises = draft.claim(`onprem-${entry.id}`);
    draft.put(onPremises, { kind: 'on-premises-network', name: `On premises behind ${common.name}`, cidrs: {} });
    draft.put(asResourceId(entry.id), {
      ...common,
      kind: 'customer-gateway',
      region: regionOf(draft, entry),
      ...(IpAddress === undefined ? {} : { address: IpAddress }),
      ...(BgpAsn === undefined ? {} : { asn: BgpAsn }),
      ...(State === undefined || State === 'available' ? {} : { note: `AWS reports the state "${State}".` }),
      onPremises,
    });
  },
});
