import { z } from 'zod';
import { readCommonFields } from '../common-fields.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { noteMissing } from '../note-missing.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const addressFields = z.object({
  PublicIp: text,
  AllocationId: optionalText,
  InstanceId: optionalText,
  NetworkInterfaceId: optionalText,
  PrivateIpAddress: optionalText,
});
type AddressFields = z.infer<typeof addressFields>;

/** Marks the private address of an interface, or writes it there, as the one the Elastic IP is translated to. */
function giveToInterface(draft: Draft, { PublicIp, AllocationId, PrivateIpAddress }: AddressFields, id: string): boolean {
  const rows = Object.entries(draft.get(id, 'network-interface')?.addresses ?? {});
  const holder = rows.find(([, row]) => row.address === PrivateIpAddress) ?? rows.find(([, row]) => row.primary) ?? rows[0];
  if (!holder) return false;
  const [row, address] = holder;
  const elastic = { address: PublicIp, type: 'elastic' as const, ...(AllocationId === undefined ? {} : { allocation: AllocationId }) };
  return draft.change(id, 'network-interface', (one) => ({ ...one, addresses: { ...one.addresses, [row]: { ...address, public: elastic } } }));
}

/** Completes the address of a NAT gateway whose interface, allocation or public address it is. */
function giveToNatGateway(draft: Draft, { PublicIp, AllocationId, NetworkInterfaceId }: AddressFields): boolean {
  for (const [id, gateway] of draft.all('nat-gateway')) {
    const holder = Object.entries(gateway.addresses).find(
      ([, row]) =>
        (NetworkInterfaceId !== undefined && row.interface === NetworkInterfaceId) ||
        (AllocationId !== undefined && row.allocation === AllocationId) ||
        row.publicAddress === PublicIp,
    );
    if (!holder) continue;
    const [row, address] = holder;
    const allocation = address.allocation ?? AllocationId;
    const completed = { ...address, publicAddress: address.publicAddress ?? PublicIp, ...(allocation === undefined ? {} : { allocation }) };
    return draft.change(id, 'nat-gateway', (one) => ({ ...one, addresses: { ...one.addresses, [row]: completed } }));
  }
  return false;
}

function holderOf(draft: Draft, { NetworkInterfaceId, InstanceId }: AddressFields): string | undefined {
  if (NetworkInterfaceId !== undefined || InstanceId === undefined) return NetworkInterfaceId;
  const own = draft.all('network-interface').filter(([, one]) => one.attachment?.resource === InstanceId);
  return (own.find(([, one]) => one.attachment?.deviceIndex === 0) ?? own[0])?.[0] ?? InstanceId;
}

function read(entry: Entry<AddressFields>, draft: Draft): void {
  const { fields, id } = entry;
  const holder = holderOf(draft, fields);
  if (holder !== undefined && (giveToInterface(draft, fields, holder) || giveToNatGateway(draft, fields))) return;
  if (holder !== undefined) noteMissing(draft, holder, id);
  draft.put(draft.claim(id), {
    ...readCommonFields(draft, entry, fields.PublicIp),
    kind: 'elastic-ip',
    region: regionOf(draft, entry),
    address: fields.PublicIp,
  });
}

/** Elastic IP addresses: written at what holds them, or resources of their own where nothing does. */
export const addresses = defineReader({
  key: 'Addresses',
  call: 'ec2 describe-addresses',
  nouns: { one: 'Elastic IP address', many: 'Elastic IP addresses' },
  idOf: ({ record }) => textIn(record, 'AllocationId', 'PublicIp'),
  fields: addressFields,
  read,
});
