import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { directConnectGatewaySchema } from '../../../model/resources/direct-connect-gateway.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { looseNumber, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const gatewayFields = z.object({
  directConnectGatewayId: text,
  directConnectGatewayName: optionalText,
  amazonSideAsn: looseNumber.optional(),
  ownerAccount: optionalText,
  directConnectGatewayState: directConnectGatewaySchema.shape.state,
});

/** Direct Connect gateways, which are of no Region. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGateway.html */
export const directConnectGateways = defineReader({
  key: 'directConnectGateways',
  call: 'directconnect describe-direct-connect-gateways',
  nouns: { one: 'Direct Connect gateway', many: 'Direct Connect gateways' },
  idOf: ({ record }) => textIn(record, 'directConnectGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const { directConnectGatewayName, amazonSideAsn, ownerAccount, directConnectGatewayState } = entry.fields;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry, directConnectGatewayName),
      ...(ownerAccount === undefined ? {} : { account: ownerAccount }),
      kind: 'direct-connect-gateway',
      ...(amazonSideAsn === undefined ? {} : { asn: amazonSideAsn }),
      ...(directConnectGatewayState === undefined ? {} : { state: directConnectGatewayState }),
      associations: {},
    });
  },
});
