import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { virtualInterfaceSchema } from '../../../model/resources/virtual-interface.ts';
import type { VirtualInterface } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { listOf, looseNumber, number, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionNamed } from '../transit/table-answers.ts';

const interfaceFields = z.object({
  virtualInterfaceId: text,
  virtualInterfaceName: optionalText,
  virtualInterfaceType: virtualInterfaceSchema.shape.type,
  virtualInterfaceState: virtualInterfaceSchema.shape.state.catch('unknown'),
  ownerAccount: optionalText,
  vlan: number.optional(),
  asn: looseNumber.optional(),
  virtualGatewayId: optionalText,
  directConnectGatewayId: optionalText,
  bgpPeers: listOf(z.object({ bgpStatus: optionalText })),
});
type InterfaceFields = z.infer<typeof interfaceFields>;

/** Up while one session is; `unknown` where AWS does not say. */
function bgpStatusOf({ bgpPeers }: InterfaceFields): VirtualInterface['bgpStatus'] {
  if (bgpPeers.some(({ bgpStatus }) => bgpStatus === 'up')) return 'up';
  return bgpPeers.some(({ bgpStatus }) => bgpStatus === 'down') ? 'down' : undefined;
}

/**
 * Virtual interfaces of Direct Connect, each with an on-premises network at its far end. The key of its BGP sessions is
 * never taken over. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html
 */
export const virtualInterfaces = defineReader({
  key: 'virtualInterfaces',
  call: 'directconnect describe-virtual-interfaces',
  nouns: { one: 'Direct Connect virtual interface', many: 'Direct Connect virtual interfaces' },
  idOf: ({ record }) => textIn(record, 'virtualInterfaceId'),
  fields: interfaceFields,
  read: (entry, draft) => {
    const { fields } = entry;
    const common = readCommonFields(draft, entry, fields.virtualInterfaceName);
    const gateway = fields.virtualGatewayId ?? fields.directConnectGatewayId;
    const bgpStatus = bgpStatusOf(fields);
    const onPremises = draft.claim(`onprem-${entry.id}`);
    draft.put(onPremises, { kind: 'on-premises-network', name: `On premises behind ${common.name}`, cidrs: {} });
    draft.put(asResourceId(entry.id), {
      ...common,
      ...(fields.ownerAccount === undefined ? {} : { account: fields.ownerAccount }),
      kind: 'virtual-interface',
      region: regionNamed(draft, entry),
      type: fields.virtualInterfaceType,
      state: fields.virtualInterfaceState,
      ...(gateway === undefined ? {} : { gateway: asResourceId(gateway) }),
      ...(bgpStatus === undefined ? {} : { bgpStatus }),
      ...(fields.vlan === undefined ? {} : { vlan: fields.vlan }),
      ...(fields.asn === undefined ? {} : { asn: fields.asn }),
      onPremises,
      routes: {},
    });
  },
});
