import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { defineReader } from '../define-reader.ts';
import { noteMissing } from '../note-missing.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** Which virtual interfaces end at which Direct Connect gateway. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAttachment.html */
export const directConnectGatewayAttachments = defineReader({
  key: 'directConnectGatewayAttachments',
  call: 'directconnect describe-direct-connect-gateway-attachments',
  nouns: { one: 'Direct Connect gateway attachment', many: 'Direct Connect gateway attachments' },
  idOf: ({ record }) => `${textIn(record, 'virtualInterfaceId') ?? ''} at ${textIn(record, 'directConnectGatewayId') ?? ''}`,
  fields: z.object({ directConnectGatewayId: text, virtualInterfaceId: text, attachmentState: optionalText }),
  read: (entry, draft) => {
    const { directConnectGatewayId, virtualInterfaceId, attachmentState } = entry.fields;
    if (attachmentState === 'detached' || attachmentState === 'detaching') return;
    const gateway = asResourceId(directConnectGatewayId);
    if (!draft.change(virtualInterfaceId, 'virtual-interface', (value) => ({ ...value, gateway }))) noteMissing(draft, virtualInterfaceId, directConnectGatewayId);
  },
});
