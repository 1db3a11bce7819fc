import { asResourceId, asRowId, nextRowId, type ResourceId } from '../../../model/ids.ts';
import type { NatGateway, NetworkInterface, PrivateAddress } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { interfaceFields, makeInterface } from '../make-interface.ts';
import { textIn } from '../record.ts';

const NAT_GATEWAY_ID = /\bnat-[0-9a-f]+\b/;

/** The NAT gateway an interface belongs to: one that names it, or one that its description names. */
function natGatewayOf(draft: Draft, id: string, { owner, description }: NetworkInterface): ResourceId | undefined {
  const naming = draft.all('nat-gateway').find(([, gateway]) => Object.values(gateway.addresses).some((address) => address.interface === id));
  if (naming) return naming[0];
  const named = owner === 'nat_gateway' ? NAT_GATEWAY_ID.exec(description ?? '')?.[0] : undefined;
  return named !== undefined && draft.get(named, 'nat-gateway') ? asResourceId(named) : undefined;
}

const addressOf = (publicAddress: PrivateAddress['public']): { readonly publicAddress?: string; readonly allocation?: string | undefined } =>
  publicAddress ? { publicAddress: publicAddress.address, allocation: publicAddress.allocation } : {};

/** A NAT gateway with what its interface knows: the addresses that its own answer left out. */
function addAddresses(gateway: NatGateway, id: ResourceId, made: NetworkInterface): NatGateway {
  const addresses = { ...gateway.addresses };
  for (const { address, primary, public: publicAddress } of Object.values(made.addresses)) {
    const rows = Object.entries(addresses);
    const same = rows.find(([, row]) => row.privateAddress === address) ?? rows.find(([, row]) => row.interface === id && row.privateAddress === undefined);
    const row = asRowId(same?.[0] ?? nextRowId('address', addresses));
    addresses[row] = { primary, ...addressOf(publicAddress), ...addresses[row], privateAddress: address, interface: id };
  }
  return { ...gateway, addresses };
}

/** Network interfaces of every sort. That of a NAT gateway is a part of the gateway and no resource of its own. */
export const networkInterfaces = defineReader({
  key: 'NetworkInterfaces',
  call: 'ec2 describe-network-interfaces',
  nouns: { one: 'network interface', many: 'network interfaces' },
  idOf: ({ record }) => textIn(record, 'NetworkInterfaceId'),
  fields: interfaceFields,
  read: (entry, draft) => {
    const id = asResourceId(entry.id);
    const made = makeInterface(draft, entry, 'NetworkInterfaces');
    const natGateway = natGatewayOf(draft, id, made);
    if (natGateway === undefined) {
      draft.put(id, made);
      return;
    }
    draft.change(natGateway, 'nat-gateway', (gateway) => addAddresses(gateway, id, made));
  },
});
