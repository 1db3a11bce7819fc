import { z } from 'zod';
import { asResourceId, nextRowId } from '../../../model/ids.ts';
import { directConnectAssociationSchema } from '../../../model/resources/direct-connect-gateway.ts';
import { defineReader } from '../define-reader.ts';
import { noteMissing } from '../note-missing.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const associationFields = z.object({
  directConnectGatewayId: text,
  associationState: directConnectAssociationSchema.shape.state.default('associated'),
  associatedGateway: z.object({ id: optionalText }).optional(),
  virtualGatewayId: optionalText,
  allowedPrefixesToDirectConnectGateway: listOf(z.object({ cidr: text })),
});

/** Associations of Direct Connect gateways. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAssociation.html */
export const directConnectGatewayAssociations = defineReader({
  key: 'directConnectGatewayAssociations',
  call: 'directconnect describe-direct-connect-gateway-associations',
  nouns: { one: 'Direct Connect gateway association', many: 'Direct Connect gateway associations' },
  idOf: ({ record }) => textIn(record, 'associationId'),
  fields: associationFields,
  read: (entry, draft) => {
    const { directConnectGatewayId, associationState, associatedGateway, virtualGatewayId, allowedPrefixesToDirectConnectGateway } = entry.fields;
    const gateway = associatedGateway?.id ?? virtualGatewayId;
    if (gateway === undefined) return;
    const row = { gateway: asResourceId(gateway), state: associationState, allowedPrefixes: allowedPrefixesToDirectConnectGateway.map(({ cidr }) => cidr) };
    const isKnown = draft.change(directConnectGatewayId, 'direct-connect-gateway', (value) => ({
      ...value,
      associations: { ...value.associations, [nextRowId('association', value.associations)]: row },
    }));
    if (!isKnown) noteMissing(draft, directConnectGatewayId, entry.id);
  },
});
